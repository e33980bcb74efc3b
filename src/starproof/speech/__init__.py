"""From a recording to words with their times, on this machine."""
