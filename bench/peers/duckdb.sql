-- The forty rules as one query. The variables `input` and `output` name the files.

CREATE MACRO age(day) AS DATE '2025-11-15' - day;
CREATE MACRO has_word(text, words) AS coalesce(regexp_matches(text, '\b(' || words || ')', 'i'), false);
-- Points count in full without a date, and not yet before it.
CREATE MACRO faded(points, days, share) AS
  CASE WHEN days IS NULL THEN points WHEN days < 0 THEN 0 ELSE floor(points * share + 0.5) END;
CREATE MACRO half_life(days) AS 0.5::DOUBLE ^ (days / 30);
CREATE MACRO reason(rule, points) AS CASE WHEN points <> 0 THEN format('{} {:+d}', rule, points::INT) END;

COPY (
  WITH leads AS (
    SELECT *,
      lower("Job Title") AS title,
      split_part(lower("Email"), '@', 2) AS domain,
      regexp_full_match(lower("Email"), '[a-z0-9_.+-]+@([a-z0-9-]+\.)+[a-z]{2,24}') AS valid,
      domain IN ('gmail.com', 'googlemail.com', 'gmx.de', 'gmx.net', 'web.de', 'outlook.com', 'hotmail.com', 'yahoo.com') AS free,
      "Demo Requested" = 'yes' AS demo,
      "Unsubscribed" = 'yes' AS gone,
      age("Demo Date") AS demo_age,
      age("Last Activity Date") AS active_age,
      lower("Country") IN ('germany', 'deutschland', 'de', 'austria', 'österreich', 'at', 'switzerland', 'schweiz', 'ch') AS dach,
      has_word(title, 'ceo\b|cto\b|cfo\b|founder\b|owner\b|geschäftsführ|vorstand\b|inhaber\b|managing director\b') AS leads_company
    FROM read_csv(getvariable('input'), types = {'Lead ID': 'VARCHAR', 'Demo Requested': 'VARCHAR', 'Unsubscribed': 'VARCHAR'})
  ),
  points AS (
    SELECT *,
      -- company
      CASE WHEN "Employees" >= 1000 THEN 25 WHEN "Employees" >= 200 THEN 20
           WHEN "Employees" >= 50 THEN 12 WHEN "Employees" >= 10 THEN 4 ELSE 0 END AS p_size,
      CASE WHEN "Industry" IS NULL THEN 0 ELSE
        CASE lower("Industry") WHEN 'software' THEN 20 WHEN 'maschinenbau' THEN 20 WHEN 'logistik' THEN 15
          WHEN 'handel' THEN 10 WHEN 'retail' THEN 10 ELSE 2 END END AS p_industry,
      least(10, coalesce("Annual Revenue" // 1000000, 0)) AS p_revenue,
      if("Employees" >= 500 AND "Annual Revenue" > 50000000, 5, 0) AS p_large_and_rich,
      if("Employees" < 5, -5, 0) AS p_tiny,
      if(has_word("Company", '(ag|se|inc|plc)\b'), 4, 0) AS p_stock_company,
      if(has_word("Company", '(gmbh|ltd)\b'), 2, 0) AS p_limited,
      if(dach, 10, 0) AS p_dach,
      if(lower("Country") IN ('united kingdom', 'united states'), 5, 0) AS p_english_speaking,
      if(lower("City") IN ('berlin', 'münchen', 'wien', 'zürich'), 1, 0) AS p_large_city,
      -- role
      if(leads_company, 35, 0) AS p_leader,
      if(regexp_matches(title, '(leiter|leiterin)\b|\b(head of|vp|director|chief)\b'), 25, 0) AS p_head,
      if(has_word(title, 'einkäufer|procurement\b|purchasing\b|beschaffung'), 15, 0) AS p_buyer,
      if(has_word(title, 'praktikant|student\b|intern\b|trainee\b|assisten'), -20, 0) AS p_outsider,
      CASE lower("Department") WHEN 'it' THEN 10 WHEN 'vertrieb' THEN 8 WHEN 'sales' THEN 8 WHEN 'marketing' THEN 6
        ELSE 0 END AS p_department,
      if(contains(title, 'manager'), 5, 0) AS p_manager,
      if(title IS NULL, -5, 0) AS p_no_title,
      if(lower("Department") IN ('it', 'sales') OR has_word(title, '(sales|it|vertrieb)\b'), 5, 0) AS p_works_where_we_sell,
      -- contact
      if(valid AND NOT free AND domain NOT IN ('mailinator.com', 'guerrillamail.com', 'trashmail.com'), 5, 0) AS p_business_mail,
      if(valid AND free, -10, 0) AS p_free_mail,
      if(valid AND regexp_matches("Email", '^(info|sales|office|kontakt|contact|support|hello|admin)@', 'i'), -5, 0) AS p_role_mail,
      if(valid AND "Phone" IS NOT NULL, 3, 0) AS p_reachable,
      if(regexp_matches("Last Name", '^(test|asdf)', 'i'), -30, 0) AS p_test_name,
      if(regexp_matches("Email", '@[a-z]+[0-9]{3}\.', 'i'), 1, 0) AS p_numbered_host,
      if(starts_with("Phone", '+49'), 1, 0) AS p_german_phone,
      -- forms
      if(demo, faded(40, demo_age, greatest(0, 1 - demo_age / 180)), 0) AS p_demo,
      if(demo_age BETWEEN 0 AND 30, 10, 0) AS p_demo_lately,
      if(has_word("Message", 'angebot\b|price\b|preis|quote\b'), faded(20, active_age, half_life(active_age)), 0) AS p_asks_for_price,
      if(has_word("Message", 'bald\b|soon\b|dringend|asap\b|call me\b'), 10, 0) AS p_urgent,
      CASE WHEN "Lead Source" IS NULL THEN 0 ELSE
        CASE lower("Lead Source") WHEN 'webinar' THEN 15 WHEN 'referral' THEN 15 WHEN 'messe' THEN 12 WHEN 'web' THEN 8
          WHEN 'linkedin' THEN 5 ELSE 1 END END AS p_source,
      CASE WHEN "Budget" >= 50000 THEN 15 WHEN "Budget" BETWEEN 10000 AND 49999 THEN 10 WHEN "Budget" > 0 THEN 3
        ELSE 0 END AS p_money,
      -- behaviour, for who has not unsubscribed
      if(NOT gone, least(15, coalesce("Page Views", 0)), 0) AS p_page_views,
      if(NOT gone, least(12, faded(coalesce("Email Clicks", 0) // 2 * 3, active_age,
        CASE WHEN active_age <= 30 THEN 1 WHEN active_age <= 90 THEN 0.5 WHEN active_age <= 180 THEN 0.25 ELSE 0 END)), 0) AS p_mail_clicks,
      if(NOT gone AND active_age BETWEEN 0 AND 14, 10, 0) AS p_active,
      if(NOT gone AND "Page Views" >= 5 AND coalesce(active_age, 0) <= 90, faded(10, active_age, half_life(active_age)), 0) AS p_recent,
      if(NOT gone AND "Page Views" >= 10 AND "Email Clicks" >= 3, 5, 0) AS p_looks_and_clicks,
      if(NOT gone AND active_age > 365, -15, 0) AS p_asleep,
      -- signs
      if(gone, -20, 0) AS p_unsubscribed,
      if("Message" IS NOT NULL, 5, 0) AS p_wrote,
      if(demo::INT + ("Budget" IS NOT NULL)::INT + ("Message" IS NOT NULL)::INT >= 2, 5, 0) AS p_two_signs
    FROM leads
  ),
  scores AS (
    SELECT *,
      least(55, p_size + p_industry + p_revenue + p_large_and_rich + p_tiny + p_stock_company + p_limited + p_dach
        + p_english_speaking + p_large_city) AS company_points,
      least(45, p_leader + p_head + p_buyer + p_outsider + p_department + p_manager + p_no_title
        + p_works_where_we_sell) AS role_points,
      p_business_mail + p_free_mail + p_role_mail + p_reachable + p_test_name + p_numbered_host + p_german_phone AS contact_points,
      p_demo + p_demo_lately + p_asks_for_price + p_urgent + p_source + p_money AS forms_points,
      least(50, p_page_views + p_mail_clicks + p_active + p_recent + p_looks_and_clicks + p_asleep) AS behaviour_points,
      p_unsubscribed + p_wrote + p_two_signs AS signs_points,
      greatest(0, least(100, company_points + role_points + contact_points))::INT AS fit,
      greatest(0, least(100, forms_points + behaviour_points + signs_points))::INT AS engagement,
      coalesce("Budget" >= 10000, false)::INT + leads_company::INT + ("Message" IS NOT NULL)::INT
        + has_word("Message", '(bald|soon|start)\b')::INT AS criteria
    FROM points
  )
  SELECT
    -- the columns as they came: only they begin with a capital
    COLUMNS('^[A-Z]'),
    CASE
      WHEN has_word(title, 'student\b') THEN 'disqualified'
      WHEN p_demo > 0 AND fit >= 50 THEN 'SQL'
      WHEN fit >= 60 AND engagement >= 60 AND criteria >= 2 THEN 'SQL'
      WHEN fit >= 50 AND engagement >= 40 THEN 'MQL'
      ELSE 'nurture'
    END AS stage,
    (fit + engagement + 1) // 2 AS score,
    fit,
    engagement,
    concat_ws('; ',
      reason('size', p_size), reason('industry', p_industry), reason('revenue', p_revenue),
      reason('large-and-rich', p_large_and_rich), reason('tiny', p_tiny), reason('stock-company', p_stock_company),
      reason('limited', p_limited), reason('dach', p_dach), reason('english-speaking', p_english_speaking),
      reason('large-city', p_large_city), reason('leader', p_leader), reason('head', p_head), reason('buyer', p_buyer),
      reason('outsider', p_outsider), reason('department', p_department), reason('manager', p_manager),
      reason('no-title', p_no_title), reason('works-where-we-sell', p_works_where_we_sell),
      reason('business-mail', p_business_mail), reason('free-mail', p_free_mail), reason('role-mail', p_role_mail),
      reason('reachable', p_reachable), reason('test-name', p_test_name), reason('numbered-host', p_numbered_host),
      reason('german-phone', p_german_phone), reason('demo', p_demo), reason('demo-lately', p_demo_lately),
      reason('asks-for-price', p_asks_for_price), reason('urgent', p_urgent), reason('source', p_source),
      reason('money', p_money), reason('page-views', p_page_views), reason('mail-clicks', p_mail_clicks),
      reason('active', p_active), reason('recent', p_recent), reason('looks-and-clicks', p_looks_and_clicks),
      reason('asleep', p_asleep), reason('unsubscribed', p_unsubscribed), reason('wrote', p_wrote),
      reason('two-signs', p_two_signs)
    ) AS reasons
  FROM scores
) TO (getvariable('output')) (HEADER);
