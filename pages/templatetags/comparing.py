from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from explore.compare.items import LETTERS
from explore.side_by_side.rows import CellLine, JobCell
from pages.comparison import CellShown, Said
from pages.templatetags.figures import link

register = template.Library()

NOT_STATED = SafeString('<span class="tag">not stated</span>')
NOT_AVAILABLE = SafeString('<span class="tag">not available</span>')


@register.simple_tag
def compared_cell(cell: CellShown) -> SafeString:
    """As a function: a comparison has some hundred answers, each of a dozen parts."""
    classes = f"{'apart' if cell.apart else ''}{' many' if cell.is_long else ''}"
    answers = format_html_join("", "{}", ((_answer(said),) for said in cell.said)) or NOT_STATED
    return format_html('<td data-l="{}" class="{}">{}</td>', cell.letter, classes, answers)


def _answer(said: Said) -> SafeString:
    answer, number = said.answer, said.number
    text: str = escape(answer.text)
    if answer.figure:
        linked = format_html('<a href="{}">{}</a>', link(answer.figure), text) if answer.url else text
        text = format_html("<b>{}</b>", linked)
    source = format_html('<sup><a href="#n{}" aria-label="Source {}">{}</a></sup>', number, number, number)
    words = format_html(" <small>{}{}</small>", answer.words, source) if answer.words else source
    return format_html('<div class="answer">{}{}</div>', text, words)


@register.simple_tag
def compared_job(cell: JobCell, column: int) -> SafeString:
    lines = format_html_join("", "{}", ((_line(line),) for line in cell.lines)) or NOT_AVAILABLE
    source = cell.source if cell.lines else None
    who = format_html(' <small class="who"><a href="{}">{}</a></small>', source.url, source) if source else ""
    return format_html('<td data-l="{}">{}{}</td>', LETTERS[column], lines, who)


def _line(line: CellLine) -> SafeString:
    figure = line.figure
    if figure is None:
        note = format_html(" <small>{}</small>", line.note) if line.note else ""
        return format_html('<div class="answer plain">{}{}</div>', line.text, note)
    linked = format_html('<a href="{}">{}</a>', link(figure), figure.value_text)
    if line.text != figure.value_text:
        return format_html('<div class="answer">{} {}</div>', line.text, linked)
    scope = ", ".join(str(part) for part in (figure.measure_text, figure.place, figure.period_text) if part)
    note = f". {line.note}" if line.note else ""
    return format_html('<div class="answer"><b>{}</b> <small>{}{}</small></div>', linked, scope, note)
