"""Who takes part and how many: people, teams, those from elsewhere, by number and by name."""
