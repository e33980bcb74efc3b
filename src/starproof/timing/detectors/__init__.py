"""One detector a file; each looks for one thing that a framework may ask of a section."""
