"""The benchmarks are a package beside the program, so its folder must be on the path."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
