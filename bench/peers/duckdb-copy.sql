-- The floor: DuckDB reads and writes the file, and appends constant columns as wide as those that leadq computes.
-- The variables `input` and `output` name the files.

COPY (
  SELECT *,
    'nurture' AS leadq_stage,
    36 AS leadq_score,
    72 AS leadq_fit,
    0 AS leadq_engagement,
    'B4' AS leadq_grade,
    'cold' AS leadq_temperature,
    'ToFu' AS leadq_funnel,
    NULL AS leadq_tags,
    'industry +20; size +12; dach +10; page-views +9; source +8; business-mail +5; manager +5; stock-company +4; '
      || 'reachable +3; limited +2; numbered-host +1' AS leadq_reasons,
    'authority; interaction' AS leadq_met,
    'budget; need; timing' AS leadq_missing,
    NULL AS leadq_excluded,
    'Partner team' AS leadq_owner,
    'nurture' AS leadq_next,
    DATE '2025-11-15' AS leadq_since,
    DATE '2025-12-15' AS leadq_due,
    75 AS leadq_completeness
  FROM read_csv(getvariable('input'))
) TO (getvariable('output')) (HEADER);
