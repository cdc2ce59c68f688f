"""Moments of publication in universal time."""

from datetime import datetime

from twosource.text.moments import moment_of


def test_times_of_different_offsets_compare() -> None:
    early, late = moment_of("2026-03-04T08:00:00+02:00"), moment_of("2026-03-04T07:00:00+00:00")
    assert early is not None and late is not None and early < late
    assert moment_of("yesterday") is None


def test_a_date_at_the_end_of_the_calendar_stays_in_it() -> None:
    assert moment_of("0001-01-01") == datetime(1, 1, 1)
    assert moment_of("9999-12-31T23:59:59+02:00") == datetime(9999, 12, 31, 21, 59, 59)
    assert moment_of("9999-12-31T23:59:59-14:00") is None
    assert moment_of(None) is None
