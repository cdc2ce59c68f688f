import re

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from twosource.extraction.keys import find_keys, key_batches
from twosource.settings.reuse import KEY_WORDS

WORDS = st.lists(
    st.sampled_from(["anchor", "barge", "crane", "dock", "ebb", "ferry", "gull", "harbour", "inlet", "jetty"]),
    max_size=40,
)


def shared(a: str, b: str) -> int:
    """Keys of words as written that two texts have in common."""
    index, kind, key = find_keys([a, b])
    one, other = ({int(k) for i, n, k in zip(index, kind, key, strict=True) if i == at and n == 0} for at in (0, 1))
    return len(one & other)


def runs(text: str) -> set[tuple[str, ...]]:
    found = re.findall(r"[^\W_]+", text.casefold())
    return {tuple(found[i : i + KEY_WORDS]) for i in range(len(found) - KEY_WORDS + 1)}


@given(WORDS, WORDS)
def test_short_texts_share_a_key_for_each_run_of_words_they_share(a, b):
    one, other = " ".join(a), " ".join(b)
    assert shared(one, other) == len(runs(one) & runs(other))


def test_case_punctuation_and_typography_change_no_key():
    assert shared("The barge—Old Anna—sank at the north jetty", "the barge, old anna, sank AT the “north” jetty.") == 5


def test_the_keys_of_a_text_do_not_depend_on_its_neighbours():
    text = "A barge sank at the north jetty before the ferry could turn."
    alone = find_keys([text])[2].tolist()
    index, _, key = find_keys(["Gulls.", text, "", text])
    assert [k for i, k in zip(index, key, strict=True) if i == 1] == alone
    assert [k for i, k in zip(index, key, strict=True) if i == 3] == alone


def test_a_script_without_spaces_gets_keys_of_characters():
    assert shared("港口大火烧毁了两座仓库和三台起重机", "昨晚港口大火烧毁了两座仓库") > 3
    assert shared("港口大火烧毁了两座仓库", "火车在山谷里脱轨十四人受伤") == 0


def test_long_texts_keep_the_same_sample_of_what_they_share():
    long = " ".join(f"w{n}" for n in range(3000))
    part = " ".join(f"w{n}" for n in range(1000, 2000))
    assert 0.15 < shared(long, part) / 996 < 0.35


def test_batches_come_back_as_key_records():
    batch = pa.RecordBatch.from_pydict({"document": [4, 7], "text": ["one two three four five six", ""]})
    (found,) = key_batches(iter([batch]))
    assert set(found.column("document").to_pylist()) == {4}
