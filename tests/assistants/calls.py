"""A call of every tool."""

CALLS = {
    "find_job": {"words": "registered nurse"},
    "job_summary": {"job": "29-1141"},
    "job_pay": {"job": "registered nurse", "place": "Ohio"},
    "compare_jobs": {"jobs": ["29-1141", "29-2072"]},
    "check_claim": {"claim": "They earn $120,000", "job": "29-1141"},
    "figure_sources": {"address": "may-2025/29-1141/US-OH#annual_median"},
    "programs_nearby": {"job": "29-1141"},
    "job_exposure": {"job": "29-1141"},
}
