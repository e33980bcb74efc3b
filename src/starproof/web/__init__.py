"""The web app: pages and REST over the api, served on this machine alone."""
