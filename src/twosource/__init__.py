"""The two-source rule as a tool: what stands behind each claim of many reports of one story.

>>> import twosource
>>> ledger = twosource.check(["reports/"])
>>> found = twosource.extract("text of one document")
>>> twosource.export(ledger, "xlsx", "story.xlsx")
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twosource.api import check, compare_quotations, compare_sentences, export, extract, reuse
    from twosource.records import Document, Scored

__version__ = "0.1.0"
__all__ = ["Document", "Scored", "check", "compare_quotations", "compare_sentences", "export", "extract", "reuse"]


def __getattr__(name: str) -> Any:
    """Load a part of the public face when it is first used, so that the bare import stays fast."""
    if name not in __all__:
        raise AttributeError(f"module 'twosource' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("twosource.records" if name in ("Document", "Scored") else "twosource.api"), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
