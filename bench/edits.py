"""What bench.editor edits, and the pages that show it."""

KEY = "himalayas-mra-median"
RELEASE = "may-2024"
WAGE = f"/wages/{RELEASE}/29-2072/US/"

SHOWN_ON = {
    "note": (f"/figures/{KEY}/", f"/api/v1/salaries/{KEY}/"),
    "credential": ("/careers/medical-records-administrator/readiness/",),
    "source": (WAGE,),
    "place": (WAGE,),
    "release": (WAGE, f"/sources/bls-oews/{RELEASE}/"),
}
PAGES = tuple(dict.fromkeys(page for pages in SHOWN_ON.values() for page in pages))
TURNS = ("note", "credential", "note", "source", "note", "place", "note", "release")
"""Every second edit is of one career, the others of what many share."""
