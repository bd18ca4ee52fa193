from django.urls import path

from pages.pinned import by_edition, of_today
from pages.views import (
    a_to_z,
    browse,
    cells,
    changes,
    compare,
    corrections,
    crawlers,
    disagreements,
    embeds,
    fact_checks,
    fit,
    gallery,
    home,
    jobs,
    occupations,
    plain,
    programs,
    readiness,
    reports,
    schools,
    search,
    site,
    skill_matching,
    sources,
    statements,
    toolkit,
    wages,
)

SEARCH = "Search finds what is public now. The page of a job shows what an earlier edition had."
CALCULATED = "This is calculated from what is public now. The page of a job shows what an earlier edition had."
COMPARED = "Pages compare what is public now. The API compares jobs as an earlier edition had them."
HERE = "This page says what is public now. Lists, jobs and figures are given as earlier editions had them."
NEWS = "A feed tells what is new."
FOUND = "What is found here is found in the newest figures; earlier findings are not kept."

urlpatterns = [
    path("", of_today(HERE)(home.home), name="home"),
    path("a-z/", by_edition(a_to_z.a_to_z), name="a-to-z"),
    path("a-z/<str:letter>/", by_edition(a_to_z.a_to_z), name="a-to-z-letter"),
    path("search/", of_today(SEARCH)(search.search), name="search"),
    # Careers and occupations
    path("careers/", by_edition(browse.careers), name="careers"),
    path("careers/<slug:slug>/", by_edition(jobs.career), name="career"),
    path("careers/<slug:slug>/handout/", by_edition(jobs.handout), name="handout"),
    path("careers/<slug:slug>/readiness/", of_today(CALCULATED)(readiness.readiness), name="readiness"),
    path("careers/<slug:slug>/readiness/words/", of_today(CALCULATED)(skill_matching.own_words), name="own-words"),
    path("careers/<slug:slug>/toolkit/", by_edition(toolkit.toolkit), name="toolkit"),
    path("careers/<slug:slug>/toolkit/<slug:kind>.<slug:form>", by_edition(toolkit.document), name="toolkit-document"),
    path("occupations/", by_edition(occupations.occupations), name="occupations"),
    path("occupations/<str:code>/", by_edition(jobs.occupation), name="occupation"),
    path("occupations/<str:code>/handout/", by_edition(jobs.occupation_handout), name="occupation-handout"),
    path("occupations/<str:code>/places/", by_edition(cells.places), name="occupation-places"),
    path("occupations/<str:code>/industries/", by_edition(cells.industries), name="occupation-industries"),
    path("fit/", of_today(CALCULATED)(fit.fit), name="fit"),
    path("schools/", by_edition(schools.schools), name="schools"),
    path("schools/programs/", by_edition(programs.programs), name="programs"),
    path("schools/<int:unit_id>/", by_edition(schools.school), name="school"),
    path("compare/", of_today(COMPARED)(compare.compare), name="compare"),
    path("compare.csv", of_today(COMPARED)(compare.table), name="compare-csv"),
    # Figures: where they come from, where they differ
    path("figures/<slug:key>/", by_edition(statements.statement), name="statement"),
    path("figures/<slug:key>/cite.<slug:form>", by_edition(statements.citation), name="citation"),
    path("wages/<slug:release>/<str:code>/<str:place>/", by_edition(wages.wage), name="wage"),
    path(
        "wages/<slug:release>/<str:code>/<str:place>/cite.<slug:form>", by_edition(wages.citation), name="wage-citation"
    ),
    path("disagreements/", of_today(FOUND)(disagreements.disagreements), name="disagreements"),
    path("fact-checks/", of_today(FOUND)(fact_checks.fact_checks), name="fact-checks"),
    path("methodology/", of_today(HERE)(disagreements.methodology), name="methodology"),
    path("sources/", by_edition(sources.sources), name="sources"),
    path("sources/<slug:slug>/", by_edition(sources.source), name="source"),
    path("sources/<slug:source>/<slug:release>/", by_edition(sources.release), name="release"),
    # For other sites to show
    *(
        path(f"embed/{what}{form or '/'}", view, {"form": form}, name=f"embed-{name}{form}")
        for form in (".svg", ".png", "")
        for what, view, name in (
            ("figures/<slug:key>", embeds.figure, "figure"),
            ("jobs/<str:job>/<slug:chart>", embeds.job, "job"),
            ("compare", embeds.compare, "compare"),
        )
    ),
    path("embed/oembed", embeds.oembed, name="oembed"),
    # What readers report
    path("report/", of_today(HERE)(reports.report), name="report"),
    path("report/<slug:ticket>/", of_today(HERE)(reports.ticket), name="report-ticket"),
    # Editions
    path("corrections/", by_edition(corrections.corrections), name="corrections"),
    path("corrections/feed/", of_today(NEWS)(corrections.feed), name="corrections-feed"),
    path("changes/", by_edition(changes.changes), name="changes"),
    path("changes/feed/", of_today(NEWS)(changes.feed), name="changes-feed"),
    path("changes/<int:number>/", by_edition(changes.edition), name="edition"),
    # About the site
    path("about/", of_today(HERE)(site.about), name="about"),
    path("privacy/", of_today(HERE)(site.privacy), name="privacy"),
    path("accessibility/", of_today(HERE)(site.accessibility), name="accessibility"),
    path("contact/", of_today(HERE)(site.contact), name="contact"),
    # For developers, while DEBUG is on
    path("components/", of_today(HERE)(gallery.gallery), name="gallery"),
    # For machines
    path("favicon.ico", crawlers.favicon, name="favicon"),
    path("llms.txt", plain.llms, name="llms"),
    path("robots.txt", crawlers.robots, name="robots"),
    path("sitemap.xml", crawlers.sitemap, name="sitemap"),
    path("<path:path>.md", plain.markdown, name="markdown"),  # after toolkit documents, some of which end so
]
