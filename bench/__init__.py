"""The figures, as ratios against a named reference in one run. Nothing here is installed."""
