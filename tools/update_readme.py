"""Write the output of the demo into the README: `python tools/update_readme.py`. Pictures are drawn by make_pictures.py.

The test of the README fails when the output it shows is not what the program prints.
"""

from pathlib import Path

import twosource
from twosource.api import example_story
from twosource.report.terminal import summary

ROOT = Path(__file__).parents[1]
MARK = "<!-- demo output -->\n```text\n"
WIDTH = 100


def output() -> str:
    """What `twosource demo` prints where no terminal looks on."""
    with example_story() as folder:
        return summary(twosource.check([folder]), width=WIDTH)


def shown(readme: str) -> str:
    """The output that a README shows."""
    return readme.partition(MARK)[2].partition("```")[0].rstrip("\n")


def main() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (ROOT / "README.md").write_text(readme.replace(MARK + shown(readme), MARK + output()), encoding="utf-8")


if __name__ == "__main__":
    main()
