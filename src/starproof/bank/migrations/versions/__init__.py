"""One file a step, named by the version that it leads to."""
