"""What publishing does for rows that a test makes without it: claims are checked and disagreements found."""

from explore.checking import check_all_claims
from explore.finding import find_all_disagreements
from explore.studies.ranking import find_rank_disagreements


def check_everything() -> None:
    check_all_claims()
    find_all_disagreements()
    find_rank_disagreements()
