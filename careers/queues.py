from django.urls import reverse
from django.utils import timezone

from careers.models import Career
from editorial.queue import Queue, QueueHeading, register


def register_all() -> None:
    register(REVIEWS)


REVIEWS = Queue(
    slug="guides-due",
    heading=QueueHeading.AGE,
    title="Guides due for a review",
    why="The day that was set for it has come: look the guide through, and set another.",
    permission="careers.view_career",
    count=lambda user: Career.objects.due_for_review(timezone.now().date()).count(),
    address=lambda user: reverse("admin:careers_career_changelist", query={"review": "due"}),
)
