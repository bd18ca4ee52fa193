from careers.exposure_studies import ExposureMeasure, ExposureStudy

BASIS = "which human abilities the job needs, and how close AI comes to each"
SCALE = "a standardized score: 0 is the average job, 1 is one standard deviation above it"
LEAST, MOST = -9, 9

LOOKS_AT = {
    ("aioe", "AI Occupational Exposure"): "the abilities that the job needs, and how far ten uses of AI reach them",
    ("language", "Language Modeling AIOE"): "the abilities that the job needs, and how far language models reach them",
    ("images", "Image Generation AIOE"): "the abilities that the job needs, and how far image programs reach them",
}
ABILITIES, LANGUAGE, IMAGES = (
    ExposureMeasure(
        code=code,
        name=name,
        variant="survey",
        looks_at=looks_at,
        basis=BASIS,
        scale=SCALE,
        least=LEAST,
        most=MOST,
        leads=code == "aioe",
        topic="Abilities that AI has too",
    )
    for (code, name), looks_at in LOOKS_AT.items()
)

STUDY = ExposureStudy(
    source="exposure-aioe",
    authors="Felten, Raj and Seamans",
    paper="Occupational, industry, and geographic exposure to artificial intelligence (2021); "
    "Occupational heterogeneity in exposure to generative AI (2023)",
    url="https://github.com/AIOE-Data/AIOE",
    classification="SOC 2010",
    measures=(ABILITIES, LANGUAGE, IMAGES),
)
