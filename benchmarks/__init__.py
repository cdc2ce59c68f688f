"""Measures of the program on material of its own and on public benchmarks."""
