"""Where what is no public page stands."""

DESK = "/admin/"
HEALTH = "/healthz"
