"""A whole guide, from the first word to its restoration, through the forms that a browser sends."""

from django.urls import reverse

from careers.models import Career
from editorial.models import Draft
from facts.models import Change, Edition, Source
from tests.editorial import acupuncturist, readers
from tests.editorial.drafts import act, hand_in, only_draft, publish, said_to
from tests.editorial.forms import admin_url, filled_in, sent_by
from tests.editorial.guide_pages import TypedGuide, guide_url


def begin(client) -> TypedGuide:
    url = reverse("admin:careers_career_begin")
    page = client.post(url, sent_by(client.get(url)) | acupuncturist.BEGUN, follow=True)
    ((address, _),) = page.redirect_chain
    return TypedGuide(client, address)


def write(guide: TypedGuide) -> None:
    """The rows that parts name first, then all the parts."""
    for part in (*acupuncturist.SHARED, *acupuncturist.PARTS):
        guide.add(part.list_prefix, **part.fields)
    answer = guide.save()
    assert not guide.page.context["page"].wrong, [form.all_words() for form in guide.page.context["page"].wrong]
    assert "Kept in" in said_to(answer)


def let_publish(authors_desk, bens_desk, reason) -> None:
    draft = Draft.objects.unfinished().get()
    hand_in(authors_desk, draft, reason)
    assert "Readers see it now" in said_to(publish(bens_desk, draft))


def test_a_guide_is_written_sent_back_mended_published_seen_unpublished_and_restored(
    authors_desk, bens_desk, client, review
):
    def get(address):
        answer = client.get(address)
        return answer.status_code, answer.getvalue().decode()

    acupuncturist.given()
    guide = begin(authors_desk)
    write(guide)
    assert guide.page.context["page"].count == len(acupuncturist.PARTS) + 1  # the ladder, which came with its rungs
    readers.check_unknown(get)

    draft = only_draft()
    hand_in(authors_desk, draft)
    referral = draft.proposals.get(model="careers.responsibility", after__label="Refers patients")
    act(bens_desk, draft, "comment", proposal=referral.pk, field="text", text="How soon?")
    act(bens_desk, draft, "send-back", words="Say how urgent a referral is.")
    told = authors_desk.get(draft.desk_url).text
    assert "How soon?" in told
    assert "Say how urgent a referral is." in told

    guide.open()
    guide.put(guide.prefixes("do-responsibility")[-1], **acupuncturist.MENDED)
    guide.save()
    readers.check_unknown(get)
    let_publish(authors_desk, bens_desk, acupuncturist.PUBLISHED_BECAUSE)
    readers.check_public(get)
    assert acupuncturist.MENDED["text"] in client.get(f"/careers/{acupuncturist.SLUG}/").text
    assert client.get("/occupations/29-1291/").url == f"/careers/{acupuncturist.SLUG}/"

    career = Career.objects.get(slug=acupuncturist.SLUG)
    unpublish = admin_url(career, "delete")
    authors_desk.post(unpublish, filled_in(authors_desk.get(unpublish), why=acupuncturist.REMOVED_BECAUSE))
    readers.check_public(get)
    let_publish(authors_desk, bens_desk, acupuncturist.REMOVED_BECAUSE)
    readers.check_removed(get, acupuncturist.REMOVED_BECAUSE)

    change = Change.objects.removals().get(model="careers.career", row=career.pk)
    restore = reverse("admin:facts_change_restore", args=[change.pk])
    authors_desk.post(restore, filled_in(authors_desk.get(restore), why=acupuncturist.RESTORED_BECAUSE))
    readers.check_removed(get, acupuncturist.REMOVED_BECAUSE)
    let_publish(authors_desk, bens_desk, acupuncturist.RESTORED_BECAUSE)
    readers.check_public(get)
    assert Edition.objects.count() == 3
    source = Source.objects.get(publisher=acupuncturist.BEGUN["publisher"])
    again = TypedGuide(authors_desk, guide_url(career, source))
    assert again.page.context["page"].count == len(acupuncturist.PARTS) + 1
