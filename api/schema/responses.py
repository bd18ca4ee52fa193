HEADERS = {
    "Rungs-Edition": {"schema": {"type": "string"}, "description": "The edition that the answer is of."},
    "ETag": {"schema": {"type": "string"}, "description": "Send it as If-None-Match: 304 means unchanged."},
    "Last-Modified": {"schema": {"type": "string"}, "description": "When the edition became public."},
    "Link": {
        "schema": {"type": "string"},
        "description": "This schema, documentation, pages before and after.",
    },
}
UNKNOWN = "Codes asked for that are not there. Given only beside the rows of codes that are."
UNCHANGED = {"description": "Nothing has changed since the ETag or the day that was sent."}
ERRORS = {
    "400": "Something in the request makes no sense; every problem is listed.",
    "404": "There is no such row, or no such page.",
    "410": "There was such a row; when and why it was removed, and what it last said.",
    "405": "Everything here is only read: GET, HEAD and OPTIONS.",
    "406": "The Accept header names no form that there is.",
}
ENVELOPE = {
    "count": {"type": "integer", "minimum": 0, "description": "How many rows there are on all pages."},
    "next": {"type": ["string", "null"], "format": "uri", "description": "The next page, if there is one."},
    "previous": {"type": ["string", "null"], "format": "uri", "description": "The page before, if there is one."},
    "read_as": {"type": "string", "description": "What the words were read as, where that is not as they were typed."},
}
CSV_TEXT = "All rows as a table, up to 100,000. What stands inside a field is flattened: source_slug, source_publisher."
