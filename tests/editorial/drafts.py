"""What drafts' tests do: press the buttons of a draft's page as a browser does."""

from django.urls import reverse

from editorial.models import Draft
from tests.editorial.forms import sent_by


def act(client, draft, what, /, **sent):
    """Press a button on the draft's page, and say yes to what it asks; follows the answer to its page."""
    return client.post(reverse("admin:editorial_draft_act", args=[draft.pk, what]), {"sure": "yes"} | sent, follow=True)


def hand_in(client, draft, reason="The guide was corrected."):
    """Hand the draft in, with a reason."""
    return act(client, draft, "hand-in", reason=reason)


def publish(client, *drafts, **otherwise):
    """Publish drafts together as the page with their differences offers it, or with something sent `otherwise`."""
    url = reverse("admin:editorial_draft_review", query=[("draft", draft.pk) for draft in drafts])
    page = client.get(url)
    offered = sent_by(page)
    sent = {
        "digest": page.context["digest"],
        "reason": offered.get("reason", ["Why not."])[0],
        "draft": [d.pk for d in drafts],
    }
    return act(client, drafts[0], "publish", **sent | otherwise)


def only_draft() -> Draft:
    """The one draft that there is."""
    return Draft.objects.get()


def said_to(answer) -> str:
    """The messages on the page."""
    return " ".join(str(message) for message in answer.context["messages"])
