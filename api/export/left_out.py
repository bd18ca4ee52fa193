"""Models that are in no file, with reasons."""

_DESK = "The editors’ desk."
_PEOPLE = "People who sign in, and what they may do."
_DOCUMENTS = "Documents made of the rows that are in the files."
_COUNTS = "Counts of claims, which are in the files one by one."
_LOADING = "What a load needs to tell what is new."

MODELS = {
    "facts.frozenguide": _DOCUMENTS,
    "facts.frozenjob": _DOCUMENTS,
    "facts.rendering": _DOCUMENTS,
    "explore.checkedpublisher": _COUNTS,
    "explore.claimtotal": _COUNTS,
    "ingest.loadedfile": _LOADING,
    "ingest.loadedrow": _LOADING,
}
APPS = {
    "accounts": _PEOPLE,
    "editorial": _DESK,
    "admin": _DESK,
    "auth": _PEOPLE,
    "axes": "Who failed to sign in.",
    "contenttypes": "Names of models, for Django.",
    "otp_totp": _PEOPLE,
    "sessions": "Who is signed in.",
}
HISTORY = "What a row said before: what changed between editions is in `changes`."
