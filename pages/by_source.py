from itertools import takewhile


def common_locator(locators: list[str]) -> str:
    """ "Pros, item 1" and "Pros, item 2" share "Pros"."""
    parts = zip(*(locator.split(", ") for locator in locators), strict=False)
    return ", ".join(same[0] for same in takewhile(lambda same: len(set(same)) == 1, parts))
