from accounts.models.provider_identity import ProviderIdentity
from accounts.models.recovery_code import RecoveryCode
from accounts.models.sign_in import SignIn

__all__ = ["ProviderIdentity", "RecoveryCode", "SignIn"]
