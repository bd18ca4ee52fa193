from careers.admin.guide_part import GuidePartAdmin, guide_part


class QuestionAdmin(GuidePartAdmin):
    search_fields = [*GuidePartAdmin.search_fields, "question", "answer"]
    fieldsets = guide_part("question", "answer")
