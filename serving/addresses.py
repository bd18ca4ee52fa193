"""Addresses that are served in a way of their own."""

DESK = "/admin/"
DOWNLOADS = "/download/"
HEALTH = "/healthz"
READY = "/readyz"
