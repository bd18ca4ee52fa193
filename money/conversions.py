from money.computed import Computed, Input, NotComputable
from money.convert import at_average_prices, in_currency, in_money_of, in_purchasing_power
from money.offered import Offered, offered
from money.restated import Restated, by_currency, in_country, in_place, in_prices

__all__ = [
    "Computed",
    "Input",
    "NotComputable",
    "Offered",
    "Restated",
    "at_average_prices",
    "by_currency",
    "in_country",
    "in_currency",
    "in_money_of",
    "in_place",
    "in_prices",
    "in_purchasing_power",
    "offered",
]
