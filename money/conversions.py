"""The same amount in other money: computed here, labelled as computed, and never kept as if a source had printed it."""

from money.computed import Computed, Input, NotComputable
from money.convert import in_currency, in_money_of, in_purchasing_power
from money.offered import Offered, offered
from money.restated import Restated, by_currency, in_country, in_prices

__all__ = [
    "Computed",
    "Input",
    "NotComputable",
    "Offered",
    "Restated",
    "by_currency",
    "in_country",
    "in_currency",
    "in_money_of",
    "in_prices",
    "in_purchasing_power",
    "offered",
]
