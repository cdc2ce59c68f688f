"""What the pairs mean: lineage, claims, origins, verdicts, findings."""
