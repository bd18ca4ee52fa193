import hmac
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from editorial.models import Draft, Report, ReportCount
from facts.models import Edition

WINDOW = timedelta(hours=1)
MOST_IN_A_WINDOW = 10
PREFIXES = {64: MOST_IN_A_WINDOW, 48: 50}
"""Of IPv6: a /64 is one household's, a /48 one customer's, who has 65,536 of the former."""
MOST_OF_THE_SITE = 500
EVERYWHERE = "everywhere"
#: Characters without a shape of their own that turn the order of those around them.
TURNING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class TooManyReports(Exception):  # noqa: N818 - an answer rather than a mistake
    """`most` an hour have come from a `place` ("your network", "everywhere"); `seconds` until the next is heard."""

    def __init__(self, seconds: int, most: int, place: str) -> None:
        self.seconds = seconds
        super().__init__(f"At most {most} reports an hour are taken from {place}.")


class AlreadySettled(Exception):  # noqa: N818 - an answer rather than a mistake
    """Somebody else has dealt with the report in the meantime."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is reported: its row, title, page, and what stands there."""

    row: models.Model
    title: str
    page: str
    said: str = ""


# A reader's -----------------------------------------------------------------------------------------------------------


@transaction.atomic
def report(subject: Subject, *, wrong: str, should_be: str = "", says_where: str = "", address: str) -> Report:
    """Keep what a reader says, not public.

    The network `address` is counted, hashed, not kept. Raises TooManyReports, or ValidationError for a missing or
    long text.
    """
    texts = {"wrong": plain(wrong), "should_be": plain(should_be), "says_where": plain(says_where)}
    made = Report(
        page=subject.page,
        title=subject.title[:250],
        model=subject.row._meta.label_lower,
        row=subject.row.pk,
        said=subject.said[:500],
        **texts,
    )
    made.full_clean(validate_unique=False)
    _count(address, timezone.now())
    made.save(force_insert=True)
    return made


def plain(text: str) -> str:
    """NFC, \n line ends, no control characters."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in lines if letter == "\n" or _is_shown(letter)).strip()


def _is_shown(letter: Any) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cs", "Co", "Cn") and letter not in TURNING


def _count(address: str, now: datetime) -> None:
    """Count one more from `address` and its networks and in all, unless that is one too many for any of them."""
    window = now - (now - datetime.min.replace(tzinfo=now.tzinfo)) % WINDOW
    limits = {network_of(address, prefix): most for prefix, most in reversed(PREFIXES.items())}
    ReportCount.objects.before(window).delete()
    for network, most in limits.items():
        if not _count_one(hash_of(network, window), window, most):
            raise TooManyReports(_seconds_left(window, now), most, "your network")
    if not _count_one(hash_of(EVERYWHERE, window), window, MOST_OF_THE_SITE):
        raise TooManyReports(_seconds_left(window, now), MOST_OF_THE_SITE, EVERYWHERE)


def _count_one(hashed: str, window: datetime, most: int) -> bool:
    """Whether there was room: the database checks and counts in one UPDATE."""
    ReportCount.objects.bulk_create([ReportCount(address=hashed, window=window)], ignore_conflicts=True)
    free = ReportCount.objects.filter(address=hashed, window=window, reports__lt=most)
    return bool(free.update(reports=F("reports") + 1))


def _seconds_left(window: datetime, now: datetime) -> int:
    return int((window + WINDOW - now).total_seconds()) + 1


def hash_of(name: str, window: datetime) -> str:
    """`name` and `window` under the site's own key: the same for the same two, and told by neither."""
    text = f"{name} {window.isoformat()}"
    return hmac.new(settings.SECRET_KEY.encode(), text.encode(), "sha256").hexdigest()


def network_of(address: str, prefix: int = 64) -> str:
    """The network that counts: an IPv4 address itself, of an IPv6 address its /64 or another prefix.

    >>> network_of("203.0.113.7"), network_of("2001:db8:1:2:3::4"), network_of("2001:db8:1:2:3::4", 48)
    ('203.0.113.7', '2001:db8:1:2::/64', '2001:db8:1::/48')
    """
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address) and not found.ipv4_mapped:
        return str(ip_network((found, prefix), strict=False))
    return str(found)


# An editor's ----------------------------------------------------------------------------------------------------------


def answer(report: Report, *, by: Any, words: str) -> Report:
    """Raises ValueError without words."""
    text = plain(words)[: Report._meta.get_field("answer").max_length]
    if not text:
        raise ValueError("Say what the answer is.")
    return _settle(report, Report.State.ANSWERED, by=by, answer=text)


def set_aside(report: Report, *, by: Any) -> Report:
    return _settle(report, Report.State.SET_ASIDE, by=by)


def take_up(report: Report, *, by: Any, draft: Draft | None = None, edition: Edition | None = None) -> Report:
    """Changed in a `draft`, or at once in an `edition`."""
    return _settle(report, Report.State.TAKEN_UP, by=by, draft=draft, edition=edition)


@transaction.atomic
def open_again(report: Report, *, by: Any) -> Report:
    locked = _locked(report)
    if locked.state == Report.State.OPEN:
        raise AlreadySettled("It waits already.")
    return _set(locked, Report.State.OPEN, settled_by=by, settled_at=None, draft=None, edition=None)


@transaction.atomic
def _settle(report: Report, state: str, *, by: Any, **fields: Any) -> Any:
    locked = _locked(report)
    if not locked.is_waiting:
        raise AlreadySettled(f"{locked.settled_by} has dealt with it already: it is {locked.get_state_display()}.")
    changed = {"draft": None, "edition": None} | fields
    return _set(locked, state, settled_by=by, settled_at=timezone.now(), **changed)


def _locked(report: Report) -> Any:
    locked = Report.objects.select_for_update(of=("self",))
    return locked.select_related("draft__edition", "edition", "settled_by").get(pk=report.pk)


def _set(report: Report, state: str, **fields: Any) -> Any:
    report.state = state
    for name, value in fields.items():
        setattr(report, name, value)
    report.save(update_fields=["state", *fields])
    return report
