from django.urls import register_converter


class Code:
    """An occupation, place or industry code: "29-2072", "US-CA", "soc-2018", "29-2072.01"."""

    regex = r"[A-Za-z0-9][A-Za-z0-9._:-]{0,119}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Code, "code")
