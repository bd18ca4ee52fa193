from careers.exposure_studies import ExposureMeasure, ExposureStudy

LOOKS_AT = {
    "alpha": "the share of the job’s tasks that a language model alone could do in half the time",
    "beta": "the share of the job’s tasks that a language model could do in half the time, "
    "where tasks that also need other software count half",
    "gamma": "the share of the job’s tasks that a language model, with other software built on it, "
    "could do in half the time",
}
BASIS = {
    "people": "what people think a language model could do",
    "model": "what a language model says that it could do",
}
MEASURES = {
    (code, variant): ExposureMeasure(
        code=code,
        variant=variant,
        leads=code == "beta",
        topic="Tasks that AI could speed up",
        name=code.capitalize(),
        looks_at=looks_at,
        basis=basis,
        scale="a share of tasks, from 0 to 1",
    )
    for variant, basis in BASIS.items()
    for code, looks_at in LOOKS_AT.items()
}

STUDY = ExposureStudy(
    source="exposure-gpts",
    authors="Eloundou, Manning, Mishkin and Rock",
    paper="GPTs are GPTs: Labor market impact potential of LLMs (2023, in Science 2024)",
    url="https://arxiv.org/abs/2303.10130",
    classification="O*NET-SOC 2019",
    measures=tuple(MEASURES.values()),
)
