"""What sort of text this is, what it is about, and whether it is somebody else's."""
