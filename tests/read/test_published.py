"""Dates of publication."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.read.published import iso_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-03-01", "2025-03-01"),
        (" 2025-03-01 ", "2025-03-01"),
        ("2025-03-01T09:30:00+01:00", "2025-03-01T09:30:00+01:00"),
        ("2025-03-01T09:30:00Z", "2025-03-01T09:30:00Z"),
        ("2025-03-01t09:30z", "2025-03-01T09:30Z"),
        ("2025-03-01 09:30", "2025-03-01T09:30"),
        ("2025-03-01 09:30:00 +0100", "2025-03-01T09:30:00+01:00"),
        ("2025-03-01T09:30:00.250-05", "2025-03-01T09:30:00.250-05:00"),
        ("2025-03-01 09:30:00 UTC", "2025-03-01T09:30:00Z"),
        ("1 Mar 2025 09:30", "2025-03-01T09:30:00"),
        ("20250301", "2025-03-01"),
        ("20250301T093000Z", "2025-03-01T09:30:00+00:00"),
        ("Sat, 01 Mar 2025 09:30:00 GMT", "2025-03-01T09:30:00+00:00"),
        ("Sat, 1 Mar 2025 09:30:00 -0500", "2025-03-01T09:30:00-05:00"),
        ("1 March 2025", "2025-03-01"),
        ("March 1, 2025", "2025-03-01"),
        ("Saturday, March 1st, 2025", "2025-03-01"),
        ("Mar. 1, 2025", "2025-03-01"),
    ],
)
def test_dates_become_iso_8601_and_keep_their_offset(written: str, expected: str) -> None:
    assert iso_date(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "3/4/2025",
        "03.04.2025",
        "2025-13-01",
        "2025-02-30",
        "2025-03-01T25:00",
        "1740821400",
        "2025",
        "NaN",
    ],
)
def test_what_is_no_date_or_could_be_two_is_none(written: str) -> None:
    assert iso_date(written) is None


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_none(written: str) -> None:
    found = iso_date(written)
    assert found is None or iso_date(found) == found
