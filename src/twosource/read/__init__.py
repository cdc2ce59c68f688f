"""Bytes to documents. What cannot be read becomes a `Reject` with its reason, and the rest goes on."""

from twosource.read.documents import document, read

__all__ = ["document", "read"]
