from careers.exposure_studies import ExposureMeasure, ExposureStudy

USE = "what people use an AI chat program for"
SCORE_SCALE = "a score, from 0 to 1"

SCORE = ExposureMeasure(
    code="ai_applicability_score",
    name="AI applicability",
    looks_at="how much of the job’s work turns up in real talks with Copilot, how often the AI gets it done, "
    "and how much of the work that covers",
    basis=USE,
    scale=SCORE_SCALE,
    variant="both",
    leads=True,
    topic="AI use today",
)
PARTS = {
    "ai_applicability_score": ("AI applicability", "the score for one side of the talks only", SCORE_SCALE),
    "coverage": ("Coverage", "the share of the job’s work that turns up in the talks often", "a share, from 0 to 1"),
    "completion": ("Completion", "the share of such talks in which the AI gets the work done", "a share, from 0 to 1"),
    "feedback_positive_fraction": (
        "Liked",
        "the share of such talks that users gave a thumbs up",
        "a share, from 0 to 1",
    ),
    "impact_scope": ("Scope", "how much of such work the AI shows that it can help with or do", "a share, from 0 to 1"),
}
BY_SIDE = {
    (code, side): ExposureMeasure(
        code=code, variant=side, name=name, looks_at=looks_at, basis=USE, scale=scale, is_main=False
    )
    for side in ("user", "ai")
    for code, (name, looks_at, scale) in PARTS.items()
}

STUDY = ExposureStudy(
    source="exposure-copilot",
    authors="Tomlinson, Jaffe, Wang, Counts and Suri",
    paper="Working with AI: Measuring the occupational implications of generative AI (2025)",
    url="https://arxiv.org/abs/2507.07935",
    classification="SOC 2018",
    measures=(SCORE, *BY_SIDE.values()),
)
