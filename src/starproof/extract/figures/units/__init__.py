"""What a figure measures by its own words: money, time, shares, factors, sizes."""
