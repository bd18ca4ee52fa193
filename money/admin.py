from editorial.admin.released import register_released
from money.models import ExchangeRate, PriceIndex, PurchasingPower

register_released(PriceIndex, PurchasingPower, ExchangeRate)
