"""Installing a package where that is ours to do: on a Debian-like system, as root."""

import os
import shutil
import subprocess
import sys


def apt_install(package: str) -> bool:
    """Install a package of the system and tell whether that worked."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    steps = (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package],
    )
    return all(
        subprocess.run(
            step, check=False, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        ).returncode
        == 0
        for step in steps
    )
