CREATE OR REPLACE VIEW `crm`.`leads_scored` AS
-- B2B, fit and engagement 2026.1, for BigQuery, by leadq 0.1.0
-- as of 2026-03-02, which is day 20514
-- tested in ZetaSQL, the evaluator of the SQL that BigQuery speaks; no BigQuery has run it
-- calls leadq's functions of version 1: `leadq compile --to bigquery --library crm` prints them
WITH
-- the columns that are read: values as they are, texts as they are compared
leads_ AS (
  SELECT
    leadq_row AS lead,
    `crm`.leadq_whole_number_v1(CAST(leadq_row.`employees` AS FLOAT64)) AS f_employees,
    `crm`.leadq_number_v1(CAST(leadq_row.`annual_revenue` AS FLOAT64)) AS f_annual_revenue,
    `crm`.leadq_number_v1(CAST(leadq_row.`budget` AS FLOAT64)) AS f_budget,
    leadq_row.`demo_requested` AS f_demo_requested,
    `crm`.leadq_day_v1(leadq_row.`demo_date`) AS f_demo_date,
    leadq_row.`quote_requested` AS f_quote_requested,
    `crm`.leadq_day_v1(leadq_row.`last_activity_date`) AS f_last_activity_date,
    leadq_row.`trial_started` AS f_trial_started,
    `crm`.leadq_day_v1(leadq_row.`trial_date`) AS f_trial_date,
    `crm`.leadq_whole_number_v1(CAST(leadq_row.`pricing_page_views` AS FLOAT64)) AS f_pricing_page_views,
    `crm`.leadq_whole_number_v1(CAST(leadq_row.`page_views` AS FLOAT64)) AS f_page_views,
    `crm`.leadq_whole_number_v1(CAST(leadq_row.`downloads` AS FLOAT64)) AS f_downloads,
    leadq_row.`unsubscribed` AS f_unsubscribed,
    `crm`.leadq_fold_v1(CAST(leadq_row.`id` AS STRING)) AS folded_id,
    `crm`.leadq_fold_v1(leadq_row.`email`) AS folded_email,
    `crm`.leadq_fold_v1(leadq_row.`full_name`) AS folded_full_name,
    `crm`.leadq_fold_v1(leadq_row.`job_title`) AS folded_job_title,
    `crm`.leadq_fold_v1(leadq_row.`industry`) AS folded_industry,
    `crm`.leadq_fold_v1(leadq_row.`country`) AS folded_country,
    `crm`.leadq_fold_v1(leadq_row.`phone`) AS folded_phone,
    `crm`.leadq_fold_v1(leadq_row.`timeline`) AS folded_timeline,
    `crm`.leadq_fold_v1(leadq_row.`source`) AS folded_source,
    `crm`.leadq_fold_v1(leadq_row.`webinar`) AS folded_webinar,
    `crm`.leadq_fold_v1(leadq_row.`lead_status`) AS folded_lead_status,
    `crm`.leadq_trim_v1(CAST(leadq_row.`id` AS STRING)) AS cell_id,
    `crm`.leadq_trim_v1(leadq_row.`email`) AS cell_email
  FROM `crm`.`leads` AS leadq_row
),
-- texts that do not say that there is nothing, and the days of instants
known_lists AS (
  SELECT *,
    (SELECT array_agg(CASE WHEN NOT (e IN ('null', '(null)', '<null>', '[null]', 'none', 'nan', 'undefined', '\\n', '<na>', 'n/a', 'n.a.', '#n/a', '#nv', '#ref!', '#bezug!', '#value!', '#wert!', '#div/0!', '#name?', '#null!', '#num!', '#zahl!', '#spill!', '#überlauf!', '#calc!', '#kalk!', '#error!', '#fehler!', '#getting_data', '#daten_abrufen', '#field!', '#feld!', '#blocked!', '#unknown!', '#connect!', '#busy!', '#####', '(not set)', '[[unknown]]', '(empty)', '(blank)', '(none)', '(leer)', '<leer>', '<empty>', 'nil', '-nan', 'pd.nat', '[object object]', '\\\\n', 'k.a.', 'k. a.', 'n. a.', '(unknown)', '[unknown]', '(not provided)', '#n/a n/a', '#n/d', '#n/d!', '#n/b', '#i/t', '#saknas!', '#valeur!', '#nom?', '#nul!', '#nombre!', '#¡valor!', '#valor!', '#¡ref!', '#¡div/0!', '#¿nombre?', '#¡nulo!', '#nulo!', '#¡num!', '#núm!', '#valore!', '#rif!', '#nome?', '#nullo!', '#arg!', '#adr!', '#dziel/0!', '#nazwa?', '#zero!', '#liczba!', '#waarde!', '#verw!', '#deel/0!', '#naam?', '#leeg!', '#getal!', '#värdefel!', '#referens!', '#division/0!', '#namn?', '#værdi!', '#reference!', '#navn?', '--none--', '-none-', '-- none --', '--select--', '-- select --', '-select-', '- select -', 'please select', 'please choose', 'bitte wählen', 'bitte auswählen', '-- bitte wählen --', '- bitte wählen -', '--bitte wählen--', '-', '--', '---', '–', '—', '.', '..', '...', '…', '[]', '{}', '""', '\'\'', '​', '‌', '‍', '⁠', '­', 'select', 'keine angabe', 'n/v', 'unbekannt', 'unknown')) THEN e END ORDER BY nth) FROM unnest([folded_id, folded_email, folded_industry, folded_job_title, folded_country, folded_phone, folded_source, folded_timeline, folded_webinar, folded_lead_status, folded_full_name, folded_source]) AS e WITH OFFSET AS nth) AS known_list_1
  FROM leads_
),
known AS (
  SELECT *,
    known_list_1[SAFE_ORDINAL(1)] AS t_id,
    known_list_1[SAFE_ORDINAL(2)] AS t_email,
    known_list_1[SAFE_ORDINAL(3)] AS f_industry,
    known_list_1[SAFE_ORDINAL(4)] AS f_job_title,
    known_list_1[SAFE_ORDINAL(5)] AS f_country,
    known_list_1[SAFE_ORDINAL(6)] AS f_phone,
    known_list_1[SAFE_ORDINAL(7)] AS f_source,
    known_list_1[SAFE_ORDINAL(8)] AS f_timeline,
    known_list_1[SAFE_ORDINAL(9)] AS f_webinar,
    known_list_1[SAFE_ORDINAL(10)] AS f_lead_status,
    known_list_1[SAFE_ORDINAL(11)] AS f_full_name,
    known_list_1[SAFE_ORDINAL(12)] AS f_came_from
  FROM known_lists
),
-- of several columns the first that says something; what is not plain in its usual spelling
usual AS (
  SELECT *,
    CASE WHEN t_id IS NOT NULL THEN cell_id END AS f_id__raw,
    CASE WHEN t_email IS NOT NULL THEN cell_email END AS f_email__raw,
    `crm`.leadq_address_in_v1(t_email) AS t_email__address
  FROM known
),
-- the cells by the type of their field; what cannot be read is nothing
readings AS (
  SELECT *,
    CASE WHEN regexp_contains(t_id, '^[0-9](?:[.,][0-9]+)?[Ee][+][0-9]{1,3}$') THEN NULL ELSE t_id END AS f_id,
    coalesce(CASE WHEN regexp_contains(f_id__raw, '^[0-9](?:[.,][0-9]+)?[Ee][+][0-9]{1,3}$') THEN '' ELSE f_id__raw END, '') AS f_id__text,
    t_email__address AS f_email,
    coalesce(CASE WHEN t_email__address = t_email THEN f_email__raw ELSE t_email__address END, '') AS f_email__text
  FROM usual
),
-- texts as their words, and what is a mail address
words AS (
  SELECT *,
    `crm`.leadq_mail_v1(f_email) AS f_email__mail,
    `crm`.leadq_words_v1(f_industry) AS f_industry__words,
    `crm`.leadq_words_v1(f_job_title) AS f_job_title__words,
    `crm`.leadq_words_v1(f_source) AS f_source__words,
    `crm`.leadq_words_v1(f_timeline) AS f_timeline__words,
    `crm`.leadq_words_v1(f_webinar) AS f_webinar__words,
    `crm`.leadq_words_v1(f_lead_status) AS f_lead_status__words,
    `crm`.leadq_words_v1(f_full_name) AS f_full_name__words,
    `crm`.leadq_words_v1(f_came_from) AS f_came_from__words
  FROM readings
),
-- of which kind the addresses are
mails AS (
  SELECT *,
    `crm`.leadq_is_free_mail_v1(f_email__mail) AS f_email__free_mail,
    `crm`.leadq_is_disposable_mail_v1(f_email__mail) AS f_email__disposable_mail,
    `crm`.leadq_is_role_mail_v1(f_email__mail) AS f_email__role_mail,
    f_email__mail <> '' AS f_email__valid_email
  FROM words
),
-- those that are on no list; lists that several parts of the rulebook ask for; what points are worth by age, in billionths
shares AS (
  SELECT *,
    f_email__mail <> '' AND NOT (f_email__free_mail OR f_email__disposable_mail) AS f_email__business_mail,
    f_job_title__words LIKE ANY ('% ceo %', '% cto %', '% cfo %', '% cmo %', '% cio %', '% coo %', '% cro %', '% cdo %', '% ciso %', '% cpo %', '% chief %', '% md %', '% managing director %', '% general manager %', '% managing partner %', '% owner%', '% founder%', '% co founder %', '% proprietor %', '% board member %', '% gf %', '% geschäftsführ%', '% geschaeftsfuehr%', '% inhaber%', '% vorstand%', '% vorständin%', '% prokurist%', '% gründer%', '% gesellschafter%', '% geschäftsleitung %', '% eigentümer %', '% eigentümerin %', '% unternehmer %', '% unternehmerin %') AS job_title_as_decider,
    f_job_title__words LIKE ANY ('%assist%', '%sekretär%', '% secretary %', '% office of the %', '% product owner %', '% process owner %', '% projektleit%', '% teamleit%', '% gruppenleit%', '% schichtleit%', '% project director %') AS job_title_as_influencer,
    f_job_title__words LIKE ANY ('% vp %', '% svp %', '% evp %', '% vice president %', '% president %', '% director %', '% head of %', '% head %', '% direktor%', '% directr%', '% directeur%', '%leiter %', '%leiterin %', '%leitung %', '% bereichsleit%', '% abteilungsleit%', '% leitende %', '% leitender %') AS job_title_as_head,
    strpos(f_job_title__words, ' manager') > 0 AS job_title_as_student,
    f_job_title__words LIKE ANY ('%manager %', '%managerin %', '% lead %', '% team lead %', '% teamlead %', '% senior %', '% principal %', '% supervisor %', '% consultant%', '% berater%', '% referent%', '% specialist%', '% spezialist%', '% engineer%', '%ingenieur %', '%ingenieurin %', '% architect%', '% architekt%', '% analyst%', '% administrator%', '% controller%', '% coordinator%', '% koordinator%', '%einkäufer %', '%einkäuferin %', '% buyer %', '% developer%', '%entwickler %', '%entwicklerin %', '% teamleit%', '% projektleit%', '% product owner %', '%beauftragter %', '%beauftragte %') AS job_title_as_authority,
    f_country IN ('germany', 'deutschland', 'de', 'deu', 'd', 'bundesrepublik deutschland', 'austria', 'österreich', 'oesterreich', 'at', 'aut', 'a', 'switzerland', 'schweiz', 'suisse', 'ch', 'che', 'liechtenstein', 'li') AS country_as_dach,
    f_timeline__words LIKE ANY ('% now %', '% immediate %', '% immediately %', '% asap %', '% at once %', '% this week %', '% this month %', '% next month %', '% this quarter %', '% within 30 days %', '% 1 month %', '% 1 months %', '% 2 months %', '% 3 months %', '% 30 days %', '% 60 days %', '% 90 days %', '% 0 3 %', '% 1 3 %', '% 0 1 %', '% sofort %', '% schnellstmöglich%', '% umgehend %', '% diesen monat %', '% nächsten monat %', '% dieses quartal %', '% 1 monat %', '% 2 monate %', '% 2 monaten %', '% 3 monate %', '% 3 monaten %', '% 30 tage %', '% 30 tagen %', '% 90 tage %', '% 90 tagen %') AS timeline_as_soon,
    f_came_from__words LIKE ANY ('% google %', '% bing %', '% yahoo %', '% duckduckgo %', '% ecosia %', '% yandex %', '% baidu %', '% qwant %', '% startpage %', '% search %', '% seo %', '% suche %', '%suche %', '% suchmaschine%') AS came_from_as_paid_search,
    f_came_from__words LIKE ANY ('% cpc %', '% ppc %', '% cpm %', '% cpv %', '% cpl %', '% paid%', '% ad %', '% ads %', '% adwords %', '% sea %', '% sem %', '% sponsored %', '% retargeting %', '% remarketing %', '% pay per click %', '% bezahlt%', '% anzeige%', '% werbeanzeige%', '%werbung %') AS came_from_as_paid_search_2,
    f_came_from__words LIKE ANY ('% linkedin %', '% facebook %', '% fb %', '% instagram %', '% ig %', '% meta %', '% xing %', '% twitter %', '% youtube %', '% youtube%', '% tiktok %', '% pinterest %', '% reddit %', '% snapchat %', '% threads %', '% social%', '% soziale netzwerke %', '% soziale medien %') AS came_from_as_paid_social,
    CASE WHEN f_demo_date IS NULL THEN 1000000000
      WHEN 20514 - f_demo_date BETWEEN 0 AND 1853 THEN CAST(floor(power(CAST(0.5 AS FLOAT64), CAST(20514 - f_demo_date AS FLOAT64) / 60) * 1e9 + 0.50001) AS INT64)
      ELSE 0 END AS share_demo_date,
    CASE WHEN f_last_activity_date IS NULL THEN 1000000000
      WHEN 20514 - f_last_activity_date BETWEEN 0 AND 1853 THEN CAST(floor(power(CAST(0.5 AS FLOAT64), CAST(20514 - f_last_activity_date AS FLOAT64) / 60) * 1e9 + 0.50001) AS INT64)
      ELSE 0 END AS share_last_activity_date,
    CASE WHEN f_trial_date IS NULL THEN 1000000000
      WHEN 20514 - f_trial_date BETWEEN 0 AND 1853 THEN CAST(floor(power(CAST(0.5 AS FLOAT64), CAST(20514 - f_trial_date AS FLOAT64) / 60) * 1e9 + 0.50001) AS INT64)
      ELSE 0 END AS share_trial_date,
    CASE WHEN f_last_activity_date IS NULL THEN 1000000000
      WHEN 20514 - f_last_activity_date < 0 THEN 0
      WHEN 20514 - f_last_activity_date <= 7 THEN 1000000000
      WHEN 20514 - f_last_activity_date <= 30 THEN 500000000
      ELSE 0 END AS share_last_activity_date_2
  FROM mails
),
-- points of each rule (none from this table: has a website, takes part in purchases, seniority, mail comes back, names a need, books a meeting, asks to be called, visits the site, several pages a visit, fills in forms, answers mails, talks on the phone, clicks in mails, takes the newsletter, on the site lately)
rules AS (
  SELECT *,
    CASE WHEN f_employees >= 5000 THEN 18
      WHEN f_employees >= 200 THEN 25
      WHEN f_employees >= 50 THEN 14
      WHEN f_employees >= 10 THEN 6
      WHEN f_employees >= 1 THEN 2
      ELSE 0 END AS r_size, -- company size
    CASE WHEN f_employees IS NULL THEN CASE WHEN f_annual_revenue >= 50000000 THEN 22
        WHEN f_annual_revenue >= 20000000 THEN 18
        WHEN f_annual_revenue >= 5000000 THEN 10
        WHEN f_annual_revenue >= 1000000 THEN 4
        ELSE 0 END
      ELSE 0 END AS r_revenue, -- annual revenue
    CASE WHEN f_industry__words LIKE ANY ('% software %', '% saas %', '% it %', '% informationstechn%', '% information technology %', '% computer %', '% internet %', '% technology %', '% technologie %', '% telecom%', '% telekom%', '% maschinenbau%', '% anlagenbau%', '% machinery %', '% mechanical %', '% manufacturing %', '% industrial %', '% fertigung %', '% industrie %', '% automation %', '% automatisierung%', '% automotive %', '% elektro%', '% electronics %', '% electrical %', '% semiconductors %') THEN 20
      WHEN f_industry__words LIKE ANY ('% consulting %', '% beratung%', '% unternehmensberatung%', '% professional services %', '% logisti%', '% transportation %', '% spedition %', '% financ%', '% finanz%', '% banking %', '% bank %', '% banken %', '% insurance %', '% versicherung%', '% pharma %', '% pharma%', '% chemical %', '% chemicals %', '% chemie %', '% energy %', '% energie %', '% utilities %', '% engineering %', '% handel%', '%handel %', '% wholesale %', '% media %', '% medien %', '% marketing %', '% medizintechnik %', '% healthcare %', '% biotechnology %') THEN 10
      WHEN f_industry IS NOT NULL THEN 3
      ELSE 0 END AS r_industry,
    CASE WHEN (job_title_as_decider
        AND (NOT ((job_title_as_influencer OR strpos(f_job_title__words, ' vice president ') > 0)))) THEN 30
      ELSE 0 END AS r_decider, -- decides on purchases
    CASE WHEN (job_title_as_head AND (NOT ((job_title_as_decider OR job_title_as_influencer)))) THEN 20 ELSE 0 END AS r_head, -- heads a department
    CASE WHEN ((f_job_title__words LIKE ANY ('% manager%', '%manager %', '%managerin %', '% lead %', '% team lead %', '% teamlead %', '% senior %', '% principal %', '% supervisor %', '% consultant%', '% berater%', '% referent%', '% specialist%', '% spezialist%', '% engineer%', '%ingenieur %', '%ingenieurin %', '% architect%', '% architekt%', '% analyst%', '% administrator%', '% controller%', '% coordinator%', '% koordinator%', '%einkäufer %', '%einkäuferin %', '% buyer %', '% developer%', '%entwickler %', '%entwicklerin %', '% teamleit%', '% projektleit%', '% product owner %', '%beauftragter %', '%beauftragte %')
          AND (NOT ((job_title_as_decider OR job_title_as_head))))
        OR job_title_as_influencer) THEN 10
      ELSE 0 END AS r_influencer, -- prepares purchases
    CASE WHEN (f_job_title IS NOT NULL
        AND (NOT ((job_title_as_decider
          OR job_title_as_head
          OR job_title_as_student
          OR job_title_as_authority
          OR f_job_title__words LIKE ANY ('%assist%', '%sekretär%', '% secretary %', '% office of the %', '% process owner %', '% gruppenleit%', '% schichtleit%', '% project director %'))))) THEN 3
      ELSE 0 END AS r_other_title, -- has a job title
    CASE WHEN f_job_title__words LIKE ANY ('% it %', '% edv %', '% ict %', '% information technology %', '% informationstechnik %', '% informat%', '% digital%', '% technology %', '% technolog%', '% technik %', '% technical %', '% operations %', '% produktion %', '% production %', '% sales %', '% vertrieb %', '% vertriebs%', '% marketing %', '% marketing%', '% crm %', '% procurement %', '% einkauf %', '% einkaufs%', '% it %', '% werks%', '% data %', '% engineering %') THEN 10 ELSE 0 END AS r_area, -- department that buys
    CASE WHEN country_as_dach THEN 10 ELSE 0 END AS r_dach, -- in DACH
    CASE WHEN f_country IN ('netherlands', 'the netherlands', 'niederlande', 'nl', 'nld', 'belgium', 'belgien', 'be', 'bel', 'luxembourg', 'luxemburg', 'lu', 'lux', 'france', 'frankreich', 'fr', 'fra', 'italy', 'italien', 'it', 'ita', 'denmark', 'dänemark', 'dk', 'dnk', 'sweden', 'schweden', 'se', 'swe', 'norway', 'norwegen', 'no', 'nor', 'finland', 'finnland', 'fi', 'fin', 'poland', 'polen', 'pl', 'pol', 'czech republic', 'czechia', 'tschechien', 'cz', 'cze', 'spain', 'spanien', 'es', 'esp', 'portugal', 'pt', 'prt', 'ireland', 'irland', 'ie', 'irl', 'united kingdom', 'vereinigtes königreich', 'großbritannien', 'uk', 'gb', 'gbr', 'hungary', 'ungarn', 'hu', 'hun', 'slovakia', 'slowakei', 'sk', 'svk', 'slovenia', 'slowenien', 'si', 'svn') THEN 5 ELSE 0 END AS r_neighbour, -- in a neighbour country
    CASE WHEN f_email__business_mail THEN 5 ELSE 0 END AS r_work_mail, -- has a work address
    CASE WHEN f_email__free_mail THEN -10 ELSE 0 END AS r_free_mail, -- has a free-mail address
    CASE WHEN f_email__disposable_mail THEN -20 ELSE 0 END AS r_throwaway_mail, -- throwaway mail address
    CASE WHEN f_phone IS NOT NULL THEN 3 ELSE 0 END AS r_reachable, -- has a phone number
    CASE WHEN f_budget >= 10000 THEN 10 WHEN f_budget >= 2000 THEN 4 ELSE 0 END AS r_money, -- names a budget
    CASE WHEN f_source__words LIKE ANY ('% referral%', '% referred %', '% reference %', '% recommendation %', '% partner %', '% word of mouth %', '% customer referral %', '% empfehlung%', '% weiterempfehlung %', '% partner%', '% referenz %') THEN 8 ELSE 0 END AS r_referral, -- was recommended to us
    CASE WHEN f_source__words LIKE ANY ('% trade show %', '% trade fair %', '% tradeshow %', '% fair %', '% event %', '% conference %', '% exhibition %', '% booth %', '% seminar %', '% messe%', '%messe %', '% veranstaltung%', '% konferenz %', '% messestand %') THEN 4 ELSE 0 END AS r_met, -- met in person
    CASE WHEN (f_demo_requested OR f_demo_date IS NOT NULL) THEN CAST(floor(CAST(40 AS FLOAT64) * share_demo_date / 1e9 + 0.5) AS INT64) ELSE 0 END AS r_demo, -- asks for a demo
    CASE WHEN (f_demo_date - 20514 BETWEEN 0 AND 90 AND (NOT (20514 - f_demo_date BETWEEN 0 AND 0))) THEN 40
      ELSE 0 END AS r_demo_ahead, -- demo to come
    CASE WHEN f_quote_requested THEN CAST(floor(CAST(40 AS FLOAT64) * share_last_activity_date / 1e9 + 0.5) AS INT64)
      ELSE 0 END AS r_quote, -- asks for a quote
    CASE WHEN (f_trial_started OR f_trial_date IS NOT NULL) THEN CAST(floor(CAST(25 AS FLOAT64) * share_trial_date / 1e9 + 0.5) AS INT64) ELSE 0 END AS r_trial, -- tries the product
    CASE WHEN timeline_as_soon THEN 15 ELSE 0 END AS r_soon, -- wants to buy soon
    CAST(floor(CAST(CASE WHEN f_pricing_page_views >= 4 THEN 18
      WHEN f_pricing_page_views >= 2 THEN 12
      WHEN f_pricing_page_views >= 1 THEN 6
      ELSE 0 END AS FLOAT64) * share_last_activity_date / 1e9 + 0.5) AS INT64) AS r_pricing_page, -- looks at prices
    CAST(floor(CAST(CASE WHEN f_page_views >= 50 THEN 10
      WHEN f_page_views >= 25 THEN 8
      WHEN f_page_views >= 10 THEN 5
      WHEN f_page_views >= 3 THEN 2
      ELSE 0 END AS FLOAT64) * share_last_activity_date / 1e9 + 0.5) AS INT64) AS r_pages, -- reads pages
    CAST(floor(CAST(CASE WHEN f_downloads >= 3 THEN 18 WHEN f_downloads >= 2 THEN 14 WHEN f_downloads >= 1 THEN 8 ELSE 0 END AS FLOAT64) * share_last_activity_date / 1e9 + 0.5) AS INT64) AS r_downloads, -- downloads documents
    CAST(floor(CAST(CASE WHEN f_webinar__words LIKE ANY ('% registered %', '% invited %', '% angemeldet %', '% eingeladen %', '% no show %', '% no show %') THEN 5
      WHEN f_webinar__words LIKE ANY ('% attended %', '% participated %', '% teilgenommen %', '% yes %', '% ja %', '% true %', '% 1 %', '% x %') THEN 15
      ELSE 0 END AS FLOAT64) * share_last_activity_date / 1e9 + 0.5) AS INT64) AS r_webinar, -- signs up for webinars
    CASE WHEN f_lead_status__words LIKE ANY ('% connected %', '% working contacted %', '% in progress %', '% engaged %', '% in bearbeitung %', '% erreicht %', '% im gespräch %') THEN 6 ELSE 0 END AS r_connected, -- sales has spoken to them
    CASE WHEN f_last_activity_date IS NOT NULL THEN CAST(floor(CAST(10 AS FLOAT64) * share_last_activity_date_2 / 1e9 + 0.5) AS INT64) ELSE 0 END AS r_recent -- active this month
  FROM shares
),
group_sums AS (
  SELECT *,
    CAST(r_size + r_revenue + r_industry AS INT64) AS g_company_sum,
    CAST(r_decider + r_head + r_influencer + r_other_title + r_area AS INT64) AS g_role_sum,
    CAST((r_dach + r_neighbour + r_work_mail + r_free_mail)
      + (r_throwaway_mail + r_reachable + r_money + r_referral + r_met) AS INT64) AS g_context_sum,
    CAST(r_demo + r_demo_ahead + r_quote + r_trial + r_soon + r_pricing_page AS INT64) AS g_intent_sum,
    CAST(r_pages + r_downloads + r_webinar AS INT64) AS g_interest_sum,
    CAST(r_connected + r_recent AS INT64) AS g_contact_sum
  FROM rules
),
-- points of each group, within its bounds
group_points AS (
  SELECT *,
    least(g_company_sum, 40) AS g_company,
    least(g_role_sum, 35) AS g_role,
    least(g_context_sum, 25) AS g_context,
    least(g_intent_sum, 60) AS g_intent,
    least(g_interest_sum, 30) AS g_interest,
    least(g_contact_sum, 25) AS g_contact
  FROM group_sums
),
score_sums AS (
  SELECT *,
    g_company + g_role + g_context AS s_fit_sum,
    g_intent + g_interest + g_contact AS s_engagement_sum
  FROM group_points
),
-- points of each score, within its bounds
scores AS (
  SELECT *,
    greatest(least(s_fit_sum, 100), 0) AS s_fit,
    least(s_engagement_sum, 100) AS s_engagement
  FROM score_sums
),
-- the total of the scores; criteria: NULL is unknown
criteria AS (
  SELECT *,
    CAST(floor((10000 * s_fit + 10000 * s_engagement + 10000) / (20000)) AS INT64) AS total,
    CASE WHEN s_fit >= 75 THEN 'A' WHEN s_fit >= 50 THEN 'B' WHEN s_fit >= 25 THEN 'C' ELSE 'D' END || CASE WHEN s_engagement >= 75 THEN '1'
      WHEN s_engagement >= 50 THEN '2'
      WHEN s_engagement >= 25 THEN '3'
      ELSE '4' END AS grade,
    ((CASE WHEN f_job_title IS NOT NULL THEN TRUE END)
      OR (CASE WHEN f_employees IS NOT NULL THEN TRUE END)
      OR (CASE WHEN f_annual_revenue IS NOT NULL THEN TRUE END)
      OR (CASE WHEN f_industry IS NOT NULL THEN TRUE END)) AS c_profile, -- Who is it, and where do they work?
    f_budget >= 10000 AS c_budget, -- Is there a budget, and about how much?
    (job_title_as_decider OR job_title_as_head OR job_title_as_student OR job_title_as_authority) AS c_authority, -- Who decides, and who else has a say?
    f_quote_requested AS c_need, -- Which problem should it solve?
    timeline_as_soon AS c_timing, -- When should it be up and running?
    (f_page_views >= 1 OR f_downloads >= 1 OR f_demo_requested OR f_quote_requested OR f_trial_started) AS c_interaction, -- Have we been in touch before?
    (r_demo >= 10 OR r_demo_ahead >= 10 OR r_quote >= 10) AS c_request
  FROM scores
),
criteria_counts AS (
  SELECT *,
    (SELECT countif(e) FROM unnest([c_profile IS TRUE, c_budget IS TRUE, c_authority IS TRUE, c_need IS TRUE, c_timing IS TRUE, c_interaction IS TRUE, c_request IS TRUE]) AS e) AS criteria_met,
    (SELECT countif(e) FROM unnest([c_profile IS NULL, c_budget IS NULL, c_authority IS NULL, c_need IS NULL, c_timing IS NULL, c_interaction IS NULL, c_request IS NULL]) AS e) AS criteria_unknown
  FROM criteria
),
-- exclusions
exclusions AS (
  SELECT *,
    coalesce((CAST(NULL AS BOOLEAN)), FALSE) AS x_do_not_contact, -- objects to any contact
    coalesce((f_lead_status IN ('customer', 'kunde', 'closed won')), FALSE) AS x_customer, -- is a customer already
    coalesce((f_lead_status IN ('open deal', 'open_deal', 'offener deal')), FALSE) AS x_open_deal, -- has an open deal
    coalesce((f_lead_status IN ('converted', 'closed - converted', 'konvertiert', 'umgewandelt')), FALSE) AS x_converted, -- was converted already
    coalesce((f_lead_status IN ('unqualified', 'disqualified', 'closed - not converted', 'nicht qualifiziert', 'disqualifiziert', 'ungeeignet')), FALSE) AS x_turned_down, -- was turned down by sales
    coalesce((ends_with(f_email, '@rival.example') OR ends_with(f_email, '@rivale.example')), FALSE) AS x_competitor, -- works for a competitor
    coalesce((((ends_with(f_job_title, 'student'))
        AND (f_job_title IS NOT NULL AND (NOT ((job_title_as_decider OR job_title_as_head OR job_title_as_student)))))
      OR ((f_job_title__words LIKE ANY ('% student of %', '% student at %', '% student in %', '% studentin %', '% student in %', '% student der %', '% student für %', '% studierende %', '% studierender %', '% phd student %', '% doctoral student %', '% graduate student %', '% master student %', '% working student %', '% werkstudent%', '% studentische hilfskraft %', '% schüler %', '% schülerin %', '% pupil %', '% praktikant%', '% intern %', '% internship %'))
        AND (f_job_title IS NOT NULL AND (NOT ((job_title_as_decider OR job_title_as_head OR job_title_as_student)))))), FALSE) AS x_student, -- is a student
    coalesce((ends_with(f_email, '@our-company.example.com')), FALSE) AS x_own_people, -- works for us
    coalesce(((starts_with(f_email, 'test@')
        OR starts_with(f_email, 'test.lead@')
        OR starts_with(f_email, 'test.user@')
        OR starts_with(f_email, 'testuser@')
        OR starts_with(f_email, 'test+'))
      OR (f_full_name__words LIKE ANY ('% test %', '% testuser %', '% testlead %', '% testperson %', '% testkunde %', '% testkontakt %', '% testeintrag %', '% mustermann %', '% musterfrau %', '% dummy %', '% asdf %', '% qwertz %'))), FALSE) AS x_test_record -- is a test record
  FROM criteria_counts
),
-- the stage: the first row that matches
segments AS (
  SELECT *,
    CASE WHEN (x_do_not_contact OR x_customer OR x_open_deal OR x_converted OR x_turned_down OR x_competitor OR x_student OR x_own_people OR x_test_record) THEN 'disqualified'
      WHEN (c_request IS TRUE AND s_fit >= 40) THEN 'SQL' -- hand-raise
      WHEN (c_request IS TRUE AND c_profile IS NULL AND f_email__business_mail) THEN 'SQL' -- unknown-hand
      WHEN (s_fit >= 60
        AND s_engagement >= 60
        AND (CASE WHEN c_budget IS TRUE THEN 1 ELSE 0 END
          + CASE WHEN c_authority IS TRUE THEN 1 ELSE 0 END
          + CASE WHEN c_need IS TRUE THEN 1 ELSE 0 END
          + CASE WHEN c_timing IS TRUE THEN 1 ELSE 0 END >= 2)) THEN 'SQL' -- qualified
      WHEN c_request IS TRUE THEN 'MQL' -- asked
      WHEN (s_fit >= 50 AND s_engagement >= 40) THEN 'MQL' -- fit-and-interest
      WHEN s_fit >= 75 THEN 'MQL' -- great-fit
      WHEN (s_fit >= 50
        AND (CASE WHEN c_budget IS TRUE THEN 1 ELSE 0 END
          + CASE WHEN c_authority IS TRUE THEN 1 ELSE 0 END
          + CASE WHEN c_need IS TRUE THEN 1 ELSE 0 END
          + CASE WHEN c_timing IS TRUE THEN 1 ELSE 0 END >= 3)) THEN 'MQL' -- answered
      WHEN ((s_engagement IS NULL OR c_interaction IS NULL) AND s_fit >= 50) THEN 'MQL' -- fit-only
      WHEN (c_interaction IS NULL
        AND f_employees IS NULL
        AND f_annual_revenue IS NULL
        AND f_industry IS NULL
        AND s_fit >= 35) THEN 'MQL' -- person-only
      WHEN ((s_fit IS NULL OR c_profile IS NULL) AND s_engagement >= 45) THEN 'MQL' -- interest-only
      ELSE 'nurture' END AS stage,
    CASE WHEN (s_engagement >= 70 OR c_request IS TRUE) THEN 'hot'
      WHEN s_engagement >= 40 THEN 'warm'
      ELSE 'cold' END AS segment_temperature,
    CASE WHEN (c_request IS TRUE OR c_timing IS TRUE OR f_trial_started OR f_pricing_page_views >= 2) THEN 'BoFu'
      WHEN (f_downloads >= 1 OR f_webinar IS NOT NULL) THEN 'MoFu'
      ELSE 'ToFu' END AS segment_funnel,
    CASE WHEN r_connected > 0 THEN 'two-way' ELSE 'one-way' END AS segment_dialogue,
    CASE WHEN f_came_from__words LIKE ANY ('% webinar%', '% webcast %', '% online event %', '% online seminar %') THEN 'webinar'
      WHEN f_came_from__words LIKE ANY ('% trade show %', '% tradeshow %', '% trade fair %', '% fair %', '% exhibition %', '% conference %', '% congress %', '% event%', '% booth %', '% roadshow %', '% meetup %', '% seminar %', '% messe%', '%messe %', '% konferenz%', '% kongress%', '%veranstaltung%') THEN 'event'
      WHEN f_came_from__words LIKE ANY ('% phone %', '% telephone%', '% telefon%', '%telefonat %', '% anruf%', '% hotline %', '% inbound call %', '% call center %', '% callcenter %') THEN 'phone'
      WHEN f_came_from__words LIKE ANY ('% print%', '% flyer%', '% brochure%', '% broschüre%', '% prospekt%', '% katalog%', '% catalog %', '% catalogue %', '% direct mail %', '% postal mail %', '% postkarte%', '% postmailing %', '% postwurf%', '% per post %', '% newspaper %', '% zeitung%', '% magazine %', '% zeitschrift%', '% billboard %', '% plakat%', '% tv %', '% fernseh%', '% radio %') THEN 'offline ads'
      WHEN f_came_from__words LIKE ANY ('% outbound%', '% cold%', '% kaltakquise %', '% telemarketing %', '% prospecting %', '% purchased list %', '% bought list %', '% adresskauf %', '% gekaufte%', '% sdr %', '% bdr %', '% außendienst%', '% aussendienst%', '% field sales %', '% direct sales %') THEN 'outbound'
      WHEN f_came_from__words LIKE ANY ('% partner%', '%partner %', '% reseller%', '% distributor%', '% wiederverkäufer%', '% fachhändler%', '% fachhandel %', '% var %') THEN 'partner'
      WHEN ((came_from_as_paid_search_2 AND came_from_as_paid_search)
        OR f_came_from__words LIKE ANY ('% adwords %', '% sea %', '% sem %', '% ppc %', '% pay per click %', '% suchmaschinenwerbung %')) THEN 'paid search'
      WHEN (came_from_as_paid_search_2 AND came_from_as_paid_social) THEN 'paid social'
      WHEN f_came_from__words LIKE ANY ('% display %', '% banner%', '% programmatic %', '% gdn %') THEN 'display'
      WHEN strpos(f_came_from__words, ' affiliate') > 0 THEN 'affiliate'
      WHEN (came_from_as_paid_search_2
        OR (strpos(f_came_from__words, ' advertisement ') > 0 OR strpos(f_came_from__words, ' advertising ') > 0)) THEN 'paid other'
      WHEN f_came_from__words LIKE ANY ('% email%', '% e mail %', '% newsletter%', '% mailing%', '%mailing %', '% edm %') THEN 'email'
      WHEN came_from_as_paid_social THEN 'social'
      WHEN (came_from_as_paid_search
        OR (strpos(f_came_from__words, ' organic') > 0 OR strpos(f_came_from__words, ' organisch') > 0)) THEN 'organic search'
      WHEN f_came_from__words LIKE ANY ('% referral%', '% referred %', '% referrer %', '% referring %', '% reference %', '% recommendation %', '% word of mouth %', '%empfehlung%', '% verweis%', '% referenz %', '% mundpropaganda%', '% backlink%') THEN 'referral'
      WHEN (strpos(f_came_from__words, ' direct ') > 0 OR strpos(f_came_from__words, ' direkt') > 0) THEN 'direct'
      WHEN f_came_from__words LIKE ANY ('% web %', '% website%', '% webseite%', '% webform%', '% homepage %', '% landing page %', '% landingpage%', '% internet %', '% online %', '% form%', '%formular %', '% blog %', '% chat%', '% download%', '% inbound %') THEN 'website'
      WHEN strpos(f_came_from__words, ' offline') > 0 THEN 'other offline'
      ELSE 'unknown' END AS segment_channel
  FROM exclusions
),
tags AS (
  SELECT *,
    CASE WHEN segment_channel IN ('event', 'phone', 'offline ads', 'other offline') THEN 'offline'
      WHEN segment_channel IN ('webinar', 'paid search', 'paid social', 'display', 'affiliate', 'email', 'social', 'organic search', 'direct', 'website') THEN 'online'
      ELSE 'unknown' END AS segment_medium,
    (f_email IS NULL AND f_phone IS NULL) AS tag_not_yet_a_lead,
    coalesce(f_email__free_mail, FALSE) AS tag_free_mail,
    coalesce(f_email__role_mail, FALSE) AS tag_group_mailbox,
    ((f_email IS NOT NULL AND (f_email IS NOT NULL AND (NOT (f_email__valid_email))))
      OR coalesce(f_email__disposable_mail, FALSE)) AS tag_bad_mail,
    coalesce(f_unsubscribed, FALSE) AS tag_unsubscribed,
    FALSE AS tag_do_not_call,
    (coalesce(s_fit >= 60, FALSE) AND coalesce(s_engagement < 20, FALSE)) AS tag_good_but_quiet,
    coalesce(f_quote_requested, FALSE) AS tag_quote_asked
  FROM segments
),
-- which row of next matches
next_steps AS (
  SELECT *,
    CASE WHEN (stage = 'SQL' AND tag_not_yet_a_lead) THEN 0
      WHEN (stage = 'SQL' AND tag_do_not_call) THEN 1
      WHEN stage = 'SQL' THEN 2
      WHEN (stage = 'MQL' AND tag_not_yet_a_lead) THEN 3
      WHEN (stage = 'MQL' AND c_request IS TRUE AND c_profile IS NULL AND NOT tag_do_not_call) THEN 4
      WHEN (stage = 'MQL' AND tag_unsubscribed AND NOT tag_do_not_call) THEN 5
      WHEN (stage = 'MQL' AND NOT tag_unsubscribed) THEN 6
      WHEN (stage = 'nurture' AND tag_good_but_quiet AND NOT tag_unsubscribed) THEN 7
      WHEN (stage = 'nurture' AND NOT tag_unsubscribed AND NOT tag_not_yet_a_lead) THEN 8
      ELSE -1 END AS next_step
  FROM tags
),
-- when it is due
due_days AS (
  SELECT *,
    CASE next_step WHEN 0 THEN 20514 + 1
      WHEN 1 THEN 20514 + 1
      WHEN 2 THEN 20514 + 1
      WHEN 3 THEN 20514 + 7
      WHEN 4 THEN 20514 + 1
      WHEN 5 THEN 20514 + 3
      WHEN 6 THEN 20514 + 3
      WHEN 7 THEN 20514 + 14
      WHEN 8 THEN 20514 + 30 END AS due_day
  FROM next_steps
)
SELECT
  lead.*,
  nullif(stage, '') AS `leadq_stage`,
  total AS `leadq_score`,
  s_fit AS `leadq_fit`,
  s_engagement AS `leadq_engagement`,
  grade AS `leadq_grade`,
  nullif(segment_temperature, '') AS `leadq_temperature`,
  nullif(segment_funnel, '') AS `leadq_funnel`,
  nullif(segment_dialogue, '') AS `leadq_dialogue`,
  nullif(segment_channel, '') AS `leadq_channel`,
  nullif(segment_medium, '') AS `leadq_medium`,
  nullif(array_to_string([CASE WHEN tag_not_yet_a_lead THEN 'not-yet-a-lead' END, CASE WHEN tag_free_mail THEN 'free-mail' END, CASE WHEN tag_group_mailbox THEN 'group-mailbox' END, CASE WHEN tag_bad_mail THEN 'bad-mail' END, CASE WHEN tag_unsubscribed THEN 'unsubscribed' END, CASE WHEN tag_do_not_call THEN 'do-not-call' END, CASE WHEN tag_good_but_quiet THEN 'good-but-quiet' END, CASE WHEN tag_quote_asked THEN 'quote-asked' END], '; '), '') AS `leadq_tags`,
  nullif((SELECT string_agg(name || CASE WHEN points > 0 THEN ' +' ELSE ' ' END || CAST(points AS STRING), '; ' ORDER BY abs(points) DESC, place)
    FROM unnest([STRUCT(0 AS place, r_size AS points, 'company size' AS name),
      (1, r_revenue, 'annual revenue'),
      (2, r_industry, 'industry'),
      (3, least(g_company - g_company_sum, 0), 'company cap'),
      (4, r_decider, 'decides on purchases'),
      (5, r_head, 'heads a department'),
      (6, r_influencer, 'prepares purchases'),
      (7, r_other_title, 'has a job title'),
      (8, r_area, 'department that buys'),
      (9, least(g_role - g_role_sum, 0), 'role cap'),
      (10, r_dach, 'in DACH'),
      (11, r_neighbour, 'in a neighbour country'),
      (12, r_work_mail, 'has a work address'),
      (13, r_free_mail, 'has a free-mail address'),
      (14, r_throwaway_mail, 'throwaway mail address'),
      (15, r_reachable, 'has a phone number'),
      (16, r_money, 'names a budget'),
      (17, r_referral, 'was recommended to us'),
      (18, r_met, 'met in person'),
      (19, least(g_context - g_context_sum, 0), 'context cap'),
      (20, least(s_fit - s_fit_sum, 0), 'fit cap'),
      (21, greatest(s_fit - s_fit_sum, 0), 'fit floor'),
      (22, r_demo, 'asks for a demo'),
      (23, r_demo_ahead, 'demo to come'),
      (24, r_quote, 'asks for a quote'),
      (25, r_trial, 'tries the product'),
      (26, r_soon, 'wants to buy soon'),
      (27, r_pricing_page, 'looks at prices'),
      (28, least(g_intent - g_intent_sum, 0), 'intent cap'),
      (29, r_pages, 'reads pages'),
      (30, r_downloads, 'downloads documents'),
      (31, r_webinar, 'signs up for webinars'),
      (32, least(g_interest - g_interest_sum, 0), 'interest cap'),
      (33, r_connected, 'sales has spoken to them'),
      (34, r_recent, 'active this month'),
      (35, least(g_contact - g_contact_sum, 0), 'contact cap'),
      (36, least(s_engagement - s_engagement_sum, 0), 'engagement cap')]) WHERE points <> 0), '') AS `leadq_reasons`,
  nullif(array_to_string([CASE WHEN c_profile THEN 'profile' END, CASE WHEN c_budget THEN 'budget' END, CASE WHEN c_authority THEN 'authority' END, CASE WHEN c_need THEN 'need' END, CASE WHEN c_timing THEN 'timing' END, CASE WHEN c_interaction THEN 'interaction' END, CASE WHEN c_request THEN 'request' END], '; '), '') AS `leadq_met`,
  nullif(array_to_string([CASE WHEN c_profile IS NULL THEN 'profile' END, CASE WHEN c_budget IS NULL THEN 'budget' END, CASE WHEN c_authority IS NULL THEN 'authority' END, CASE WHEN c_need IS NULL THEN 'need' END, CASE WHEN c_timing IS NULL THEN 'timing' END, CASE WHEN c_interaction IS NULL THEN 'interaction' END, CASE WHEN c_request IS NULL THEN 'request' END], '; '), '') AS `leadq_missing`,
  nullif(array_to_string([CASE WHEN x_do_not_contact THEN 'do-not-contact' END, CASE WHEN x_customer THEN 'customer' END, CASE WHEN x_open_deal THEN 'open-deal' END, CASE WHEN x_converted THEN 'converted' END, CASE WHEN x_turned_down THEN 'turned-down' END, CASE WHEN x_competitor THEN 'competitor' END, CASE WHEN x_student THEN 'student' END, CASE WHEN x_own_people THEN 'own-people' END, CASE WHEN x_test_record THEN 'test-record' END], '; '), '') AS `leadq_excluded`,
  coalesce(nullif('', ''), CASE WHEN (stage = 'SQL' AND country_as_dach) THEN CASE mod(CAST('0x' || substr(to_hex(md5(coalesce(nullif(f_id__text, ''), nullif(f_email, ''), coalesce(CAST(CAST(lead.`id` AS STRING) AS STRING), '') || '\u001f' || coalesce(CAST(lead.`email` AS STRING), '') || '\u001f' || coalesce(CAST(lead.`full_name` AS STRING), '') || '\u001f' || coalesce(CAST(lead.`job_title` AS STRING), '') || '\u001f' || coalesce(CAST(lead.`company` AS STRING), '') || '\u001f' || coalesce(CAST(lead.`industry` AS STRING), '') || '\u001f' || coalesce(CAST(CAST(lead.`employees` AS STRING) AS STRING), '') || '\u001f' || coalesce(CAST(CAST(lead.`annual_revenue` AS STRING) AS STRING), '') || '\u001f' || coalesce(CAST(lead.`country` AS STRING), '') || '\u001f' || coalesce(CAST(lead.`phone` AS STRING), '') || '\u001f' || coalesce(CAST(CAST(lead.`budget` AS STRING) AS STRING), '') || '\u001f' || coalesce(CAST(lead.`timeline` AS STRING), '') || '\u001f' || coalesce(CAST(lead.`source` AS STRING), '') || '\u001f' || coalesce(CAST(CAST(lead.`demo_requested` AS STRING) AS STRING), '') || '\u001f' || coalesce(CAST(CAST(lead.`demo_date` AS STRING) AS STRING), '') || '\u001f' || coalesce(CAST(CAST(lead.`quote_requested` AS STRING) AS STRING), '') || '\u001f' || coalesce(CAST(CAST(lead.`trial_started` AS STRING) AS STRING), '') || '\u001f' || coalesce(CAST(CAST(lead.`trial_date` AS STRING) AS STRING), '') || '\u001f' || coalesce(CAST(CAST(lead.`page_views` AS STRING) AS STRING), '') || '\u001f' || coalesce(CAST(CAST(lead.`pricing_page_views` AS STRING) AS STRING), '') || '\u001f' || coalesce(CAST(CAST(lead.`downloads` AS STRING) AS STRING), '') || '\u001f' || coalesce(CAST(lead.`webinar` AS STRING), '') || '\u001f' || coalesce(CAST(CAST(lead.`unsubscribed` AS STRING) AS STRING), '') || '\u001f' || coalesce(CAST(lead.`lead_status` AS STRING), '') || '\u001f' || coalesce(CAST(CAST(lead.`last_activity_date` AS STRING) AS STRING), '') || '\u001f' || coalesce(CAST(CAST(lead.`created_date` AS STRING) AS STRING), '')))), 1, 8) AS INT64), 2) WHEN 0 THEN 'Sales DACH 1' WHEN 1 THEN 'Sales DACH 2' END END, CASE WHEN stage = 'SQL' THEN 'Sales international' END, CASE WHEN stage = 'MQL' THEN 'Inside sales' END, CASE WHEN stage = 'nurture' THEN 'Marketing' END) AS `leadq_owner`,
  CASE next_step WHEN 0 THEN 'find contact data' WHEN 1 THEN 'write in person' WHEN 2 THEN 'call' WHEN 3 THEN 'find contact data' WHEN 4 THEN 'call to qualify' WHEN 5 THEN 'call' WHEN 6 THEN 'write in person' WHEN 7 THEN 'invite to an event' WHEN 8 THEN 'newsletter' END AS `leadq_next`,
  CAST(date_from_unix_date(20514) AS STRING) AS `leadq_since`,
  CAST(NULL AS STRING) AS `leadq_stage_before`,
  CAST(date_from_unix_date((due_day + CASE mod((due_day + 7000003), 7) WHEN 5 THEN 2 WHEN 6 THEN 1 ELSE 0 END)) AS STRING) AS `leadq_due`,
  div(200 * (SELECT countif(e) FROM unnest([f_email IS NOT NULL, f_employees IS NOT NULL, f_annual_revenue IS NOT NULL, f_industry IS NOT NULL, f_job_title IS NOT NULL, f_country IS NOT NULL, f_phone IS NOT NULL, f_budget IS NOT NULL, f_source IS NOT NULL, f_demo_requested IS NOT NULL, f_demo_date IS NOT NULL, f_quote_requested IS NOT NULL, f_last_activity_date IS NOT NULL, f_trial_started IS NOT NULL, f_trial_date IS NOT NULL, f_timeline IS NOT NULL, f_pricing_page_views IS NOT NULL, f_page_views IS NOT NULL, f_downloads IS NOT NULL, f_webinar IS NOT NULL, f_lead_status IS NOT NULL, f_full_name IS NOT NULL, f_came_from IS NOT NULL, f_unsubscribed IS NOT NULL]) AS e) + 24, 48) AS `leadq_completeness`
FROM due_days;
