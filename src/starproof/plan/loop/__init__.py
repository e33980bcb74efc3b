"""The plan of a day of interviews: read, solved exactly, put into words."""
