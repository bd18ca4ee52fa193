from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, unless the name says otherwise."""

    connect: float = 20
    silence: float = 60
    whole: float = 3600
    slow_after: float = 60
    bytes_a_second: int = 2_000
    attempts: int = 3
    redirects: int = 5
    listing_bytes: int = 4 * MEGABYTE
