"""Documents that differ in nothing but their ids are extracted once; what they say is told again of each."""

from typing import Any

from twosource.records import Extraction, Record, record_id


def retold(found: Extraction, document: str) -> Extraction | None:
    """What one document says, told of its copy; None where an id does not hang on the document as it is known to."""
    now, then = _ids(found, found.document), _ids(found, document)
    if [*(one.id for one in found.statements), *(one.id for one in found.figures)] != now:
        return None
    ids = dict(zip(now, then, strict=True))
    told: Extraction = _renamed(found, ids, document)
    return told


def _ids(found: Extraction, document: str) -> list[str]:
    """The ids of the statements and the figures as they are where a document of this id says them."""
    return [
        *(
            record_id(
                document,
                one.kind,
                *map(tuple, one.content),
                one.cue and tuple(one.cue),
                one.speaker.span and tuple(one.speaker.span),
            )
            for one in found.statements
        ),
        *(record_id("figure", document, *one.span, one.text) for one in found.figures),
    ]


def _renamed(value: Any, ids: dict[str, str], document: str) -> Any:
    if isinstance(value, Record):
        kept = {name: _renamed(getattr(value, name), ids, document) for name in value.__struct_fields__}
        return type(value)(**kept | ({"document": document} if "document" in kept else {}))
    if type(value) is tuple:
        return tuple(_renamed(one, ids, document) for one in value)
    return ids.get(value, value) if isinstance(value, str) else value
