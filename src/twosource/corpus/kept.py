"""The links of the last run: a pair of documents that are what they were is as near as it was.

links/documents.parquet   the mark and the state of each document, in order of their numbers in that run
links/links.parquet       the links between them
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from twosource.corpus.folder import Folder, writing
from twosource.engines.stored import Stored, completed
from twosource.stories import NO_LINKS, Integers, Links

Marks = npt.NDArray[np.uint64]

_FOLDER = "links"
_ROWS = 65_536


class KeptLinks:
    """Links that lie in the folder of a corpus; `marks` tell the documents of this run, each with its content, apart."""

    def __init__(self, folder: Folder, marks: Marks) -> None:
        self._folder, self._marks = folder, marks

    def whole(self) -> Links | None:
        """The links of the last run where it was one of the very same documents."""
        return self._links() if np.array_equal(self._then()[0], self._marks) else None

    def known(self, states: Marks) -> tuple[Links, Integers]:
        """The links of the last run that hold still, and the documents that have to look for theirs: at first all."""
        count = len(self._marks)
        then, old_states = self._then()
        if not len(then):
            return NO_LINKS, np.arange(count)
        order = np.argsort(self._marks)
        found = order[np.minimum(np.searchsorted(self._marks, then, sorter=order), count - 1)].astype(np.int32)
        same = (self._marks[found] == then) & (states[found] == old_states)
        changed = np.ones(count, np.bool_)
        changed[found[same]] = False
        a, b, nearness = self._links()
        held = same[a] & same[b]
        return Links(found[a[held]], found[b[held]], nearness[held]), np.flatnonzero(changed)

    def keep(self, links: Links, states: Marks) -> None:
        """Keep the links of this run, in order, in place of the last one's."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        order = np.lexsort((links.b, links.a))
        schema = pa.schema([(name, pa.int32()) for name in Links._fields])
        with writing(self._folder.root), completed(self._folder.path(_FOLDER)) as part:
            pq.write_table(pa.table({"mark": self._marks, "state": states}), part / "documents.parquet")
            # A dictionary of numbers, and batches that gather to large groups, would take some thirty megabytes more.
            with pq.ParquetWriter(part / "links.parquet", schema, compression="zstd", use_dictionary=False) as file:
                for start in range(0, len(order), _ROWS):
                    rows = order[start : start + _ROWS]
                    file.write_table(pa.table([column[rows] for column in links], schema=schema))

    def _then(self) -> tuple[Marks, Marks]:
        """The marks and the states of the last run; none without one."""
        if not self._folder.path(_FOLDER).is_dir():
            return np.zeros(0, np.uint64), np.zeros(0, np.uint64)
        table = self._folder.read_table(f"{_FOLDER}/documents.parquet")
        return table["mark"].to_numpy(), table["state"].to_numpy()

    def _links(self) -> Links:
        table = self._folder.read_table(f"{_FOLDER}/links.parquet")
        return Links(*(table[name].to_numpy() for name in Links._fields))

    def states(self, signatures: Stored, seeking: Stored) -> Marks:
        """A number for each document that changes when anything does that its links hang on.

        Which documents it meets by a term that very many hold is told by the last of them.
        """
        found = self._marks.copy()
        for document, key, weight in _read(signatures, "document", "key", "weight"):
            np.add.at(found, document, _mixed(key, weight))
        marks = np.append(self._marks, np.uint64(0))  # of what reaches to no document, which is the last
        for document, key, hot, reach in _read(seeking, "document", "key", "hot", "reach"):
            np.add.at(found, document, _mixed(key, marks[reach], hot + 1))
        return found


def _read(table: Stored, *names: str) -> Iterator[list[Integers]]:
    for batch in table.batches(_ROWS, list(names)):
        yield [batch.column(name).to_numpy() for name in names]


def _mixed(*columns: Integers | Marks) -> Marks:
    """One number for each row, in which every bit of every column counts."""
    found = np.zeros(len(columns[0]), np.uint64)
    for column in columns:
        found ^= column.astype(np.uint64)
        for factor in (0xBF58476D1CE4E5B9, 0x94D049BB133111EB):  # those of SplitMix64
            found *= np.uint64(factor)
            found ^= found >> np.uint64(29)
    return found
