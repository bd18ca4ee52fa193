"""The door for readers, from the front page inwards."""

from django.urls import path

from pages.views import (
    a_to_z,
    browse,
    cells,
    changes,
    compare,
    corrections,
    crawlers,
    disagreements,
    fact_checks,
    fit,
    gallery,
    home,
    jobs,
    occupations,
    readiness,
    reports,
    schools,
    search,
    skill_matching,
    sources,
    statements,
    toolkit,
    wages,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("a-z/", a_to_z.a_to_z, name="a-to-z"),
    path("a-z/<str:letter>/", a_to_z.a_to_z, name="a-to-z-letter"),
    path("search/", search.search, name="search"),
    # Careers and occupations
    path("careers/", browse.careers, name="careers"),
    path("careers/<slug:slug>/", jobs.career, name="career"),
    path("careers/<slug:slug>/handout/", jobs.handout, name="handout"),
    path("careers/<slug:slug>/readiness/", readiness.readiness, name="readiness"),
    path("careers/<slug:slug>/readiness/words/", skill_matching.own_words, name="own-words"),
    path("careers/<slug:slug>/toolkit/", toolkit.toolkit, name="toolkit"),
    path("careers/<slug:slug>/toolkit/<slug:kind>.<slug:form>", toolkit.document, name="toolkit-document"),
    path("occupations/", occupations.occupations, name="occupations"),
    path("occupations/<str:code>/", jobs.occupation, name="occupation"),
    path("occupations/<str:code>/places/", cells.places, name="occupation-places"),
    path("occupations/<str:code>/industries/", cells.industries, name="occupation-industries"),
    path("fit/", fit.fit, name="fit"),
    path("schools/", schools.schools, name="schools"),
    path("schools/<int:unit_id>/", schools.school, name="school"),
    path("compare/", compare.compare, name="compare"),
    path("compare.csv", compare.table, name="compare-csv"),
    # Figures: where they come from, where they differ
    path("figures/<slug:key>/", statements.statement, name="statement"),
    path("figures/<slug:key>/cite.<slug:form>", statements.citation, name="citation"),
    path("wages/<slug:release>/<str:code>/<str:place>/", wages.wage, name="wage"),
    path("wages/<slug:release>/<str:code>/<str:place>/cite.<slug:form>", wages.citation, name="wage-citation"),
    path("disagreements/", disagreements.disagreements, name="disagreements"),
    path("fact-checks/", fact_checks.fact_checks, name="fact-checks"),
    path("methodology/", disagreements.methodology, name="methodology"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<slug:slug>/", sources.source, name="source"),
    path("sources/<slug:source>/<slug:release>/", sources.release, name="release"),
    # What readers report
    path("report/", reports.report, name="report"),
    path("report/<slug:ticket>/", reports.ticket, name="report-ticket"),
    # Editions
    path("corrections/", corrections.corrections, name="corrections"),
    path("corrections/feed/", corrections.feed, name="corrections-feed"),
    path("changes/", changes.changes, name="changes"),
    path("changes/feed/", changes.feed, name="changes-feed"),
    path("changes/<int:number>/", changes.edition, name="edition"),
    # For developers, while DEBUG is on
    path("components/", gallery.gallery, name="gallery"),
    # For machines
    path("favicon.ico", crawlers.favicon, name="favicon"),
    path("robots.txt", crawlers.robots, name="robots"),
    path("sitemap.xml", crawlers.sitemap, name="sitemap"),
]
