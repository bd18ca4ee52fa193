"""Filling in a form as a browser does: everything that the page sends, and what is changed of it."""

from django.urls import reverse
from lxml import html


def sent_by(response) -> dict[str, list[str]]:
    """What the browser sends back when nothing is changed on the page, of all its forms, by name."""
    sent: dict[str, list[str]] = {}
    for field in html.document_fromstring(response.text).xpath("//input[@name] | //select[@name] | //textarea[@name]"):
        if values := _values(field):
            sent.setdefault(field.name, []).extend(values)
    sent.pop("csrfmiddlewaretoken", None)
    return sent


def _values(field) -> list[str]:
    if field.tag == "textarea":
        return [field.text_content().removeprefix("\n")]  # which the template writes for the eye
    if field.tag == "select":
        return list(field.value) if field.multiple else [field.value or ""] if field.value_options else []
    if field.type == "submit" or (field.checkable and not field.checked):
        return []
    return [field.get("value", "on" if field.checkable else "")]


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
    """What the browser sends of the page's form after `changes`, by an editor who is sure of what they type.

    Of figures that change they say that the source has revised them, unless `changes` say something else.
    """
    sent = sent_by(response)
    if sent.get("correction_kind") == [""]:
        sent["correction_kind"] = ["revision"]
    boxes = html.document_fromstring(response.text).xpath("//input[@type='checkbox']/@name")
    sent |= {name: ["on"] for name in boxes if name == "sure" or name.endswith("-sure")}
    return {name: value for name, value in (sent | changes).items() if value is not None}


def errors(response) -> str:
    """All that the page says is wrong, as one text."""
    form, formsets = response.context["adminform"].form, response.context["inline_admin_formsets"]
    said = [str(form.errors)] if form.errors else []
    for formset in formsets:
        said += [str(formset.formset.non_form_errors()), *(str(problems) for problems in formset.formset.errors)]
    return " ".join(said)
