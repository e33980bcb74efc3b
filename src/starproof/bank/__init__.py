"""The bank: stories with immutable revisions, kept in a database on the owner's machine."""
