from django.db.models import TextChoices


class Quantity(TextChoices):
    PAY = "pay", "pay"
    GROWTH = "growth", "growth in jobs"
    OPENINGS = "openings", "openings a year"
    EMPLOYMENT = "employment", "jobs"
    COST = "cost", "cost"
    LENGTH = "length", "length"
    EXPERIENCE = "experience", "experience"
    AI_EXPOSURE = "ai_exposure", "AI exposure"
    WORK_FROM_HOME = "work_from_home", "work from home"
    EARNINGS = "earnings", "earnings of graduates"
    DEBT = "debt", "debt of graduates"


class Measure(TextChoices):
    MEDIAN = "median", "median"
    MEAN = "mean", "mean"
    P10 = "p10", "10th percentile"
    P25 = "p25", "25th percentile"
    P75 = "p75", "75th percentile"
    P90 = "p90", "90th percentile"
    RANGE = "range", "range"
    NOT_STATED = "not_stated", "measure not stated"
    CHANGE = "change", "change"
    COUNT = "count", "count"
    SCORE = "score", "score"
    SHARE = "share", "share"


class PayPeriod(TextChoices):
    YEAR = "year", "a year"
    MONTH = "month", "a month"
    WEEK = "week", "a week"
    HOUR = "hour", "an hour"


PERCENTILES = (Measure.P10, Measure.P25, Measure.MEDIAN, Measure.P75, Measure.P90)
"""The percentiles a source may give, lowest first: each may be no higher than the next."""
