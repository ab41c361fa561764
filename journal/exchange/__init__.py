"""Into and out of files: what other apps export, and what this journal gives away."""
