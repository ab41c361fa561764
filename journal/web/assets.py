"""The files in ``journal/static``, read once and served under ``/assets/``.

A file asked for with its fingerprint (``?v=…``) may be kept for a year; without it the browser asks
again each time and is told "unchanged" by ETag.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

ASSETS_FOLDER = Path(__file__).parent.parent / "static"
FOREVER = "public, max-age=31536000, immutable"

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file of ours, ready to be sent."""

    body: bytes
    media_type: str
    fingerprint: str


def load_assets(folder: Path = ASSETS_FOLDER) -> dict[str, Asset]:
    """Read every file of a known type, by its path below the folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.suffix in _TYPES)
    return {path.relative_to(folder).as_posix(): _read(path) for path in files}


def _read(path: Path) -> Asset:
    body = path.read_bytes()
    return Asset(body, _TYPES[path.suffix], sha256(body).hexdigest()[:16])


def versioned(assets: Mapping[str, Asset], name: str) -> str:
    """Return the address of a file below ``assets/``, with its fingerprint."""
    return f"assets/{name}?v={assets[name].fingerprint}"


def assets_route(assets: Mapping[str, Asset]) -> Route:
    """Build the route that serves the files."""

    async def serve(request: Request) -> Response:
        asset = assets.get(request.path_params["name"])
        if asset is None:
            return Response("There is nothing here.\n", 404, media_type="text/plain")
        tag = f'"{asset.fingerprint}"'
        current = request.query_params.get("v") == asset.fingerprint
        headers = {"etag": tag, "cache-control": FOREVER if current else "no-cache"}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(asset.body, headers=headers, media_type=asset.media_type)

    return Route("/assets/{name:path}", serve, methods=["GET"])
