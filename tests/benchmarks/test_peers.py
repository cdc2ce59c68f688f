"""What cannot be installed is told by the line that says why."""

from benchmarks.peers.install import cause


def test_the_line_that_names_the_error_is_told():
    told = "  Running command git clone\n  fatal: unable to access\n  error: subprocess failed\n\nnote: not a problem with pip."
    assert cause(told) == "fatal: unable to access"
    assert cause("Something\nelse went wrong\n") == "else went wrong"
    assert cause("") == "pip failed"
