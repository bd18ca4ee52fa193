"""Filling in a form as a browser does: everything that the page sends, and what is changed of it."""

from html.parser import HTMLParser

from django.urls import reverse


class _Form(HTMLParser):
    """What a browser would send of the forms of a page, by name."""

    def __init__(self, html):
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self._select = self._area = None
        self._is_multiple = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "input":
            self._input(given)
        elif tag == "select":
            self._select, self._is_multiple = given.get("name"), "multiple" in given
        elif tag == "option" and self._select:
            self._option(given)
        elif tag == "textarea":
            self._area = given["name"]
            self.sent[self._area] = [""]

    def handle_endtag(self, tag):
        if tag == "select":
            self._select = None
        elif tag == "textarea":
            self._area = None

    def handle_data(self, data):
        if self._area:
            # A browser leaves out the first line break, which the template writes for the eye.
            self.sent[self._area][0] += data.removeprefix("\n") if self.sent[self._area] == [""] else data

    def _option(self, given):
        # Of a list to choose one from, the first is sent unless another is chosen.
        if not self._is_multiple and ("selected" in given or self._select not in self.sent):
            self.sent[self._select] = [given.get("value", "")]
        elif self._is_multiple and "selected" in given:
            self.sent.setdefault(self._select, []).append(given.get("value", ""))

    def _input(self, given):
        is_box = given.get("type") in ("checkbox", "radio")
        if given.get("name") and given.get("type") != "submit" and (not is_box or "checked" in given):
            self.sent.setdefault(given["name"], []).append(given.get("value", "on" if is_box else ""))


def sent_by(response) -> dict[str, list[str]]:
    """What the browser sends back when nothing is changed on the page."""
    sent = _Form(response.content.decode()).sent
    sent.pop("csrfmiddlewaretoken", None)
    return sent


def admin_url(row, page="change", *args) -> str:
    """The address of a row's page in admin; of its model's where `row` is a model."""
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}"
    return reverse(name, args=args if isinstance(row, type) else [row.pk, *args])


def save(client, row, **changes):
    """Open the row's form (a new one's where `row` is a model), change some of its fields and save it.

    A value of None unticks a box. Returns the answer, without following it.
    """
    url = admin_url(row, "add" if isinstance(row, type) else "change")
    return client.post(url, filled_in(client.get(url), **changes))


def filled_in(response, **changes) -> dict:
    """What the browser sends of the page's form after `changes`."""
    sent = sent_by(response) | changes
    return {name: value for name, value in sent.items() if value is not None}


def errors(response) -> str:
    """All that the page says is wrong, as one text."""
    form, formsets = response.context["adminform"].form, response.context["inline_admin_formsets"]
    said = [str(form.errors)] if form.errors else []
    for formset in formsets:
        said += [str(formset.formset.non_form_errors()), *(str(problems) for problems in formset.formset.errors)]
    return " ".join(said)
