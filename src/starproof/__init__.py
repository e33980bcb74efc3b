"""starproof proofreads behavioral-interview stories for engineering managers."""

__version__ = "0.1.0"
