"""`check_claims`: check every claim anew, after an upgrade that changes how they are checked."""

from django.core.management.base import BaseCommand
from django.db import transaction

from explore.checking import check_all_claims
from explore.finding import find_all_disagreements
from explore.models import CheckedClaim, FoundDisagreement
from explore.studies.ranking import find_rank_disagreements


class Command(BaseCommand):
    help = "Check every claim and find every disagreement anew. Editions keep them up to date; an upgrade may not."

    def handle(self, *, verbosity: int, **options: object) -> None:
        with transaction.atomic():
            check_all_claims()
            find_all_disagreements()
            find_rank_disagreements()
        if verbosity:
            counts = CheckedClaim.objects.count(), FoundDisagreement.objects.count()
            self.stdout.write("{:,} claims checked, {:,} disagreements found.".format(*counts))
