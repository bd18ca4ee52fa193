from explore.models.checked_claim import CheckedClaim
from explore.models.claim_check import ClaimCheck
from explore.models.found_disagreement import FoundDisagreement
from explore.models.found_rank_disagreement import FoundRankDisagreement

__all__ = ["CheckedClaim", "ClaimCheck", "FoundDisagreement", "FoundRankDisagreement"]
