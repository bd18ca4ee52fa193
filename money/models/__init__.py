from money.models.exchange_rate import ExchangeRate
from money.models.price_index import PriceIndex
from money.models.purchasing_power import PurchasingPower
from money.models.regional_price import RegionalPrice

__all__ = [
    "ExchangeRate",
    "PriceIndex",
    "PurchasingPower",
    "RegionalPrice",
]
