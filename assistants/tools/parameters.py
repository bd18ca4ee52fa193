from typing import Annotated

from pydantic import Field

JobWords = Annotated[
    str, Field(max_length=200, description="A job: a title as people say it, a career’s slug, or an occupation’s code.")
]
PlaceWords = Annotated[
    str, Field(max_length=200, description="A US state or city by name, or a place’s code; the whole country if empty.")
]
