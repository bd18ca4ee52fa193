"""Model fields that neither the API nor a file shows, with reasons."""

ANYWHERE = {
    "id": "A number of the database; readers are given keys, slugs and codes.",
    "version": "Counts saves, so that two editors meet.",
    "arriving_with": "Hides what an unfinished import has made.",
    "position": "Rows are given in this order.",
}

_DESK = "The editors’ desk."

MODELS = {
    "facts.frozenguide": "Given as a guide of an earlier edition.",
    "facts.frozenjob": "Given as a job, of the newest edition or an earlier one.",
    "facts.rendering": "Pages and answers as they were last made.",
    "explore.checkedclaim": "Given as a claim.",
    "explore.checkedpublisher": "Counts the guides that the source of claims names.",
    "explore.claimtotal": "Counts what is given as claims.",
    "explore.claimcheck": "Given as a fact check.",
    "explore.founddisagreement": "Given as a disagreement.",
    "explore.foundrankdisagreement": "Given as a rank disagreement.",
    "ingest.loadedfile": "What the last load read, so that a file that says the same is not read again.",
    "ingest.loadedrow": "What the last load left, to tell an editor’s change from the fixture’s.",
    "editorial.draft": _DESK,
    "editorial.drafteditor": _DESK,
    "editorial.draftevent": _DESK,
    "editorial.keptform": _DESK,
    "editorial.linkcheck": _DESK,
    "editorial.missedsearch": _DESK,
    "editorial.takenform": _DESK,
    "editorial.proposal": _DESK,
    "editorial.report": _DESK,
    "editorial.reportcount": _DESK,
}


FIELDS = {
    "facts.edition.by": "Editors are not named in public.",
    "facts.edition.is_kept": "Decides which files stay; /download/ lists those that do.",
    "facts.edition.begun_at": "Tells what rows said before the edition.",
    "facts.change.row": "Leads to the row’s history at the desk.",
    "facts.change.document": "Given where the row was: its address answers 410 with it.",
    "facts.correction.model": "Its statement’s key leads to the statement.",
    "facts.source.also_called": "Finds whom a guide credits.",
    "facts.release.series": "Tells which releases of a source follow one another; their labels say it to readers.",
    "facts.release.report": "An import’s report, for the desk.",
    "facts.release.is_partial": "Decides which release is shown where several speak; the release says what it covers.",
    "facts.source.country": "Given as the place of each figure.",
    "facts.release.attribution": "Given as the credit of the release or of its source.",
    "careers.career.review_by": "For editors: when they look the guide through again.",
    "salaries.wage.marks": "Given with the marks of the periods by which the publisher gives no pay.",
    "careers.career.occupations": "Given with how each matches.",
    "careers.crosswalk.release": "Given by its source.",
}
