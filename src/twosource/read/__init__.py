"""Bytes to documents: files, folders, pages, rows. What cannot be read becomes a `Reject` with its reason."""
