"""What people ask around a job: "what does a nurse earn", "electrician salary". Pure: no database."""

import re

_PAY = r"(?:salar(?:y|ies)|pay|wages?|income|earnings|money)"
_KIND = r"(?:average|mean|median|typical|starting|hourly|annual|yearly|current)"
_A = r"(?:an?\s+|the\s+)?"
_EARN = r"(?:earns?|makes?|gets?|be paid|paid|bring home)"
_BECOME = r"(?:become|be|train as|work as|get to be)"
_SPAN = r"(?:per|an?) (?:hour|year)"
_AFTER = rf"(?:{_PAY}|jobs?|careers?|(?:job )?outlook|requirements|training|job description|near me|{_SPAN})"
_AI = r"(?:ai|a\.i\.|artificial intelligence|automation|robots|chatgpt|computers)"
_CHANGES = r"(?:affect|automate|change|do|eliminate|end|impact|kill|replace|take over|take|threaten)(?:s|ing|d)?"
_CHANGED = r"(?:affected|automated|changed|eliminated|replaced|taken over|threatened|exposed|at risk|safe)"
_WILL = r"(?:how |when )?(?:will|would|can|could|might|does|do|is|are)"
AROUND = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^{_WILL} {_AI} (?:going to |likely to )?{_CHANGES} {_A}(?:(?:job|work) of {_A})?(?P<job>.+?)(?: jobs?)?$",
        rf"^{_WILL} {_A}(?P<job>.+?) (?:jobs? )?(?:be |being |get |getting |going to be )?{_CHANGED}\b.*$",
        rf"^(?:ai|artificial intelligence|chatgpt) (?:and|in|for|exposure of|exposure|risk for) {_A}(?P<job>.+)$",
        rf"^(?P<job>.+?) (?:(?:and|vs\.?|versus) {_AI}|{_AI} (?:exposure|risk|impact))$",
        rf"^how long (?:does it take|do you need|is it|to) ?(?:to )?{_BECOME} {_A}(?P<job>.+)$",
        rf"^is {_A}(?P<job>.+?) (?:a |an )?(?:good|bad|stable|growing|dying|worth it|in demand)\b.*$",
        rf"^(?:how much|what) (?:money )?(?:do|does|can|could|will|would|should|is|are) {_A}(?P<job>.+?) {_EARN}\b.*$",
        rf"^(?:what(?:['’]?s| is| are| was)? )?(?:the )?(?:{_KIND} )*{_PAY} (?:of|for) {_A}(?P<job>.+)$",
        rf"^how (?:(?:do|can|could|should|would) (?:i|you|one)|to) {_BECOME} {_A}(?P<job>.+)$",
        rf"^(?:what (?:do|does)|what is|what are) {_A}(?P<job>.+?)(?: do)?$",
        rf"^(?:becoming|become|being|working as|work as|jobs? as) {_A}(?P<job>.+)$",
        rf"^(?P<job>.+?)(?: {_KIND})*(?: {_AFTER})+$",
    )
)


_AGAINST = re.compile(r"^(.+?) (?:vs\.?|versus|compared (?:to|with)) (.+)$", re.IGNORECASE)


def jobs_compared(text: str) -> tuple[str, str] | None:
    """The two jobs that a query holds against each other.

    >>> jobs_compared("nurse vs. radiologic technologist"), jobs_compared("nurse"), jobs_compared("teacher vs AI")
    (('nurse', 'radiologic technologist'), None, None)
    """
    found = _AGAINST.match(job_in(text))
    return (found[1], found[2]) if found else None


def job_in(text: str) -> str:
    """The job that a question is about; the text itself where it is none.

    >>> job_in("What does a nurse earn?"), job_in("average electrician salary"), job_in("nurse")
    ('nurse', 'electrician', 'nurse')
    """
    text = " ".join(text.split()).rstrip("?!. ")
    for pattern in AROUND:
        if found := pattern.match(text):
            text = found["job"].strip()
    return re.sub(rf"^(?:{_KIND} )+", "", text, flags=re.IGNORECASE)
