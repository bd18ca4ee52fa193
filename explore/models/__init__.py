from explore.models.checked_claim import CheckedClaim
from explore.models.checked_publisher import CheckedPublisher
from explore.models.claim_check import ClaimCheck
from explore.models.claim_total import ClaimTotal
from explore.models.found_disagreement import FoundDisagreement
from explore.models.found_rank_disagreement import FoundRankDisagreement

__all__ = [
    "CheckedClaim",
    "CheckedPublisher",
    "ClaimCheck",
    "ClaimTotal",
    "FoundDisagreement",
    "FoundRankDisagreement",
]
