-- Questions that are asked often. “National” and “all industries” are what most wages are not.
CREATE INDEX wages_by_occupation ON wages (occupation_code, place_code, reference_end);
CREATE INDEX wages_by_place ON wages (place_code, occupation_code);
CREATE INDEX salaries_by_career ON salaries (career_slug);
CREATE INDEX matches_by_career ON occupation_matches (career_slug);
CREATE INDEX matches_by_occupation ON occupation_matches (occupation_code);
CREATE INDEX outlooks_by_occupation ON outlooks (occupation_code);

CREATE VIEW pay_over_time AS
SELECT occupation_scheme, occupation_code, occupation_title, place_code, place_name, currency, release_slug,
       reference_end, employment, annual_mean, annual_p10, annual_p25, annual_median, annual_p75, annual_p90,
       hourly_median, marks, page
FROM wages
WHERE industry_code = '000000'
ORDER BY occupation_code, place_code, reference_end;

CREATE VIEW newest_pay AS
SELECT *
FROM pay_over_time AS pay
WHERE reference_end = (SELECT max(later.reference_end) FROM wages AS later
                       WHERE later.occupation_code = pay.occupation_code
                         AND later.occupation_scheme = pay.occupation_scheme
                         AND later.place_code = pay.place_code AND later.industry_code = '000000');

CREATE VIEW national_pay AS
SELECT newest_pay.* FROM newest_pay JOIN places ON places.code = place_code WHERE places.kind = 'country';

CREATE VIEW state_pay AS
SELECT newest_pay.* FROM newest_pay JOIN places ON places.code = place_code WHERE places.kind = 'state';

CREATE VIEW career_pay AS
SELECT matches.career_slug, matches.career_title, matches."match", pay.*
FROM occupation_matches AS matches
JOIN national_pay AS pay
  ON pay.occupation_code = matches.occupation_code AND pay.occupation_scheme = matches.occupation_scheme;

CREATE VIEW official_outlook AS
SELECT occupation_scheme, occupation_code, occupation_title, place_code, growth_percent, openings_per_year,
       employment_start, employment_end, start_year, end_year, release_slug, marks, page
FROM outlooks
WHERE release_slug IS NOT NULL;
