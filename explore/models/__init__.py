from explore.models.checked_claim import CheckedClaim
from explore.models.claim_check import ClaimCheck
from explore.models.found_disagreement import FoundDisagreement

__all__ = ["CheckedClaim", "ClaimCheck", "FoundDisagreement"]
