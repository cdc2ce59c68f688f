"""Write the table of the README and docs/benchmarks.md from the committed results: `python -m benchmarks.publish`.

`python -m benchmarks.run all --data FOLDER --json benchmarks/results/quality.json` makes the results.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.sets import SETS
from benchmarks.stages import summary as summary_of_stages

ROOT = Path(__file__).parents[1]
QUALITY = ROOT / "benchmarks" / "results" / "quality.json"
SPEED = ROOT / "benchmarks" / "results" / "speed.json"
STAGES = ROOT / "benchmarks" / "results" / "stages.json"
PAGE = ROOT / "docs" / "benchmarks.md"
README = ROOT / "README.md"
BEGIN, END = "<!-- results -->\n", "<!-- end of results -->"
FEWER = ("false", "flagged", "different agencies", "own text", "furniture kept", "error", "width")
Result = Mapping[str, Any]


def groups(results: Sequence[Result]) -> Iterator[list[Result]]:
    """The results that answer one question: ours first, then those of the peers."""
    found: dict[tuple[str, str], list[Result]] = {}
    for result in results:
        if "skipped" not in result:
            found.setdefault((result["skill"], result["data"]), []).append(result)
    yield from found.values()


def summary(written: Mapping[str, Any]) -> str:
    """The README's table: one row a measurement, with the best peer beside ours."""
    lines = [
        "| skill | on | measure | here | best peer | its value | speed against it |",
        "|---|---|---|---|---|---|---|",
    ]
    for ours, *peers in groups(written["results"]):
        # Peers know a part of what a case asks, so beside them stands the measure that they can reach.
        measure = ours["headline"][bool(peers) and ours["headline"][0] == "cases right"]
        row = [
            ours["skill"],
            ours["data"].removeprefix("cases/") + (" (own cases)" if "cases/" in ours["data"] else ""),
            measure,
        ]
        row.append(number(ours["measures"].get(measure)))
        whole = [peer for peer in peers if "ours on the same rows" not in peer and measure in peer["measures"]]
        if whole:
            best = max(whole, key=lambda peer: peer["measures"][measure])
            row += [best["system"], number(best["measures"][measure]), times(ours, best)]
        else:
            row += ["", "", ""]
        lines.append("| " + " | ".join(row) + " |")
    return "\n".join(lines)


def page(written: Mapping[str, Any], speed: Mapping[str, Any] | None, before: Mapping[str, Any] | None = None) -> str:
    """The page of all results."""
    about = written["about"]
    machine = about["machine"]
    lines = [
        "# Benchmarks", "",
        f"Measured on {about['date']} at commit {about['commit']}, on {machine['cores']} cores of {machine['processor']}, "
        f"{machine['system']}, CPython {about['python']}; one core, processor time of the work alone. The page is written by "
        "`python -m benchmarks.publish`; [benchmarks/README.md](../benchmarks/README.md) tells how to run it all again.", "",
    ]  # fmt: skip
    for ours, *peers in groups(written["results"]):
        about = f"{ours['rows']} rows, digest {ours['digest']}{source(ours['data'])}."
        lines += [f"## {ours['skill']}: {ours['data']}", "", about, ""]
        lines += [*table([ours, *peers]), ""]
        lines += remarks(ours, peers)
    skipped = [result for result in written["results"] if "skipped" in result]
    if skipped:
        lines += [
            "## Skipped",
            "",
            *(f"- {one['skill']}, {one['data']}, {one['system']}: {one['skipped']}" for one in skipped),
            "",
        ]
    lines += stages(speed) if speed else ()
    lines += against(before) if before else ()
    return "\n".join(lines).rstrip() + "\n"


def source(data: str) -> str:
    """Where a public set is from, and its licence; nothing for what is shipped or made up."""
    if data not in SETS:
        return ""
    found = SETS[data]
    places = ", ".join(name + (f" at {at[:12]}" if at else "") for name, at in found.repositories.items())
    return f"; from {places}; licence: {found.licence}"


def table(results: Sequence[Result]) -> list[str]:
    """A table of the headline measures, a row a system."""
    measures = results[0]["headline"]
    lines = ["| system | " + " | ".join(measures) + " | rows a second |", "|---" * (len(measures) + 2) + "|"]
    for one in results:
        values = [number(one["measures"].get(name)) for name in measures]
        lines.append(f"| {one['system']} {one['version']} | " + " | ".join(values) + f" | {one['rows per second']:,} |")
        if same := one.get("ours on the same rows"):
            values = [number(same.get(name)) for name in measures]
            lines.append(f"| ours on its {one['rows']} rows | " + " | ".join(values) + " | |")
    return lines


def remarks(ours: Result, peers: Sequence[Result]) -> list[str]:
    """Lines on how the peers were run, then those on where they do better."""
    notes = dict.fromkeys((peer["system"], peer["note"]) for peer in peers if peer.get("note"))
    lines = [*(f"- {system}: {note}." for system, note in notes), *better(ours, peers)]
    return [*lines, ""] if lines else []


def better(ours: Result, peers: Sequence[Result]) -> list[str]:
    """A line for every measure, or speed, in which a peer does better."""
    lines = []
    for peer in peers:
        mine = peer.get("ours on the same rows", ours["measures"])
        asked = [name for name in ours["headline"] if name in peer["measures"]]
        ahead = [name for name in asked if beats(name, peer["measures"][name], mine.get(name, 0))]
        ahead += ["speed"] if peer["rows per second"] > ours["rows per second"] else []
        if ahead:
            lines.append(f"- {peer['system']} is better in: {', '.join(ahead)}.")
    return lines


def beats(name: str, theirs: float, mine: float) -> bool:
    """Whether their value is the better one."""
    return theirs < mine if any(word in name for word in FEWER) else theirs > mine


def stages(speed: Mapping[str, Any]) -> list[str]:
    """Where the time goes."""
    lines = ["# Speed", ""]
    for one in speed["stages"]:
        lines += [f"## {one['work']}: {one['documents per second']} documents a second", ""]
        lines += [
            f"{one['documents']} documents of {one['mean characters']} characters on average ({one['data']}).",
            "",
        ]
        lines += ["| stage | share of time | calls | p50 ms | p95 ms |", "|---|---|---|---|---|"]
        for row in one["stages"]:
            share = f"{100 * row['seconds'] / one['seconds']:.1f}%"
            lines.append(
                f"| {row['stage']} | {share} | {row['calls']} | {row.get('p50_ms', '')} | {row.get('p95_ms', '')} |"
            )
        lines.append("")
    lines += ["## Growth", "", "| work | documents: seconds (peak MB) | exponent |", "|---|---|---|"]
    for one in speed["ladders"]:
        rungs = ", ".join(f"{step['documents']}: {step['seconds']} ({step['peak MB']})" for step in one["rungs"])
        lines.append(f"| {one['work']} | {rungs} | {one['exponent']} |")
    lines += ["", "## Start-up and size", "", "| what | value |", "|---|---|"]
    lines += [f"| {name}, ms | {value} |" for name, value in speed["start-up ms"].items()]
    lines += [f"| {name} | {value} |" for name, value in speed["install"].items()]
    return lines


def against(before: Mapping[str, Any], least: float = 0.05) -> list[str]:
    """How fast each stage is against an older revision, where it took that many seconds in either."""
    lines = [
        "", f"## Stages against revision {before['before'][:12]}", "",
        "Both in one run on the same texts, by `python -m benchmarks.stages`; a ratio above 1 is faster than it was. Where the "
        "output is not equal, the two do not do the same work.", "",
    ]  # fmt: skip
    for one in before["works"]:
        lines += [f"### {summary_of_stages(one)}", "", "| stage | before, s | now, s | ratio |", "|---|---|---|---|"]
        lines += [
            f"| {row['stage']} | {row['before']:.3f} | {row['after']:.3f} | {row['ratio'] or ''} |"
            for row in one["stages"]
            if max(row["before"], row["after"]) >= least
        ]
        lines.append("")
    return lines


def number(value: float | None) -> str:
    """A measure as it is shown."""
    return "" if value is None else f"{value:.3f}".removeprefix("0") if 0 <= value < 1 else f"{value:.3f}"


def times(ours: Result, peer: Result) -> str:
    """How many times as fast we are, as it is shown."""
    factor = ours["rows per second"] / peer["rows per second"]
    return f"{factor:.1f} times as fast" if factor >= 1 else f"{1 / factor:.1f} times as slow"


def read(path: Path) -> Any:
    """The results of a file, None where there is none."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def readme(text: str, written: Mapping[str, Any]) -> str:
    """The README with its table of results."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + summary(written) + "\n" + END + after


def main() -> int:
    """Write both."""
    written = read(QUALITY)
    if written is None:
        print(
            f"there are no results in {QUALITY}; make them with python -m benchmarks.run all --json {QUALITY}",
            file=sys.stderr,
        )
        return 2
    PAGE.write_text(page(written, read(SPEED), read(STAGES)), encoding="utf-8")
    README.write_text(readme(README.read_text(encoding="utf-8"), written), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
