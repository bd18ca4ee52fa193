DESK = "/admin/"
DOWNLOADS = "/download/"
HEALTH = "/healthz"
READY = "/readyz"
