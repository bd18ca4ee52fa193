"""The page of a guide, filled in as a browser does."""

import re

from django.urls import reverse

from tests.editorial.forms import sent_by


def guide_url(career, source) -> str:
    return reverse("admin:careers_career_guide", args=[career.pk, source.pk])


class TypedGuide:
    """What a browser would send of the page, changed as an editor changes it."""

    def __init__(self, client, url):
        self.client, self.url = client, url
        self.open()

    def open(self):
        self.read(self.client.get(self.url))

    def read(self, page):
        assert page.status_code == 200, page.status_code
        self.page = page
        sent = sent_by(page)
        self.sent = {name: values for name, values in sent.items() if "__prefix__" not in name}
        self.blank = {name: values for name, values in sent.items() if "__prefix__" in name}

    def add(self, list_prefix, **fields) -> str:
        """A new part at the end of a list; gives its prefix."""
        total = f"{list_prefix}-TOTAL_FORMS"
        number = int(self.sent[total][0])
        self.sent[total] = [str(number + 1)]
        prefix = f"{list_prefix}-{number}"
        blank = {name: values for name, values in self.blank.items() if name.startswith(f"{list_prefix}-__prefix__-")}
        self.sent |= {name.replace("__prefix__", str(number)): values for name, values in blank.items()}
        given = {"part_order": "999", "part_row": "", "part_made": f"made-{prefix}"} | fields
        self.sent |= {f"{prefix}-{name}": [str(value)] for name, value in given.items()}
        return prefix

    def put(self, prefix, **fields):
        self.sent |= {f"{prefix}-{name}": [str(value)] for name, value in fields.items()}

    def prefixes(self, list_prefix) -> list[str]:
        """In their order."""
        found = [name for name in self.sent if re.fullmatch(rf"{list_prefix}-\d+-part_order", name)]
        return [name.removesuffix("-part_order") for name in sorted(found, key=lambda name: int(self.sent[name][0]))]

    def order(self, *prefixes):
        for place, prefix in enumerate(prefixes, start=1):
            self.put(prefix, part_order=place)

    def save(self, **said):
        """Press Save, and follow to the page."""
        answer = self.client.post(self.url, self.sent | {"_save": "yes"} | said, follow=True)
        self.read(answer)
        return answer

    def keep(self):
        """What the page's script does a moment after the last key."""
        sent = {name: values for name, values in self.sent.items() if name != "once"}
        return self.client.post(self.url, sent | {"_auto": "yes"}).json()

    def press(self, button, value):
        self.read(self.client.post(self.url, self.sent | {button: value}))
