from careers.importers.exposure_copilot.study import BY_SIDE, SCORE, STUDY
from careers.importers.exposures import ExposureImporter
from careers.models import Occupation


class CopilotExposureImporter(ExposureImporter):
    """Two files of “Working with AI”: the score and its components."""

    name = "exposure-copilot"
    study = STUDY
    scheme = Occupation.Scheme.SOC_2018
    files = {"soc_ai_applicability_scores.csv": "2025", "soc_metrics.csv": "2025"}
    extracted = frozenset({"soc_ai_applicability_scores.csv"})
    columns = {SCORE.code: SCORE} | {f"{code}_{side}": measure for (code, side), measure in BY_SIDE.items()}
    source = {
        "slug": STUDY.source,
        "publisher": "Microsoft",
        "also_called": ["Microsoft Research", "Tomlinson, Jaffe, Wang, Counts, Suri"],
        "title": "Working with AI, applicability of AI to occupations",
        "url": "https://github.com/microsoft/working-with-ai",
        "kind": "research",
        "licence": "CC BY 4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "attribution": "Tomlinson, Jaffe, Wang, Counts and Suri (2025), Working with AI. Data: Microsoft, CC BY 4.0.",
        "frequency": "once",
    }
