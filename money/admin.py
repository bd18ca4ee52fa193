from editorial.admin.released import register_released
from money.models import ExchangeRate, PriceIndex, PurchasingPower, RegionalPrice

register_released(PriceIndex, PurchasingPower, ExchangeRate, RegionalPrice)
