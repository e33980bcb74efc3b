"""How often a sum of money recurs, where its own words leave that open."""
