from careers.importers.exposure_aioe.study import ABILITIES, IMAGES, LANGUAGE, STUDY
from careers.importers.exposures import ExposureImporter
from careers.models import Occupation


class AioeExposureImporter(ExposureImporter):
    """Occupation sheets of three workbooks: abilities (2021), language and image models (2023)."""

    name = "exposure-aioe"
    study = STUDY
    scheme = Occupation.Scheme.SOC_2010
    files = {
        "aioe_dataappendix.xlsx": "2021",
        "language modeling aioe and aiie.xlsx": "2023",
        "image generation aioe and aiie.xlsx": "2023",
    }
    sheets = frozenset({"Appendix A", "LM AIOE", "IG AIOE"})
    columns = {"AIOE": ABILITIES, LANGUAGE.name: LANGUAGE, IMAGES.name: IMAGES}
    source = {
        "slug": STUDY.source,
        "publisher": "Felten, Raj and Seamans",
        "title": "AI Occupational Exposure (AIOE)",
        "url": "https://github.com/AIOE-Data/AIOE",
        "kind": "research",
        "licence": "none stated; cite the papers",
        "attribution": "Felten, Raj and Seamans (2021), Strategic Management Journal 42(12); (2023), "
        "Occupational Heterogeneity in Exposure to Generative AI.",
        "frequency": "once",
    }
