from careers.importers.exposure_gpts.study import MEASURES, STUDY
from careers.importers.exposures import ExposureImporter
from careers.models import Occupation

COLUMN_NAMES = {"people": "human_rating", "model": "dv_rating"}


class GptsExposureImporter(ExposureImporter):
    """“GPTs are GPTs”: three measures, each rated by people and by a model."""

    name = "exposure-gpts"
    study = STUDY
    scheme = Occupation.Scheme.ONET_SOC_2019
    files = {"occ_level.csv": "2023"}
    extracted = frozenset(files)
    columns = {f"{COLUMN_NAMES[variant]}_{code}": measure for (code, variant), measure in MEASURES.items()}
    source = {
        "slug": STUDY.source,
        "publisher": "OpenAI",
        "also_called": ["Eloundou, Manning, Mishkin, Rock"],
        "title": "GPTs are GPTs, exposure of occupations to language models",
        "url": "https://github.com/openai/GPTs-are-GPTs",
        "kind": "research",
        "licence": "MIT",
        "licence_url": "https://github.com/openai/GPTs-are-GPTs/blob/main/LICENSE",
        "attribution": "Eloundou, Manning, Mishkin and Rock (2023), GPTs are GPTs. Data: OpenAI, MIT license.",
        "frequency": "once",
    }
