from io import BytesIO

from docx import Document as Word

from documents.toolkit.document import ToolkitDocument


def as_docx(document: ToolkitDocument) -> bytes:
    """In the word processor's own styles, sources last."""
    word = Word()
    word.core_properties.title, word.core_properties.author = document.title, "Rungs"
    word.add_heading(document.title, level=0)
    word.add_paragraph(document.hint).runs[0].italic = True
    for part in document.told:
        if part.heading:
            word.add_heading(part.heading, level=1)
        for paragraph in part.paragraphs:
            word.add_paragraph(_flat(paragraph))
        for item in part.items:
            word.add_paragraph(_flat(item), style="List Bullet")
    word.add_heading("Made from", level=1)
    for source in document.sources:
        word.add_paragraph(source, style="List Bullet")
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def _flat(text: str) -> str:
    return " ".join(text.split())
