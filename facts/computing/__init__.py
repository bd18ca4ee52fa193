"""The same amount in other money: computed here, labelled as computed, and never kept as if a source had printed it."""

from facts.computing.computed import Computed, Input, NotComputable
from facts.computing.convert import in_currency, in_money_of, in_purchasing_power

__all__ = ["Computed", "Input", "NotComputable", "in_currency", "in_money_of", "in_purchasing_power"]
