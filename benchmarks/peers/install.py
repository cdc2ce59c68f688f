"""Make an environment for each peer: `python -m benchmarks.peers.install [ENVIRONMENT...]`.

What cannot be installed is said in a line and left out; the rest goes on.
"""

import subprocess
import sys
import venv

from benchmarks.peers import ENVIRONMENTS, PEERS, Peer

ERRORS = ("fatal:", "ERROR:", "error:")


def install(peer: Peer) -> str | None:
    """Make the environment of a peer; None when done, else the line that says what went wrong."""
    folder = ENVIRONMENTS / peer.environment
    if not (folder / "bin" / "python").exists():
        venv.create(folder, with_pip=True, clear=True)
    command = [str(folder / "bin" / "python"), "-m", "pip", "install", "-q", *peer.requirements]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return None if done.returncode == 0 else cause(done.stderr)


def cause(told: str) -> str:
    """The first line of pip's that names an error: of git's, where a repository cannot be reached; else the last line."""
    lines = [line.strip() for line in told.splitlines() if line.strip()] or ["pip failed"]
    return next((line for line in lines if line.startswith(ERRORS)), lines[-1])


def main() -> int:
    """Install what is asked for, or all; exit status 1 where something could not be installed."""
    wanted = {peer.environment: peer for peer in PEERS.values()}
    unknown = sorted(set(sys.argv[1:]) - set(wanted))
    if unknown:
        print(f"no environment is called {', '.join(unknown)}; there are {', '.join(wanted)}", file=sys.stderr)
        return 2
    failed = False
    for name in sys.argv[1:] or wanted:
        problem = install(wanted[name])
        print(f"{name}: {problem or 'installed'}")
        if problem:
            failed = True
            # A half-made environment would look installed.
            (ENVIRONMENTS / name / "bin" / "python").unlink(missing_ok=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
