"""REST under ``/api/v1``, one module each with a ``router``."""
