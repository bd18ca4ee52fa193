"""British spellings of words that titles have, in American ones. Pure."""

import re

WORDS = {
    "aluminium": "aluminum",
    "analyse": "analyze",
    "catalogue": "catalog",
    "cheque": "check",
    "counsellor": "counselor",
    "defence": "defense",
    "draught": "draft",
    "draughtsman": "draftsman",
    "grey": "gray",
    "jeweller": "jeweler",
    "jewellery": "jewelry",
    "kerb": "curb",
    "labelling": "labeling",
    "licence": "license",
    "modeller": "modeler",
    "mould": "mold",
    "moulder": "molder",
    "plough": "plow",
    "practise": "practice",
    "programme": "program",
    "storey": "story",
    "traveller": "traveler",
    "tyre": "tire",
}
PARTS = (
    (re.compile(r"^(orthop|p)aed"), r"\1ed"),
    (re.compile(r"^(an|gyn)ae"), r"\1e"),
    (re.compile(r"^haem"), "hem"),
    (re.compile(r"(arm|behavi|col|flav|harb|hon|lab|neighb|od|vap)our"), r"\1or"),
    (re.compile(r"(cent|fib|lit|met|spect|theat)re$"), r"\1er"),
    (re.compile(r"isation"), "ization"),
)


def american(word: str) -> str:
    """ "centre" gives "center", "paediatrician" gives "pediatrician"."""
    if word in WORDS:
        return WORDS[word]
    for pattern, replacement in PARTS:
        word = pattern.sub(replacement, word)
    return word
