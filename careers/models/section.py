from django.db import models

from careers.models.guide_part import GuidePart


class Section(GuidePart):
    """A part of a guide in prose, in our own words; or a heading that the guide left empty."""

    guide_heading, guide_prose = "heading", "body"

    class Kind(models.TextChoices):
        OVERVIEW = "overview", "At a glance"
        ROLE = "role", "What it is"
        DUTIES = "duties", "What one does"
        ENVIRONMENT = "environment", "Where one works"
        INJURIES = "injuries", "Injuries"
        SCHEDULES = "schedules", "Schedules"
        TOOLS = "tools", "Tools"
        QUALIFICATIONS = "qualifications", "Skills and qualifications"
        REQUIREMENTS = "requirements", "What is required"
        BECOMING = "becoming", "How to start"
        EDUCATION = "education", "Education"
        TRAINING = "training", "Education and training"
        EXPERIENCE = "experience", "Experience"
        LICENSES = "licenses", "Licenses and certifications"
        PAY = "pay", "What moves pay"
        MARKET = "market", "The market"
        OUTLOOK = "outlook", "Outlook"
        EMPLOYERS = "employers", "Who employs"
        LADDER = "ladder", "The ladder"
        ADVANCEMENT = "advancement", "How to advance"
        DIVERSITY = "diversity", "Diversity and inclusion"
        HIRING = "hiring", "Inclusive hiring"
        CULTURE = "culture", "Workplace culture"
        SUPPORT = "support", "Support networks"
        GLOBAL = "global", "Around the world"
        GLOBAL_PAY = "global-pay", "Pay around the world"
        REMOTE = "remote", "Remote work"
        VISA = "visa", "Visas"
        REALITY = "reality", "The market now"
        CHALLENGES = "challenges", "Challenges"
        OPPORTUNITIES = "opportunities", "Opportunities"
        TRENDS = "trends", "Trends"
        TOOLKIT = "toolkit", "Application toolkit"
        POINTS = "points", "For and against"
        QUESTIONS = "questions", "Questions"
        RELATED = "related", "Related careers"
        ALTERNATIVES = "alternatives", "Alternatives"
        READINESS = "readiness", "Readiness"
        SCHOOLS = "schools", "Schools"

    career = models.ForeignKey(
        "careers.Career", on_delete=models.CASCADE, related_name="sections", help_text="The career it is about."
    )
    kind = models.CharField(
        max_length=20, choices=Kind, help_text="What the section is about; decides where it stands."
    )
    heading = models.CharField(max_length=150, blank=True, help_text="The source’s own heading, if it has one.")
    body = models.TextField(blank=True, help_text="What the source says and no more, in our own words (Markdown).")
    left_empty = models.BooleanField(default=False, help_text="The source prints the heading with nothing beneath it.")

    class Meta(GuidePart.Meta):
        constraints = [
            *GuidePart.Meta.constraints,
            models.CheckConstraint(
                name="section_has_body_or_is_left_empty",
                condition=models.Q(left_empty=True, body="") | models.Q(left_empty=False) & ~models.Q(body=""),
                violation_error_message="A section has a body, or else is marked as left empty by its source.",
            ),
            models.UniqueConstraint(
                name="section_kind_once_per_place",
                fields=["career", "source", "kind", "position"],
                violation_error_message="The source has a section of this kind at this place already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.career})"
