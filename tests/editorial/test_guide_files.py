"""A guide goes down as a file and comes up again: what differs is proposed, what is wrong is named by line."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from careers.models import Career, Point
from careers.parts import guide_parts
from editorial.models import Draft, Proposal
from education.models import Step
from facts.models import Edition
from tests.editorial.drafts import hand_in, only_draft, publish
from tests.editorial.forms import sent_by
from tests.factories import (
    CareerFactory,
    FieldFactory,
    LadderFactory,
    PointFactory,
    SalaryFactory,
    SectionFactory,
    SourceFactory,
    StepFactory,
)
from tests.pages.stage import tell_everything

UPLOAD = "/admin/careers/career/guide/file/"

WHOLE = """
# Acupuncturist
career: acupuncturist
  field: healing
  summary: Treats with needles.
source: rungs-acupuncturist
  publisher: Rungs
  title: What acupuncturists do
  kind: guide

## What they do
kind: duties

They put in needles.

### Responsibilities

- Needling: Put needles in.
- Listening: Ask what hurts.
"""


@pytest.fixture
def career(db):
    return CareerFactory(title="Acupuncturist", slug="acupuncturist")


@pytest.fixture
def source(db):
    return SourceFactory(slug="example-acupuncturist")


def down(client, career, source) -> str:
    answer = client.get(reverse("admin:careers_career_file", args=[career.pk, source.pk]))
    assert answer["Content-Disposition"].endswith(f'{source.slug}-{career.slug}.guide"')
    return answer.text


def up(client, text):
    """What the page says the file would change."""
    return client.post(UPLOAD, {"file": SimpleUploadedFile("x.guide", text.encode())})


def take(client, page, **said):
    return client.post(UPLOAD, sent_by(page) | {"take": "yes"} | said, follow=True)


def lines(page) -> list[str]:
    return [f"{one.line} {one.kind} {one.title}" for one in page.context["changes"].changes]


@pytest.mark.usefixtures("review")
class TestDownAndUp:
    def test_whatever_a_guide_has_comes_back_as_it_was(self, authors_desk, db):
        career = tell_everything()
        sources = {
            row.source for model, owner in guide_parts() for row in model._base_manager.filter(**{owner: career})
        }
        for source in sources:
            page = up(authors_desk, down(authors_desk, career, source))
            assert "Nothing would change." in page.text, (source, page.context["refused"], lines(page))
        assert not Draft.objects.exists()

    def test_lines_are_added_changed_moved_and_left_out(self, authors_desk, bens_desk, career, source):
        SectionFactory(career=career, source=source, kind="becoming", heading="Becoming one", locator="Becoming one")
        said = {"career": career, "source": source}
        steps = [
            StepFactory(**said, position=place, title=title, text=f"{title} it.", locator=f"Becoming one, item {place}")
            for place, title in enumerate(["Study", "Pass", "Join"], start=1)
        ]
        text = down(authors_desk, career, source)
        study, passing, join = (_item(text, step.title) for step in steps)
        new = "- Move: Find a town.\n"
        changed = text.replace(study + passing + join, passing + new + study.replace("Study it.", "Study hard."))
        page = up(authors_desk, changed)
        kinds = sorted((one.kind, one.title) for one in page.context["changes"].changes)
        assert kinds == [("changed", "Pass"), ("changed", "Study"), ("new", "Move"), ("removed", "Join")]
        assert not Draft.objects.exists()
        assert "Kept in" in take(authors_desk, page).text
        hand_in(authors_desk, only_draft())
        assert "Readers see it now" in publish(bens_desk, only_draft()).text
        assert [step.title for step in Step.objects.order_by("position")] == ["Pass", "Move", "Study"]
        assert Step.objects.get(title="Study").pk == steps[0].pk
        assert Step.objects.get(title="Study").text == "Study hard."

    def test_a_guide_that_is_new_comes_from_a_file(self, authors_desk, bens_desk, db):
        FieldFactory(slug="healing")
        page = up(authors_desk, WHOLE)
        assert [one.kind for one in page.context["changes"].changes] == ["new"] * 5
        said = take(authors_desk, page)
        assert "Acupuncturist, as Rungs tells it" in said.text
        hand_in(authors_desk, only_draft())
        publish(bens_desk, only_draft())
        career = Career.objects.get(slug="acupuncturist")
        assert [row.label for row in career.responsibilities.all()] == ["Needling", "Listening"]
        assert "Nothing would change." in up(authors_desk, WHOLE).text

    def test_a_published_figure_asks_why(self, authors_desk, career, source):
        SalaryFactory(career=career, source=source, median=38_000, as_printed="$38,000")
        text = down(authors_desk, career, source).replace("38,000", "39,000").replace("38000", "39000")
        page = up(authors_desk, text)
        assert "If a figure changes" in page.text
        assert "say whether it was wrong here" in take(authors_desk, page).text
        assert not Draft.objects.exists()
        take(authors_desk, page, correction_kind="revision")
        assert Proposal.objects.get().after["median"] == "39000.00"


@pytest.mark.usefixtures("review")
class TestWhatIsWrong:
    def test_each_fault_is_named_with_its_line(self, authors_desk, db):
        FieldFactory(slug="healing")
        text = WHOLE.replace("field: healing", "field: nursing").replace("kind: duties", "kind: needles")
        page = up(authors_desk, text)
        found = {(one.line, one.reason.partition(":")[0]) for one in page.context["refused"]}
        assert {line for line, _ in found} == {3, 11}
        assert "Line 3" in page.text
        assert not Draft.objects.exists()

    def test_a_line_that_cannot_be_read_is_named(self, authors_desk, db):
        page = up(authors_desk, WHOLE + "\n### Nonsense\n\n- What: is this\n")
        assert [one.line for one in page.context["refused"]] == [21]
        assert "is no kind of row" in page.text

    @pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"# A\n" + b"\0", b"x" * (1024 * 1024 + 1)])
    def test_what_is_no_guide_is_refused_in_words(self, authors_desk, db, content):
        page = authors_desk.post(UPLOAD, {"file": SimpleUploadedFile("x.guide", content)})
        assert page.status_code == 200
        assert page.context["refused"] or page.context["form"].errors

    def test_what_others_need_is_not_removed(self, authors_desk, career, source):
        ladder = LadderFactory(career=career, source=source, rungs=1)
        SalaryFactory(career=career, source=SourceFactory(), level=ladder.rungs.get())
        text = down(authors_desk, career, source)
        page = up(
            authors_desk,
            text[: text.index("### Rungs")] + "## Pros and cons\n\n### Points\nside: pro\n\n- Calm: It is.\n",
        )
        assert "other rows refer to it" in page.text

    def test_scripts_in_a_file_stay_text(self, authors_desk, db):
        FieldFactory(slug="healing")
        page = up(authors_desk, WHOLE.replace("Put needles in.", "<script>alert(1)</script>"))
        assert "<script>alert(1)" not in page.text

    def test_nothing_is_public_before_it_is_published(self, authors_desk, career, source):
        PointFactory(career=career, source=source, text="Calm.")
        take(authors_desk, up(authors_desk, down(authors_desk, career, source).replace("Calm.", "Quiet.")))
        assert Point.objects.get().text == "Calm."
        assert not Edition.objects.exists()


def _item(text: str, title: str) -> str:
    """The lines of an item, with those that go with it."""
    start = text.index(f"- {title}:")
    rest = text[start + 1 :]
    ends = [place for end in ("\n- ", "\n\n", "\n#") if (place := rest.find(end)) >= 0]
    return text[start : start + 1 + (min(ends) if ends else len(rest) - 1)] + "\n"
