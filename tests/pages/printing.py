"""What a page on paper must keep. For pages shown as in print: `page.emulate_media(media="print")`."""

from playwright.sync_api import Page


def rows_that_may_split(page: Page) -> list[str]:
    """The rows of tables and the figures that a page's end may cut in two."""
    return page.evaluate("""() => [...document.querySelectorAll("main tr, main .figure")]
        .filter((row) => getComputedStyle(row).breakInside !== "avoid").map((row) => row.textContent)""")


def answers_without_source(page: Page) -> list[str]:
    """The figures of a comparison that neither name who says so nor lead to a source on the same paper."""
    return page.evaluate("""() => [...document.querySelectorAll(".compare .answer:not(.plain)")].filter((answer) => {
        if (answer.closest("td").querySelector(".who")?.checkVisibility()) return false;
        const note = answer.querySelector("sup a");
        return !(note?.checkVisibility() && document.querySelector(note.hash)?.checkVisibility());
    }).map((answer) => answer.textContent)""")


def figures_without_words(page: Page) -> list[str]:
    """The figures of a guide without, on the same paper, who says so and of which year (or that none is stated)."""
    return page.evaluate("""() => [...document.querySelectorAll(".figure:has(.value data)")].filter((figure) => {
        const seen = [...figure.querySelectorAll(".words, .source")].filter((part) => part.checkVisibility());
        const words = seen.map((part) => part.textContent).join(" ");
        return !(seen.some((part) => part.matches(".source")) && /\\d{4}|not stated/.test(words));
    }).map((figure) => figure.textContent)""")
