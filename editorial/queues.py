from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from editorial.models import Draft, LinkCheck, Report
from editorial.queue import Queue, QueueHeading, QueueItem, register, register_each
from facts.models import Release, Source, Statement
from facts.models.leaving_out import leave_out
from facts.models.statement import statement_models


def superseded_releases() -> list[QueueItem]:
    found = leave_out(Release.objects.superseded(timezone.now().date()).select_related("source"), "report")
    return [_superseded(release) for release in found.order_by("next_due", "pk")]


def _superseded(release: Release) -> QueueItem:
    links = [("The release", reverse("admin:facts_release_change", args=[release.pk]))]
    if release.source.url:
        links.append(("The publisher’s page", release.source.url))
    matter = f"The next release was due by {release.next_due:%B %-d, %Y}."
    return QueueItem(f"{release.source.title} {release.label}", matter, links)


def register_all() -> None:
    for queue in (REVIEW, ASSIGNED, SENT_BACK, MINE, REPORTS):
        register(queue)
    register_each(lambda: map(_old, statement_models()))  # kinds of statement are registered by apps above this one
    register(SUPERSEDED)
    register(ADDRESSES)
    register(LINKS)


REVIEW = Queue(
    slug="review",
    heading=QueueHeading.DRAFTS,
    title="Waiting for review",
    why="Handed in: a publisher looks at the differences and publishes them, or sends them back with words.",
    permission="editorial.view_draft",
    count=lambda user: Draft.objects.waiting().count(),
    address=lambda user: reverse("admin:editorial_draft_changelist", query={"state__exact": Draft.State.WAITING}),
)
ASSIGNED = Queue(
    slug="assigned",
    heading=QueueHeading.DRAFTS,
    title="For me to review",
    why="You are asked to look at these.",
    permission="editorial.publish_draft",
    count=lambda user: Draft.objects.waiting().filter(assignee=user).count(),
    address=lambda user: reverse("admin:editorial_draft_changelist", query={"assignee__id__exact": user.pk}),
)
SENT_BACK = Queue(
    slug="sent-back",
    heading=QueueHeading.DRAFTS,
    title="Sent back to me",
    why="A publisher says what is to be done about them.",
    permission="editorial.view_draft",
    count=lambda user: Draft.objects.sent_back().written_by(user).count(),
    address=lambda user: reverse("admin:editorial_draft_changelist", query={"of": "mine", "back": "yes"}),
)
MINE = Queue(
    slug="mine",
    heading=QueueHeading.DRAFTS,
    title="Drafts of mine",
    why="Yours or shared with you, and not public yet.",
    permission="editorial.view_draft",
    count=lambda user: Draft.objects.unfinished().written_by(user).count(),
    address=lambda user: reverse("admin:editorial_draft_changelist", query={"of": "mine"}),
)
REPORTS = Queue(
    slug="reports",
    heading=QueueHeading.READERS,
    title="Readers’ reports",
    why="What readers say is wrong: answer it, change what is wrong, or set it aside.",
    permission="editorial.view_report",
    count=lambda user: Report.objects.waiting().count(),
    address=lambda user: reverse("admin:editorial_report_changelist", query={"is": "waiting"}),
)
SUPERSEDED = Queue(
    slug="superseded",
    heading=QueueHeading.AGE,
    title="Releases that are superseded",
    why="The next one should be out, by how often the source appears: fetch it, or set the day on which it is due.",
    permission="facts.view_release",
    count=lambda user: Release.objects.superseded(timezone.now().date()).count(),
    items=superseded_releases,
)
ADDRESSES = Queue(
    slug="addresses",
    heading=QueueHeading.SOURCES,
    title="Sources without a working address",
    why="None is given, or what is given is no address of the web: readers cannot look the source up.",
    permission="facts.view_source",
    count=lambda user: Source.objects.without_address().count(),
    address=lambda user: reverse("admin:facts_source_changelist", query={"address": "none"}),
)


LINKS = Queue(
    slug="links",
    heading=QueueHeading.SOURCES,
    title="Addresses that did not answer",
    why="Looked up twice in a row without an answer (check_links): look for where the document is now.",
    permission="editorial.view_linkcheck",
    count=lambda user: LinkCheck.objects.broken().count(),
    address=lambda user: reverse("admin:editorial_linkcheck_changelist", query={"broken": "yes"}),
)


def _old(model: type[Statement]) -> Queue:
    name = model._meta.model_name
    return Queue(
        slug=f"old-{name}",
        heading=QueueHeading.AGE,
        title=f"{capfirst(model._meta.verbose_name_plural)} that have grown old",
        why="What they speak of ended five years ago or more: look for what the source says now.",
        permission=f"{model._meta.app_label}.view_{name}",
        count=lambda user: model.objects.grown_old(timezone.now().date()).count(),  # type: ignore[attr-defined]
        address=lambda user: reverse(f"admin:{model._meta.app_label}_{name}_changelist", query={"age": "old"}),
    )
