-- Full text: SELECT * FROM search WHERE search MATCH 'nurse' ORDER BY rank;
CREATE VIRTUAL TABLE search USING fts5 (
    of_table UNINDEXED, key UNINDEXED, page UNINDEXED, title, text, tokenize = 'porter unicode61'
);
INSERT INTO search SELECT 'careers', slug, page, title, summary FROM careers;
INSERT INTO search SELECT 'occupations', scheme || ':' || code, page, title, definition FROM occupations;
INSERT INTO search SELECT 'alternate-titles', t.key, c.page, t.title, t.career_title
FROM alternate_titles AS t JOIN careers AS c ON c.slug = t.career_slug;
INSERT INTO search SELECT 'sections', s.key, c.page, s.career_title, s.body
FROM sections AS s JOIN careers AS c ON c.slug = s.career_slug WHERE s.body <> '';
INSERT INTO search SELECT 'responsibilities', r.key, c.page, r.career_title, r.label || ' ' || r.text
FROM responsibilities AS r JOIN careers AS c ON c.slug = r.career_slug;
INSERT INTO search SELECT 'questions', q.key, c.page, q.question, q.answer
FROM questions AS q JOIN careers AS c ON c.slug = q.career_slug;
INSERT INTO search SELECT 'skills', slug, url, name, kind FROM skills;
INSERT INTO search SELECT 'credentials', slug, url, name, abbreviation || ' ' || issuer FROM credentials;
INSERT INTO search (search) VALUES ('optimize');
