-- a number as leadq reads it: below 10^15, with at most six decimals
CREATE OR REPLACE FUNCTION `leads_scored_number`(value DOUBLE) RETURNS DOUBLE
RETURN CASE
    WHEN abs(value) < 1e15 THEN CASE
      WHEN value = ((value) - pmod(value, 1D)) THEN value
      WHEN value < 0 THEN 0 - (((abs(value)) * CAST(1000000 AS DOUBLE) + CAST(0.5 AS DOUBLE)) - pmod((abs(value)) * CAST(1000000 AS DOUBLE) + CAST(0.5 AS DOUBLE), 1D)) / CAST(1000000 AS DOUBLE)
      ELSE (((abs(value)) * CAST(1000000 AS DOUBLE) + CAST(0.5 AS DOUBLE)) - pmod((abs(value)) * CAST(1000000 AS DOUBLE) + CAST(0.5 AS DOUBLE), 1D)) / CAST(1000000 AS DOUBLE)
    END
  END;

-- days since 1970, of the years that leadq reads
CREATE OR REPLACE FUNCTION `leads_scored_day`(value DATE) RETURNS BIGINT
RETURN CASE
    WHEN value >= DATE'1600-01-01' AND value < DATE'2401-01-01' THEN CAST(datediff(value, DATE'1970-01-01') AS BIGINT)
  END;

-- a cell as it is compared: form C, no white space around it, one space for runs of it, lower case
CREATE OR REPLACE FUNCTION `leads_scored_fold`(value STRING) RETURNS STRING
RETURN CASE
    WHEN value RLIKE '^$|^ | $|  |[^ -~¡-įı-ſ]|^="|&[#0-9A-Za-z]{2,6};' THEN replace(lower(replace(regexp_replace(nullif(regexp_replace(CASE
      WHEN value RLIKE '&[#0-9A-Za-z]{2,6};' THEN replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(regexp_replace(value, '^[\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}-\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]*="([^"]*)"[\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}-\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]*$', '$1'), '&auml;', 'ä'), '&ouml;', 'ö'), '&uuml;', 'ü'), '&Auml;', 'Ä'), '&Ouml;', 'Ö'), '&Uuml;', 'Ü'), '&szlig;', 'ß'), '&eacute;', 'é'), '&egrave;', 'è'), '&agrave;', 'à'), '&ccedil;', 'ç'), '&ndash;', '–'), '&mdash;', '—'), '&rsquo;', '’'), '&#228;', 'ä'), '&#246;', 'ö'), '&#252;', 'ü'), '&#196;', 'Ä'), '&#214;', 'Ö'), '&#220;', 'Ü'), '&#223;', 'ß'), '&#8211;', '–'), '&nbsp;', ' '), '&#160;', ' '), '&quot;', '"'), '&#34;', '"'), '&apos;', '\''), '&#39;', '\''), '&#039;', '\''), '&#x27;', '\''), '&euro;', '€'), '&lt;', '<'), '&gt;', '>'), '&#60;', '<'), '&#62;', '>'), '&#38;', '&'), '&amp;', '&')
      WHEN value RLIKE '="' THEN regexp_replace(value, '^[\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}-\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]*="([^"]*)"[\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}-\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]*$', '$1')
      ELSE value
    END, '^[\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}-\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]+|[\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}-\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]+$', ''), ''), '[\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}-\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]+', ' '), 'İ', 'i')), 'ς', 'σ')
    ELSE lower(value)
  END;

-- a cell in form C, without white space around it
CREATE OR REPLACE FUNCTION `leads_scored_trim`(value STRING) RETURNS STRING
RETURN CASE
    WHEN value RLIKE '^$|^ | $|  |[^ -~¡-įı-ſ]|^="|&[#0-9A-Za-z]{2,6};' THEN nullif(regexp_replace(CASE
      WHEN value RLIKE '&[#0-9A-Za-z]{2,6};' THEN replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(regexp_replace(value, '^[\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}-\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]*="([^"]*)"[\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}-\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]*$', '$1'), '&auml;', 'ä'), '&ouml;', 'ö'), '&uuml;', 'ü'), '&Auml;', 'Ä'), '&Ouml;', 'Ö'), '&Uuml;', 'Ü'), '&szlig;', 'ß'), '&eacute;', 'é'), '&egrave;', 'è'), '&agrave;', 'à'), '&ccedil;', 'ç'), '&ndash;', '–'), '&mdash;', '—'), '&rsquo;', '’'), '&#228;', 'ä'), '&#246;', 'ö'), '&#252;', 'ü'), '&#196;', 'Ä'), '&#214;', 'Ö'), '&#220;', 'Ü'), '&#223;', 'ß'), '&#8211;', '–'), '&nbsp;', ' '), '&#160;', ' '), '&quot;', '"'), '&#34;', '"'), '&apos;', '\''), '&#39;', '\''), '&#039;', '\''), '&#x27;', '\''), '&euro;', '€'), '&lt;', '<'), '&gt;', '>'), '&#60;', '<'), '&#62;', '>'), '&#38;', '&'), '&amp;', '&')
      WHEN value RLIKE '="' THEN regexp_replace(value, '^[\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}-\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]*="([^"]*)"[\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}-\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]*$', '$1')
      ELSE value
    END, '^[\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}-\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]+|[\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}-\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]+$', ''), '')
    ELSE value
  END;

-- nothing where a text says that there is nothing
CREATE OR REPLACE FUNCTION `leads_scored_known`(value STRING) RETURNS STRING
RETURN CASE
    WHEN NOT (value IN (
      'null', '(null)', '<null>', '[null]', 'none', 'nan', 'undefined', '\\n', '<na>', 'n/a', 'n.a.', '#n/a', '#nv',
      '#ref!', '#bezug!', '#value!', '#wert!', '#div/0!', '#name?', '#null!', '#num!', '#zahl!', '#spill!',
      '#überlauf!', '#calc!', '#kalk!', '#error!', '#fehler!', '#getting_data', '#daten_abrufen', '#field!', '#feld!',
      '#blocked!', '#unknown!', '#connect!', '#busy!', '#####', '(not set)', '[[unknown]]', '(empty)', '(blank)',
      '(none)', '(leer)', '<leer>', '<empty>', '-', '--', '---', '–', '—', '.', 'select', 'k. a.', 'k.a.',
      'keine angabe', 'n/v', 'unbekannt', 'unknown', 'bitte wählen', '--none--'
    )) THEN value
  END;

-- the mail address in a folded text, which may have a name around it
CREATE OR REPLACE FUNCTION `leads_scored_address_in`(value STRING) RETURNS STRING
RETURN CASE
    WHEN value RLIKE '[ <>()\\[\\],;:|"/\\x{ad}\\x{180e}\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}\\x{2060}-\\x{2064}]|^\'|\'$|[.]$' THEN CASE
      WHEN length(value) <= 120 THEN regexp_replace(regexp_replace(regexp_replace(regexp_replace(value, '[\\x{ad}\\x{180e}\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}\\x{2060}-\\x{2064}]+', ''), '(^|[ <,;(\\["])(?:mailto|e-?mail): ?', '$1'), '^(?:[^@]*[<(\\[,;:|"/\'] *)?([^ <>()\\[\\],;:|"/\'@]+[^ <>()\\[\\],;:|"/@]*@[^ <>()\\[\\],;:|"/@?]+)(?:[ <>()\\[\\],;:|"/?\'][^@]*(?:@.*)?)?$', '$1'), '^([^ @]+@[^ @]*[^ @.\'])[.\']+$', '$1')
      ELSE value
    END
    ELSE value
  END;

-- a folded text if it is a mail address, the empty text if it is something else
CREATE OR REPLACE FUNCTION `leads_scored_mail`(value STRING) RETURNS STRING
RETURN CASE
    WHEN CASE
      WHEN value RLIKE '^[a-z0-9_+-]{1,20}(?:[.][a-z0-9_+-]{1,20}){0,2}@(?:[a-z0-9]{1,20}(?:-[a-z0-9]{1,20})?[.]){1,4}[a-z]{2,20}$' THEN TRUE
      ELSE (length(value) <= 254
        AND value RLIKE '^[^@]+@[^@]+$'
        AND split_part(value, '@', 1) RLIKE '^[^ @"(),:;<>\\[\\\\\\]]{1,64}$'
        AND NOT split_part(value, '@', 1) RLIKE '^[.]|[.][.]|[.]$'
        AND regexp_replace(split_part(value, '@', 2), '[\\x{aa}-\\x{aa}\\x{b2}-\\x{b3}\\x{b5}-\\x{b5}\\x{b9}-\\x{ba}\\x{bc}-\\x{be}\\x{c0}-\\x{d6}\\x{d8}-\\x{f6}\\x{f8}-\\x{2c1}\\x{2c6}-\\x{2d1}\\x{2e0}-\\x{2e4}\\x{2ec}-\\x{2ec}\\x{2ee}-\\x{2ee}\\x{300}-\\x{374}\\x{376}-\\x{37d}\\x{37f}-\\x{37f}\\x{386}-\\x{386}\\x{388}-\\x{3f5}\\x{3f7}-\\x{481}\\x{483}-\\x{559}\\x{560}-\\x{588}\\x{591}-\\x{5bd}\\x{5bf}-\\x{5bf}\\x{5c1}-\\x{5c2}\\x{5c4}-\\x{5c5}\\x{5c7}-\\x{5f2}\\x{610}-\\x{61a}\\x{620}-\\x{669}\\x{66e}-\\x{6d3}\\x{6d5}-\\x{6dc}\\x{6df}-\\x{6e8}\\x{6ea}-\\x{6fc}\\x{6ff}-\\x{6ff}\\x{710}-\\x{7f5}\\x{7fa}-\\x{7fd}\\x{800}-\\x{82d}\\x{840}-\\x{85b}\\x{860}-\\x{887}\\x{889}-\\x{88f}\\x{897}-\\x{8e1}\\x{8e3}-\\x{963}\\x{966}-\\x{96f}\\x{971}-\\x{9f1}\\x{9f4}-\\x{9f9}\\x{9fc}-\\x{9fc}\\x{9fe}-\\x{a75}\\x{a81}-\\x{aef}\\x{af9}-\\x{b6f}\\x{b71}-\\x{bf2}\\x{c00}-\\x{c6f}\\x{c78}-\\x{c7e}\\x{c80}-\\x{c83}\\x{c85}-\\x{d4e}\\x{d54}-\\x{d78}\\x{d7a}-\\x{df3}\\x{e01}-\\x{e3a}\\x{e40}-\\x{e4e}\\x{e50}-\\x{e59}\\x{e81}-\\x{f00}\\x{f18}-\\x{f19}\\x{f20}-\\x{f33}\\x{f35}-\\x{f35}\\x{f37}-\\x{f37}\\x{f39}-\\x{f39}\\x{f3e}-\\x{f84}\\x{f86}-\\x{fbc}\\x{fc6}-\\x{fc6}\\x{1000}-\\x{1049}\\x{1050}-\\x{109d}\\x{10a0}-\\x{10fa}\\x{10fc}-\\x{135f}\\x{1369}-\\x{138f}\\x{13a0}-\\x{13fd}\\x{1401}-\\x{166c}\\x{166f}-\\x{167f}\\x{1681}-\\x{169a}\\x{16a0}-\\x{16ea}\\x{16ee}-\\x{1734}\\x{1740}-\\x{17d3}\\x{17d7}-\\x{17d7}\\x{17dc}-\\x{17f9}\\x{180b}-\\x{180d}\\x{180f}-\\x{193b}\\x{1946}-\\x{19da}\\x{1a00}-\\x{1a1b}\\x{1a20}-\\x{1a99}\\x{1aa7}-\\x{1aa7}\\x{1ab0}-\\x{1b4c}\\x{1b50}-\\x{1b59}\\x{1b6b}-\\x{1b73}\\x{1b80}-\\x{1bf3}\\x{1c00}-\\x{1c37}\\x{1c40}-\\x{1c7d}\\x{1c80}-\\x{1cbf}\\x{1cd0}-\\x{1cd2}\\x{1cd4}-\\x{1fbc}\\x{1fbe}-\\x{1fbe}\\x{1fc2}-\\x{1fcc}\\x{1fd0}-\\x{1fdb}\\x{1fe0}-\\x{1fec}\\x{1ff2}-\\x{1ffc}\\x{2070}-\\x{2079}\\x{207f}-\\x{2089}\\x{2090}-\\x{209c}\\x{20d0}-\\x{20f0}\\x{2102}-\\x{2102}\\x{2107}-\\x{2107}\\x{210a}-\\x{2113}\\x{2115}-\\x{2115}\\x{2119}-\\x{211d}\\x{2124}-\\x{2124}\\x{2126}-\\x{2126}\\x{2128}-\\x{2128}\\x{212a}-\\x{212d}\\x{212f}-\\x{2139}\\x{213c}-\\x{213f}\\x{2145}-\\x{2149}\\x{214e}-\\x{214e}\\x{2150}-\\x{2189}\\x{2460}-\\x{249b}\\x{24ea}-\\x{24ff}\\x{2776}-\\x{2793}\\x{2c00}-\\x{2ce4}\\x{2ceb}-\\x{2cf3}\\x{2cfd}-\\x{2cfd}\\x{2d00}-\\x{2d6f}\\x{2d7f}-\\x{2dff}\\x{2e2f}-\\x{2e2f}\\x{3005}-\\x{3007}\\x{3021}-\\x{302f}\\x{3031}-\\x{3035}\\x{3038}-\\x{303c}\\x{3041}-\\x{309a}\\x{309d}-\\x{309f}\\x{30a1}-\\x{30fa}\\x{30fc}-\\x{318e}\\x{3192}-\\x{3195}\\x{31a0}-\\x{31bf}\\x{31f0}-\\x{31ff}\\x{3220}-\\x{3229}\\x{3248}-\\x{324f}\\x{3251}-\\x{325f}\\x{3280}-\\x{3289}\\x{32b1}-\\x{32bf}\\x{3400}-\\x{4dbf}\\x{4e00}-\\x{a48c}\\x{a4d0}-\\x{a4fd}\\x{a500}-\\x{a60c}\\x{a610}-\\x{a672}\\x{a674}-\\x{a67d}\\x{a67f}-\\x{a6f1}\\x{a717}-\\x{a71f}\\x{a722}-\\x{a788}\\x{a78b}-\\x{a827}\\x{a82c}-\\x{a835}\\x{a840}-\\x{a873}\\x{a880}-\\x{a8c5}\\x{a8d0}-\\x{a8f7}\\x{a8fb}-\\x{a8fb}\\x{a8fd}-\\x{a92d}\\x{a930}-\\x{a953}\\x{a960}-\\x{a9c0}\\x{a9cf}-\\x{a9d9}\\x{a9e0}-\\x{aa59}\\x{aa60}-\\x{aa76}\\x{aa7a}-\\x{aadd}\\x{aae0}-\\x{aaef}\\x{aaf2}-\\x{ab5a}\\x{ab5c}-\\x{ab69}\\x{ab70}-\\x{abea}\\x{abec}-\\x{d7fb}\\x{f900}-\\x{fb28}\\x{fb2a}-\\x{fbb1}\\x{fbd3}-\\x{fd3d}\\x{fd50}-\\x{fd8f}\\x{fd92}-\\x{fdc7}\\x{fdf0}-\\x{fdfb}\\x{fe00}-\\x{fe0f}\\x{fe20}-\\x{fe2f}\\x{fe70}-\\x{fefc}\\x{ff10}-\\x{ff19}\\x{ff21}-\\x{ff3a}\\x{ff41}-\\x{ff5a}\\x{ff66}-\\x{ffdc}\\x{10000}-\\x{100fa}\\x{10107}-\\x{10133}\\x{10140}-\\x{10178}\\x{1018a}-\\x{1018b}\\x{101fd}-\\x{1039d}\\x{103a0}-\\x{103cf}\\x{103d1}-\\x{10563}\\x{10570}-\\x{10855}\\x{10858}-\\x{10876}\\x{10879}-\\x{1091b}\\x{10920}-\\x{10939}\\x{10940}-\\x{10a48}\\x{10a60}-\\x{10a7e}\\x{10a80}-\\x{10ac7}\\x{10ac9}-\\x{10aef}\\x{10b00}-\\x{10b35}\\x{10b40}-\\x{10b91}\\x{10ba9}-\\x{10d6d}\\x{10d6f}-\\x{10d85}\\x{10e60}-\\x{10eac}\\x{10eb0}-\\x{10ec7}\\x{10efa}-\\x{10f54}\\x{10f70}-\\x{10f85}\\x{10fb0}-\\x{11046}\\x{11052}-\\x{110ba}\\x{110c2}-\\x{110c2}\\x{110d0}-\\x{1113f}\\x{11144}-\\x{11173}\\x{11176}-\\x{111c4}\\x{111c9}-\\x{111cc}\\x{111ce}-\\x{111da}\\x{111dc}-\\x{111dc}\\x{111e1}-\\x{11237}\\x{1123e}-\\x{112a8}\\x{112b0}-\\x{113d3}\\x{113e1}-\\x{1144a}\\x{11450}-\\x{11459}\\x{1145e}-\\x{114c5}\\x{114c7}-\\x{115c0}\\x{115d8}-\\x{11640}\\x{11644}-\\x{11659}\\x{11680}-\\x{116b8}\\x{116c0}-\\x{1173b}\\x{11740}-\\x{1183a}\\x{118a0}-\\x{11943}\\x{11950}-\\x{119e1}\\x{119e3}-\\x{11a3e}\\x{11a47}-\\x{11a99}\\x{11a9d}-\\x{11a9d}\\x{11ab0}-\\x{11af8}\\x{11b60}-\\x{11be0}\\x{11bf0}-\\x{11c40}\\x{11c50}-\\x{11c6c}\\x{11c72}-\\x{11ef6}\\x{11f00}-\\x{11f42}\\x{11f50}-\\x{11fd4}\\x{12000}-\\x{1246e}\\x{12480}-\\x{12ff0}\\x{13000}-\\x{1342f}\\x{13440}-\\x{16a69}\\x{16a70}-\\x{16af4}\\x{16b00}-\\x{16b36}\\x{16b40}-\\x{16b43}\\x{16b50}-\\x{16d6c}\\x{16d70}-\\x{16e96}\\x{16ea0}-\\x{16fe1}\\x{16fe3}-\\x{1bc99}\\x{1bc9d}-\\x{1bc9e}\\x{1ccf0}-\\x{1ccf9}\\x{1cf00}-\\x{1cf46}\\x{1d165}-\\x{1d169}\\x{1d16d}-\\x{1d172}\\x{1d17b}-\\x{1d182}\\x{1d185}-\\x{1d18b}\\x{1d1aa}-\\x{1d1ad}\\x{1d242}-\\x{1d244}\\x{1d2c0}-\\x{1d2f3}\\x{1d360}-\\x{1d6c0}\\x{1d6c2}-\\x{1d6da}\\x{1d6dc}-\\x{1d6fa}\\x{1d6fc}-\\x{1d714}\\x{1d716}-\\x{1d734}\\x{1d736}-\\x{1d74e}\\x{1d750}-\\x{1d76e}\\x{1d770}-\\x{1d788}\\x{1d78a}-\\x{1d7a8}\\x{1d7aa}-\\x{1d7c2}\\x{1d7c4}-\\x{1d7ff}\\x{1da00}-\\x{1da36}\\x{1da3b}-\\x{1da6c}\\x{1da75}-\\x{1da75}\\x{1da84}-\\x{1da84}\\x{1da9b}-\\x{1e14e}\\x{1e290}-\\x{1e2f9}\\x{1e4d0}-\\x{1e5fa}\\x{1e6c0}-\\x{1e959}\\x{1ec71}-\\x{1ecab}\\x{1ecad}-\\x{1ecaf}\\x{1ecb1}-\\x{1ed2d}\\x{1ed2f}-\\x{1eebb}\\x{1f100}-\\x{1f10c}\\x{1fbf0}-\\x{1fbf9}\\x{20000}-\\x{33479}\\x{e0100}-\\x{e01ef}]', 'x') RLIKE '^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z0-9-]*[a-z0-9]$')
    END THEN value
    WHEN value IS NOT NULL THEN ''
  END;

-- a folded text as its words, with a space around each
CREATE OR REPLACE FUNCTION `leads_scored_words`(value STRING) RETURNS STRING
RETURN CASE
    WHEN value RLIKE '^[0-9a-zß-öø-ÿ]+(?: [0-9a-zß-öø-ÿ]+)*$' THEN ' ' || value || ' '
    ELSE regexp_replace(' ' || value || ' ', '[^\\x{30}-\\x{39}\\x{41}-\\x{5a}\\x{61}-\\x{7a}\\x{aa}-\\x{aa}\\x{b2}-\\x{b3}\\x{b5}-\\x{b5}\\x{b9}-\\x{ba}\\x{bc}-\\x{be}\\x{c0}-\\x{d6}\\x{d8}-\\x{f6}\\x{f8}-\\x{2c1}\\x{2c6}-\\x{2d1}\\x{2e0}-\\x{2e4}\\x{2ec}-\\x{2ec}\\x{2ee}-\\x{2ee}\\x{300}-\\x{374}\\x{376}-\\x{37d}\\x{37f}-\\x{37f}\\x{386}-\\x{386}\\x{388}-\\x{3f5}\\x{3f7}-\\x{481}\\x{483}-\\x{559}\\x{560}-\\x{588}\\x{591}-\\x{5bd}\\x{5bf}-\\x{5bf}\\x{5c1}-\\x{5c2}\\x{5c4}-\\x{5c5}\\x{5c7}-\\x{5f2}\\x{610}-\\x{61a}\\x{620}-\\x{669}\\x{66e}-\\x{6d3}\\x{6d5}-\\x{6dc}\\x{6df}-\\x{6e8}\\x{6ea}-\\x{6fc}\\x{6ff}-\\x{6ff}\\x{710}-\\x{7f5}\\x{7fa}-\\x{7fd}\\x{800}-\\x{82d}\\x{840}-\\x{85b}\\x{860}-\\x{887}\\x{889}-\\x{88f}\\x{897}-\\x{8e1}\\x{8e3}-\\x{963}\\x{966}-\\x{96f}\\x{971}-\\x{9f1}\\x{9f4}-\\x{9f9}\\x{9fc}-\\x{9fc}\\x{9fe}-\\x{a75}\\x{a81}-\\x{aef}\\x{af9}-\\x{b6f}\\x{b71}-\\x{bf2}\\x{c00}-\\x{c6f}\\x{c78}-\\x{c7e}\\x{c80}-\\x{c83}\\x{c85}-\\x{d4e}\\x{d54}-\\x{d78}\\x{d7a}-\\x{df3}\\x{e01}-\\x{e3a}\\x{e40}-\\x{e4e}\\x{e50}-\\x{e59}\\x{e81}-\\x{f00}\\x{f18}-\\x{f19}\\x{f20}-\\x{f33}\\x{f35}-\\x{f35}\\x{f37}-\\x{f37}\\x{f39}-\\x{f39}\\x{f3e}-\\x{f84}\\x{f86}-\\x{fbc}\\x{fc6}-\\x{fc6}\\x{1000}-\\x{1049}\\x{1050}-\\x{109d}\\x{10a0}-\\x{10fa}\\x{10fc}-\\x{135f}\\x{1369}-\\x{138f}\\x{13a0}-\\x{13fd}\\x{1401}-\\x{166c}\\x{166f}-\\x{167f}\\x{1681}-\\x{169a}\\x{16a0}-\\x{16ea}\\x{16ee}-\\x{1734}\\x{1740}-\\x{17d3}\\x{17d7}-\\x{17d7}\\x{17dc}-\\x{17f9}\\x{180b}-\\x{180d}\\x{180f}-\\x{193b}\\x{1946}-\\x{19da}\\x{1a00}-\\x{1a1b}\\x{1a20}-\\x{1a99}\\x{1aa7}-\\x{1aa7}\\x{1ab0}-\\x{1b4c}\\x{1b50}-\\x{1b59}\\x{1b6b}-\\x{1b73}\\x{1b80}-\\x{1bf3}\\x{1c00}-\\x{1c37}\\x{1c40}-\\x{1c7d}\\x{1c80}-\\x{1cbf}\\x{1cd0}-\\x{1cd2}\\x{1cd4}-\\x{1fbc}\\x{1fbe}-\\x{1fbe}\\x{1fc2}-\\x{1fcc}\\x{1fd0}-\\x{1fdb}\\x{1fe0}-\\x{1fec}\\x{1ff2}-\\x{1ffc}\\x{2070}-\\x{2079}\\x{207f}-\\x{2089}\\x{2090}-\\x{209c}\\x{20d0}-\\x{20f0}\\x{2102}-\\x{2102}\\x{2107}-\\x{2107}\\x{210a}-\\x{2113}\\x{2115}-\\x{2115}\\x{2119}-\\x{211d}\\x{2124}-\\x{2124}\\x{2126}-\\x{2126}\\x{2128}-\\x{2128}\\x{212a}-\\x{212d}\\x{212f}-\\x{2139}\\x{213c}-\\x{213f}\\x{2145}-\\x{2149}\\x{214e}-\\x{214e}\\x{2150}-\\x{2189}\\x{2460}-\\x{249b}\\x{24ea}-\\x{24ff}\\x{2776}-\\x{2793}\\x{2c00}-\\x{2ce4}\\x{2ceb}-\\x{2cf3}\\x{2cfd}-\\x{2cfd}\\x{2d00}-\\x{2d6f}\\x{2d7f}-\\x{2dff}\\x{2e2f}-\\x{2e2f}\\x{3005}-\\x{3007}\\x{3021}-\\x{302f}\\x{3031}-\\x{3035}\\x{3038}-\\x{303c}\\x{3041}-\\x{309a}\\x{309d}-\\x{309f}\\x{30a1}-\\x{30fa}\\x{30fc}-\\x{318e}\\x{3192}-\\x{3195}\\x{31a0}-\\x{31bf}\\x{31f0}-\\x{31ff}\\x{3220}-\\x{3229}\\x{3248}-\\x{324f}\\x{3251}-\\x{325f}\\x{3280}-\\x{3289}\\x{32b1}-\\x{32bf}\\x{3400}-\\x{4dbf}\\x{4e00}-\\x{a48c}\\x{a4d0}-\\x{a4fd}\\x{a500}-\\x{a60c}\\x{a610}-\\x{a672}\\x{a674}-\\x{a67d}\\x{a67f}-\\x{a6f1}\\x{a717}-\\x{a71f}\\x{a722}-\\x{a788}\\x{a78b}-\\x{a827}\\x{a82c}-\\x{a835}\\x{a840}-\\x{a873}\\x{a880}-\\x{a8c5}\\x{a8d0}-\\x{a8f7}\\x{a8fb}-\\x{a8fb}\\x{a8fd}-\\x{a92d}\\x{a930}-\\x{a953}\\x{a960}-\\x{a9c0}\\x{a9cf}-\\x{a9d9}\\x{a9e0}-\\x{aa59}\\x{aa60}-\\x{aa76}\\x{aa7a}-\\x{aadd}\\x{aae0}-\\x{aaef}\\x{aaf2}-\\x{ab5a}\\x{ab5c}-\\x{ab69}\\x{ab70}-\\x{abea}\\x{abec}-\\x{d7fb}\\x{f900}-\\x{fb28}\\x{fb2a}-\\x{fbb1}\\x{fbd3}-\\x{fd3d}\\x{fd50}-\\x{fd8f}\\x{fd92}-\\x{fdc7}\\x{fdf0}-\\x{fdfb}\\x{fe00}-\\x{fe0f}\\x{fe20}-\\x{fe2f}\\x{fe70}-\\x{fefc}\\x{ff10}-\\x{ff19}\\x{ff21}-\\x{ff3a}\\x{ff41}-\\x{ff5a}\\x{ff66}-\\x{ffdc}\\x{10000}-\\x{100fa}\\x{10107}-\\x{10133}\\x{10140}-\\x{10178}\\x{1018a}-\\x{1018b}\\x{101fd}-\\x{1039d}\\x{103a0}-\\x{103cf}\\x{103d1}-\\x{10563}\\x{10570}-\\x{10855}\\x{10858}-\\x{10876}\\x{10879}-\\x{1091b}\\x{10920}-\\x{10939}\\x{10940}-\\x{10a48}\\x{10a60}-\\x{10a7e}\\x{10a80}-\\x{10ac7}\\x{10ac9}-\\x{10aef}\\x{10b00}-\\x{10b35}\\x{10b40}-\\x{10b91}\\x{10ba9}-\\x{10d6d}\\x{10d6f}-\\x{10d85}\\x{10e60}-\\x{10eac}\\x{10eb0}-\\x{10ec7}\\x{10efa}-\\x{10f54}\\x{10f70}-\\x{10f85}\\x{10fb0}-\\x{11046}\\x{11052}-\\x{110ba}\\x{110c2}-\\x{110c2}\\x{110d0}-\\x{1113f}\\x{11144}-\\x{11173}\\x{11176}-\\x{111c4}\\x{111c9}-\\x{111cc}\\x{111ce}-\\x{111da}\\x{111dc}-\\x{111dc}\\x{111e1}-\\x{11237}\\x{1123e}-\\x{112a8}\\x{112b0}-\\x{113d3}\\x{113e1}-\\x{1144a}\\x{11450}-\\x{11459}\\x{1145e}-\\x{114c5}\\x{114c7}-\\x{115c0}\\x{115d8}-\\x{11640}\\x{11644}-\\x{11659}\\x{11680}-\\x{116b8}\\x{116c0}-\\x{1173b}\\x{11740}-\\x{1183a}\\x{118a0}-\\x{11943}\\x{11950}-\\x{119e1}\\x{119e3}-\\x{11a3e}\\x{11a47}-\\x{11a99}\\x{11a9d}-\\x{11a9d}\\x{11ab0}-\\x{11af8}\\x{11b60}-\\x{11be0}\\x{11bf0}-\\x{11c40}\\x{11c50}-\\x{11c6c}\\x{11c72}-\\x{11ef6}\\x{11f00}-\\x{11f42}\\x{11f50}-\\x{11fd4}\\x{12000}-\\x{1246e}\\x{12480}-\\x{12ff0}\\x{13000}-\\x{1342f}\\x{13440}-\\x{16a69}\\x{16a70}-\\x{16af4}\\x{16b00}-\\x{16b36}\\x{16b40}-\\x{16b43}\\x{16b50}-\\x{16d6c}\\x{16d70}-\\x{16e96}\\x{16ea0}-\\x{16fe1}\\x{16fe3}-\\x{1bc99}\\x{1bc9d}-\\x{1bc9e}\\x{1ccf0}-\\x{1ccf9}\\x{1cf00}-\\x{1cf46}\\x{1d165}-\\x{1d169}\\x{1d16d}-\\x{1d172}\\x{1d17b}-\\x{1d182}\\x{1d185}-\\x{1d18b}\\x{1d1aa}-\\x{1d1ad}\\x{1d242}-\\x{1d244}\\x{1d2c0}-\\x{1d2f3}\\x{1d360}-\\x{1d6c0}\\x{1d6c2}-\\x{1d6da}\\x{1d6dc}-\\x{1d6fa}\\x{1d6fc}-\\x{1d714}\\x{1d716}-\\x{1d734}\\x{1d736}-\\x{1d74e}\\x{1d750}-\\x{1d76e}\\x{1d770}-\\x{1d788}\\x{1d78a}-\\x{1d7a8}\\x{1d7aa}-\\x{1d7c2}\\x{1d7c4}-\\x{1d7ff}\\x{1da00}-\\x{1da36}\\x{1da3b}-\\x{1da6c}\\x{1da75}-\\x{1da75}\\x{1da84}-\\x{1da84}\\x{1da9b}-\\x{1e14e}\\x{1e290}-\\x{1e2f9}\\x{1e4d0}-\\x{1e5fa}\\x{1e6c0}-\\x{1e959}\\x{1ec71}-\\x{1ecab}\\x{1ecad}-\\x{1ecaf}\\x{1ecb1}-\\x{1ed2d}\\x{1ed2f}-\\x{1eebb}\\x{1f100}-\\x{1f10c}\\x{1fbf0}-\\x{1fbf9}\\x{20000}-\\x{33479}\\x{e0100}-\\x{e01ef}]+', ' ')
  END;

-- whether a mail address is free_mail
CREATE OR REPLACE FUNCTION `leads_scored_is_free_mail`(value STRING) RETURNS BOOLEAN
RETURN split_part(value, '@', 2) IN (
    '01019freenet.de', '012.net.il', '126.com', '139.com', '163.com', '189.cn', '21cn.com', 'a1.net', 'abv.bg',
    'adon.li', 'aim.com', 'alice-dsl.de', 'alice-dsl.net', 'alice.de', 'alice.it', 'aliceadsl.fr', 'aliyun.com',
    'ameritech.net', 'aol.at', 'aol.co.uk', 'aol.com', 'aol.de', 'aol.es', 'aol.fr', 'aol.it', 'aon.at', 'apollo.lv',
    'arcor.de', 'arnet.com.ar', 'atlas.cz', 'att.net', 'autograf.pl', 'azet.sk', 'bbox.fr', 'bell.net',
    'bellsouth.net', 'bezeqint.net', 'biglobe.ne.jp', 'bigmir.net', 'bigpond.com', 'bigpond.net.au', 'bk.ru',
    'bluemail.ch', 'bluewin.ch', 'blueyonder.co.uk', 'bol.com.br', 'bredband.net', 'btinternet.com',
    'btopenworld.com', 'cable.vol.at', 'caramail.com', 'casema.nl', 'cegetel.net', 'centrum.cz', 'centrum.sk',
    'centurylink.net', 'charter.net', 'chello.at', 'chello.nl', 'citromail.hu', 'citycable.ch', 'ciudad.com.ar',
    'clicknet.ro', 'clix.pt', 'club-internet.fr', 'cogeco.ca', 'comcast.net', 'comhem.se', 'compuserve.de',
    'consultant.com', 'countermail.com', 'cox.net', 'ctemplar.com', 'daum.net', 'dir.bg', 'directbox.com',
    'disroot.org', 'docomo.ne.jp', 'dodo.com.au', 'dr.com', 'duck.com', 'earthlink.net', 'eim.ae', 'eircom.net',
    'elisanet.fi', 'email.com', 'email.cz', 'email.de', 'email.it', 'emailn.de', 'embarqmail.com', 'engineer.com',
    'epost.de', 'eunet.at', 'europe.com', 'ewe.net', 'ewetel.net', 'excite.com', 'ezweb.ne.jp', 'fastmail.com',
    'fastmail.de', 'fastmail.fm', 'fastmail.net', 'fastwebnet.it', 'fibertel.com.ar', 'firemail.de', 'firemail.eu',
    'forthnet.gr', 'foxmail.com', 'free.fr', 'freeler.nl', 'freemail.de', 'freemail.hu', 'freenet.de', 'freesurf.ch',
    'frontier.com', 'frontiernet.net', 'gazeta.pl', 'globomail.com', 'gmail.com', 'gmx.at', 'gmx.biz', 'gmx.ch',
    'gmx.co.uk', 'gmx.com', 'gmx.de', 'gmx.es', 'gmx.eu', 'gmx.fr', 'gmx.info', 'gmx.li', 'gmx.lu', 'gmx.net',
    'gmx.org', 'gmx.tm', 'gmx.us', 'googlemail.com', 'green.ch', 'hanmail.net', 'hansenet.de', 'hetnet.nl',
    'hey.com', 'hinet.net', 'hispeed.ch', 'home.nl', 'home.ro', 'hot.ee', 'hotmail.at', 'hotmail.be', 'hotmail.ca',
    'hotmail.ch', 'hotmail.cl', 'hotmail.co.il', 'hotmail.co.jp', 'hotmail.co.kr', 'hotmail.co.nz', 'hotmail.co.th',
    'hotmail.co.uk', 'hotmail.com', 'hotmail.com.ar', 'hotmail.com.au', 'hotmail.com.br', 'hotmail.com.mx',
    'hotmail.com.tr', 'hotmail.cz', 'hotmail.de', 'hotmail.dk', 'hotmail.es', 'hotmail.fi', 'hotmail.fr',
    'hotmail.gr', 'hotmail.hu', 'hotmail.it', 'hotmail.my', 'hotmail.nl', 'hotmail.no', 'hotmail.ph', 'hotmail.rs',
    'hotmail.se', 'hotmail.sg', 'htp-tel.de', 'hush.com', 'hushmail.com', 'i.softbank.jp', 'i.ua', 'icloud.com',
    'ig.com.br', 'iinet.net.au', 'in.gr', 'inbox.com', 'inbox.lv', 'inbox.ru', 'indamail.hu', 'inet.hr', 'inode.at',
    'interia.eu', 'interia.pl', 'internet.lu', 'internet.ru', 'internode.on.net', 'inwind.it', 'iol.it', 'iol.pt',
    'jubii.dk', 'juno.com', 'kabelbw.de', 'kabelmail.de', 'kabelsignal.at', 'kabsi.at', 'keemail.me', 'kolabnow.com',
    'kolumbus.fi', 'kpnmail.nl', 'kpnplanet.nl', 'laposte.net', 'lavabit.com', 'libero.it', 'list.ru', 'live.at',
    'live.be', 'live.ca', 'live.ch', 'live.cl', 'live.cn', 'live.co.kr', 'live.co.uk', 'live.co.za', 'live.com',
    'live.com.ar', 'live.com.au', 'live.com.mx', 'live.com.my', 'live.com.pt', 'live.com.sg', 'live.de', 'live.dk',
    'live.fi', 'live.fr', 'live.hk', 'live.ie', 'live.in', 'live.it', 'live.jp', 'live.nl', 'live.no', 'live.ru',
    'live.se', 'liwest.at', 'love.com', 'luukku.com', 'lycos.com', 'lycos.de', 'mac.com', 'magenta.de', 'mail.bg',
    'mail.com', 'mail.de', 'mail.dk', 'mail.ee', 'mail.ru', 'mailbox.org', 'mailfence.com', 'me.com', 'meta.ua',
    'mindspring.com', 'mnet-mail.de', 'mnet-online.de', 'movistar.es', 'msn.cn', 'msn.com', 'msn.de', 'mweb.co.za',
    'mynet.com', 'myyahoo.com', 'nate.com', 'naver.com', 'net.hr', 'netcabo.pt', 'netcologne.de', 'netplus.ch',
    'netscape.net', 'netvigator.com', 'netvision.net.il', 'netzero.net', 'neuf.fr', 'nexgo.de', 'nifty.com',
    'noos.fr', 'nord-com.net', 'ntlworld.com', 'numericable.fr', 'o2.pl', 'o2mail.de', 'ocn.ne.jp', 'ofir.dk',
    'oi.com.br', 'one.lt', 'onet.eu', 'onet.pl', 'online.de', 'online.nl', 'online.no', 'onlinehome.de',
    'onmail.com', 'ono.com', 'op.pl', 'optonline.net', 'optusnet.com.au', 'orange.fr', 'osnanet.de', 'otenet.gr',
    'outlook.at', 'outlook.be', 'outlook.cl', 'outlook.co.id', 'outlook.co.il', 'outlook.co.nz', 'outlook.co.th',
    'outlook.com', 'outlook.com.ar', 'outlook.com.au', 'outlook.com.br', 'outlook.com.gr', 'outlook.com.pe',
    'outlook.com.tr', 'outlook.com.vn', 'outlook.cz', 'outlook.de', 'outlook.dk', 'outlook.es', 'outlook.fr',
    'outlook.hu', 'outlook.ie', 'outlook.in', 'outlook.it', 'outlook.jp', 'outlook.kr', 'outlook.lv', 'outlook.my',
    'outlook.ph', 'outlook.pt', 'outlook.sa', 'outlook.sg', 'outlook.sk', 'ozemail.com.au', 'pacbell.net',
    'pchome.com.tw', 'planet.nl', 'pm.me', 'pobox.com', 'poczta.fm', 'poczta.onet.pl', 'post.com', 'post.cz',
    'post.sk', 'posteo.at', 'posteo.ch', 'posteo.de', 'posteo.eu', 'posteo.net', 'posteo.org', 'powersurf.li',
    'pp.inet.fi', 'prodigy.net', 'prodigy.net.mx', 'proton.me', 'protonmail.ch', 'protonmail.com', 'pt-line.net',
    'pt.lu', 'qq.com', 'quickline.ch', 'quicknet.nl', 'rambler.ru', 'rediffmail.com', 'riseup.net', 'ro.ru',
    'roadrunner.com', 'rocketmail.com', 'rogers.com', 'rr.com', 'runbox.com', 'sapo.pt', 'saunalahti.fi',
    'sbcglobal.net', 'scarlet.be', 'seed.net.tw', 'seznam.cz', 'sfr.fr', 'shaw.ca', 'sify.com', 'sina.cn',
    'sina.com', 'singnet.com.sg', 'siol.net', 'skiff.com', 'sky.com', 'skynet.be', 'slingshot.co.nz',
    'smart-mail.de', 'sms.at', 'so-net.ne.jp', 'softbank.ne.jp', 'sohu.com', 'speedy.com.ar', 'spray.se',
    'startmail.com', 'stofanet.dk', 'suddenlink.net', 'sunrise.ch', 'suomi24.fi', 'superonline.com', 'surfeu.at',
    'swbmail.de', 'swissonline.ch', 'sympatico.ca', 't-2.net', 't-online.de', 't-online.hu', 'talktalk.net',
    'tdcadsl.dk', 'tele2.at', 'tele2.ch', 'tele2.nl', 'tele2.se', 'telefonica.net', 'telenet.be', 'telenor.se',
    'telkomsa.net', 'telus.net', 'terra.com.br', 'terra.es', 'tim.it', 'tin.it', 'tiscali.co.uk', 'tiscali.cz',
    'tiscali.de', 'tiscali.it', 'tlen.pl', 'tpg.com.au', 'tut.by', 'tuta.com', 'tuta.io', 'tutamail.com',
    'tutanota.com', 'tutanota.de', 'ukr.net', 'unity-mail.de', 'unitybox.de', 'uol.com.br', 'upcmail.nl', 'usa.com',
    'utanet.at', 'verizon.net', 'versanet.de', 'videotron.ca', 'vip.163.com', 'vip.qq.com', 'vip.sina.com',
    'vipmail.hu', 'virgilio.it', 'virgin.net', 'virginmedia.com', 'vodafonemail.de', 'vodamail.co.za', 'voila.fr',
    'vol.at', 'volny.cz', 'voo.be', 'vp.pl', 'vtxmail.ch', 'walla.co.il', 'walla.com', 'wanadoo.fr', 'web.de',
    'webmail.co.za', 'welho.com', 'westnet.com.au', 'windowslive.com', 'windstream.net', 'wo.cn', 'wp.pl',
    'xs4all.nl', 'xtra.co.nz', 'ya.ru', 'yahoo.at', 'yahoo.be', 'yahoo.ca', 'yahoo.ch', 'yahoo.cl', 'yahoo.cn',
    'yahoo.co.id', 'yahoo.co.il', 'yahoo.co.in', 'yahoo.co.jp', 'yahoo.co.kr', 'yahoo.co.nz', 'yahoo.co.th',
    'yahoo.co.uk', 'yahoo.co.za', 'yahoo.com', 'yahoo.com.ar', 'yahoo.com.au', 'yahoo.com.br', 'yahoo.com.cn',
    'yahoo.com.co', 'yahoo.com.hk', 'yahoo.com.mx', 'yahoo.com.my', 'yahoo.com.pe', 'yahoo.com.ph', 'yahoo.com.sg',
    'yahoo.com.tr', 'yahoo.com.tw', 'yahoo.com.ve', 'yahoo.com.vn', 'yahoo.cz', 'yahoo.de', 'yahoo.dk', 'yahoo.es',
    'yahoo.fi', 'yahoo.fr', 'yahoo.gr', 'yahoo.hu', 'yahoo.ie', 'yahoo.in', 'yahoo.it', 'yahoo.nl', 'yahoo.no',
    'yahoo.pl', 'yahoo.pt', 'yahoo.ro', 'yahoo.ru', 'yahoo.se', 'yandex.by', 'yandex.com', 'yandex.com.tr',
    'yandex.kz', 'yandex.ru', 'yandex.ua', 'yeah.net', 'ymail.com', 'ziggo.nl', 'zipmail.com.br', 'zoho.com',
    'zoho.eu', 'zohomail.com', 'zohomail.eu', 'zonnet.nl', 'zoznam.sk'
  );

-- whether a mail address is disposable_mail
CREATE OR REPLACE FUNCTION `leads_scored_is_disposable_mail`(value STRING) RETURNS BOOLEAN
RETURN split_part(value, '@', 2) IN (
    '0-mail.com', '00jac.com', '027168.com', '062e.com', '0box.eu', '0clickemail.com', '0n0ff.net', '0nelce.com',
    '0wnd.net', '0wnd.org', '1-tm.com', '10-minute-mail.com', '100likers.com', '10mail.com', '10mail.org',
    '10minemail.com', '10minmail.de', '10minmail.org', '10minutemail.be', '10minutemail.com', '10minutemail.de',
    '10minutemail.net', '10minutemail.nl', '10minutemail.pro', '10minutemail.us', '10minutemailbox.com',
    '10minutenemail.de', '10minutesmail.com', '10x9.com', '11163.com', '123-m.com', '123clone.com', '123mails.org',
    '12hosting.net', '12houremail.com', '12minutemail.com', '12minutemail.net', '12storage.com', '140unichars.com',
    '15qm.com', '191mariobet.com', '1blackmoon.com', '1chuan.com', '1clck2.com', '1nom.org', '1pad.de',
    '1secmail.com', '1secmail.net', '1secmail.org', '1st-forms.com', '1sworld.com', '1t-mail.com', '1to1mail.org',
    '1trick.net', '1usemail.com', '1zhuan.com', '20030310.com', '2048unblocked.com', '20email.eu', '20mail.eu',
    '20minutemail.com', '20minutesmail.com', '20mm.eu', '2120001.net', '2200freefonts.com', '247web.net',
    '24faw.com', '24hinbox.com', '24hourmail.com', '24hourmail.net', '25u.com', '2anom.com', '2chmail.net',
    '2ether.net', '2odem.com', '2prong.com', '30minutemail.com', '30wave.com', '3202.com', '365boxmail.com',
    '36ru.com', '3d-painting.com', '3dkai.com', '3fdn.com', '3l6.com', '3littlemiracles.com', '4057.com', '42o.org',
    '48dz.com', '4k5.net', '4nextmail.com', '4pu.com', '4save.net', '4warding.com', '4warding.net', '4warding.org',
    '52mails.com', '55hosting.net', '5gramos.com', '5july.org', '5minutemail.net', '5semail.com', '5x25.com',
    '5ymail.com', '60minutemail.com', '668fmail.com', '672643.net', '675hosting.com', '675hosting.net',
    '675hosting.org', '67899vip.com', '681mail.com', '6n9.net', '6paq.com', '6url.com', '75hosting.com',
    '75hosting.net', '75hosting.org', '7days-printing.com', '7novels.com', '7tags.com', '80665.com', '8127ep.com',
    '816qs.com', '8d7kh.com', '94an.com', '99.com', '99cows.com', '99experts.com', '9ox.net', 'a-bc.net',
    'a-germandu.de', 'a7996.com', 'aa5zy64.com', 'aabkmail.com', 'aachendate.de', 'aaconservation.org',
    'aakkmail.com', 'abakiss.com', 'abatido.com', 'abevw.com', 'abilityaccesslegal.org', 'aboodbab.com',
    'abusemail.de', 'abuser.eu', 'abusultann.com', 'abyis.com', 'abyssmail.com', 'academiccommunity.com',
    'acanok.com', 'acc1s.com', 'acc1s.net', 'accclone.com', 'accis.net', 'acedby.com', 'acg-news.com',
    'acgnnews.com', 'acrossgracealley.com', 'acucre.com', 'addictingtrailers.com', 'addmails.com', 'adfskj.com',
    'adiq.eu', 'adn3t.com', 'adobeccepdm.com', 'adpugh.org', 'adroh.com', 'adsd.org', 'adsensekorea.com',
    'advantageyoungpeople.com', 'advantimo.com', 'advitise.com', 'adwaterandstir.com', 'aecmedya.com', 'aegde.com',
    'aegia.net', 'aegiscorp.net', 'aeonpsi.com', 'afarek.com', 'affecting.org', 'affilikingz.de', 'afrobacon.com',
    'aftercorporation.com', 'agedmail.com', 'agiuse.com', 'agmbowie.com', 'agtx.net', 'ahavaexperience.com',
    'ahmadfamily.net', 'ahmadizhar.net', 'ahmedkhlef.com', 'ahvin.com', 'ai100999.com', 'aikunkun.com',
    'ailicke.com', 'aineapi.com', 'air2token.com', 'aircourriel.com', 'airhemp.com', 'airsworld.net', 'airychen.com',
    'aiworldx.com', 'aixnv.com', 'ajaxapp.net', 'akapost.com', 'akbip.com', 'akerd.com', 'akgq701.com',
    'akirapowered.com', 'akugu.com', 'akunlama.com', 'alarafoundation.com', 'albill.com', 'aleh.de', 'alfaceti.com',
    'alhsalumni.org', 'aliban.org', 'alienware13.com', 'aligamel.com', 'alilot.com', 'alina-schiesser.ch',
    'alisaol.com', 'alisongamel.com', 'alisree.com', 'alivance.com', 'alldirectbuy.com', 'allemojikeyboard.com',
    'allfreemail.net', 'allofthem.net', 'allowed.org', 'allreview4u.com', 'allthegoodnamesaretaken.org',
    'allwebemails.com', 'almatips.com', 'almiswelfare.org', 'alosp.com', 'alpha-web.net', 'alreval.com',
    'altmails.com', 'aluimport.com', 'alvaxio.com', 'ama-trade.de', 'ama-trans.de', 'amail.com', 'amail1.com',
    'amazon-aws.org', 'ameady.com', 'amelabs.com', 'americancivichub.com', 'amilegit.com', 'aminating.com',
    'amiri.net', 'amiriindustries.com', 'ampsylike.com', 'anappfor.com', 'anappthat.com', 'anarac.com',
    'andrewclaude.eu', 'andrewclaude.org', 'anhvip9999.com', 'animesos.com', 'aniross.com', 'annnekkk.com',
    'ano-mail.net', 'anogz.com', 'anon-mail.de', 'anonbox.net', 'anonmails.de', 'anonymbox.com', 'anonymized.org',
    'anonymousness.com', 'anquandx.com', 'ansibleemail.com', 'anthony-junkmail.com', 'antireg.com', 'antispam.de',
    'antispam24.de', 'antispammail.de', 'anyalias.com', 'anypng.com', 'anywebmail.com', 'aoeuhtns.com', 'aokkad.com',
    'aokkas.com', 'apexnovaser.com', 'apfelkorps.de', 'aphlog.com', 'apkmd.com', 'apocaw.com', 'appixie.com',
    'appzily.com', 'aprte.com', 'aqilakomputer.com', 'arcadein.com', 'arenahiveai.com', 'armyspy.com',
    'arrabyte.com', 'arroisijewellery.com', 'artleoncommunications.com', 'artman-conception.com',
    'arvato-community.de', 'arxxwalls.com', 'asaption.com', 'aschenbrandt.net', 'asciibinder.net',
    'ashleyandrew.com', 'asimarif.com', 'asistx.net', 'ask-mail.com', 'asleepity.com', 'asorent.com',
    'aspireviastudios.org', 'assurmail.net', 'asurad.com', 'at0mik.org', 'atlasimple.com', 'atnextmail.com',
    'attnetwork.com', 'aubady.com', 'augmentationtechnology.com', 'auth2fa.com', 'autofixmax.com', 'automisly.org',
    'automizly.net', 'autommo.net', 'autorobotica.com', 'autotwollow.com', 'autowb.com', 'autoxugiare.com',
    'available-home.com', 'averdov.com', 'avtolev.com', 'awatum.de', 'awdrt.org', 'awesome47.com',
    'awesomesaucemail.org', 'awgarstone.com', 'awiki.org', 'awsoo.com', 'axiz.org', 'axon7zte.com', 'axsup.net',
    'azcomputerworks.com', 'azuretechtalk.net', 'azzancoffee.com', 'b1of96u.com', 'b2bx.net', 'b2cmail.de',
    'backilnge.com', 'bacteroidmail.com', 'badgerland.eu', 'badoop.com', 'baechecker.com', 'baidoxe.com',
    'baileybridge.org', 'bakultelo.com', 'balaket.com', 'balawo.com', 'banancaocap.com', 'bandtoo.com',
    'bangdieukhien.net', 'banhang14.com', 'bankinnepal.com', 'barooko.com', 'barryogorman.com', 'baselogicroute.com',
    'basepathgrid.com', 'baserda.net', 'basketrise.com', 'basscode.org', 'batdongsanhatinh.org', 'batiinsaat.net',
    'bauwerke-online.com', 'baybabes.com', 'bazaaboom.com', 'bbitf.com', 'bbitj.com', 'bbitq.com', 'bbmailku.com',
    'bbroot.com', 'bcaoo.com', 'bcooq.com', 'bdgstr.com', 'bdshar.com', 'beaconmessenger.com', 'bearsarefuzzy.com',
    'beautifulblessingsbeyondborders.org', 'beddly.com', 'beefmilk.com', 'beelsil.com', 'beganment.com',
    'begemail.com', 'behatifoundation.org', 'belamail.org', 'belgianairways.com', 'belljonestax.com',
    'beluckygame.com', 'benipaula.org', 'benphim.com', 'benphim.net', 'benshelf.com', 'bepureme.com', 'berkahfb.com',
    'berkahjayashope.com', 'berwie.com', 'best-john-boats.com', 'best-temp-mail.com', 'bestchoiceusedcar.com',
    'bestlistbase.com', 'bestparadize.com', 'bestsoundeffects.com', 'besttempmail.com', 'betacinder.com',
    'betatensor.com', 'betteryoutime.com', 'bflcafe.com', 'bgtmail.com', 'bheps.com', 'bhuxp.org', 'bidourlnks.com',
    'bigstring.com', 'bin-ich.com', 'binafex.com', 'binbx.net', 'binech.com', 'binich.com', 'binkmail.com',
    'binnary.com', 'bio-muesli.net', 'biojuris.com', 'bipochub.com', 'bitmah.com', 'bitmens.com', 'bittnex.com',
    'biyug.com', 'bizimalem-support.de', 'bizisstance.com', 'bladesmail.net', 'blenched.com', 'blendlog.com',
    'blenro.com', 'blip.ch', 'blnkt.net', 'blobapps.com', 'block521.com', 'blogmyway.org', 'blogos.net',
    'blogtricks.de', 'blondemorkin.com', 'blondmail.com', 'bltiwd.com', 'bluewerks.com', 'bmoar.com', 'bncinema.com',
    'bnote.com', 'bobmurchison.com', 'boerakemail.com', 'bofthew.com', 'bomnet.net', 'boofx.com', 'bookgame.org',
    'bookthemmore.com', 'bootssl.com', 'bootybay.de', 'boranora.com', 'borged.com', 'borged.net', 'borged.org',
    'bosakun.com', 'botgetlink.com', 'botgetlink.net', 'boukshilf.com', 'bouncr.com', 'bowlfuel.com', 'boximail.com',
    'boxmach.com', 'boxmail1.com', 'boyaga.com', 'bpotogo.com', 'bptfp.net', 'brandallday.net', 'brasx.org',
    'breaite.com', 'breakthru.com', 'brefmail.com', 'brennendesreich.de', 'bridgetonmainstreet.org',
    'briefalpha.org', 'briggsmarcus.com', 'bristolstatehousefoundation.org', 'broadbandninja.com', 'brokenion.com',
    'brothershaircut.com', 'bsnow.net', 'bspamfree.org', 'bspooky.com', 'bst-72.com', 'btb-notes.com', 'btcmod.com',
    'btsblock.com', 'btthyto.org', 'budaya-tionghoa.com', 'budayationghoa.com', 'buffemail.com', 'bugfoo.com',
    'bugmenever.com', 'bugmenot.com', 'bukanimers.com', 'bukatv8.com', 'bukhariansiddur.com', 'bulrushpress.com',
    'bultoc.com', 'bum.net', 'bumpymail.com', 'bunchofidiots.com', 'bunsenhoneydew.com', 'burangir.com',
    'businessbackend.com', 'businesssuccessislifesuccess.com', 'buspad.org', 'bussitussi.com', 'buy-blog.com',
    'buymoreplays.com', 'buyusdomain.com', 'buyusedlibrarybooks.org', 'buzzcluby.com', 'bwmyga.com', 'byagu.com',
    'byconf.com', 'byebyemail.com', 'byespm.com', 'byom.de', 'bytedigi.com', 'bytonf.com', 'c51vsgq.com',
    'caainpt.com', 'cachedot.net', 'cafesui.com', 'caftee.com', 'californiafitnessdeals.com', 'calvarystreetisa.org',
    'cameltok.com', 'camera47.net', 'cameraity.com', 'candassociates.com', 'candymail.de', 'canfga.org',
    'cangcud.com', 'cantozil.com', 'canvect.com', 'capitalistdilemma.com', 'carbtc.net', 'care-breath.com',
    'caregradeguard.com', 'carpin.org', 'carsencyclopedia.com', 'cartelera.org', 'cashflow35.com', 'casualdx.com',
    'catsredeem.com', 'cazlg.com', 'cbair.com', 'cbes.net', 'cbsbada.com', 'cckuy.com', 'ccsuncare.com',
    'cctoolz.com', 'cdfaq.com', 'cdnmia.com', 'cdnripple.com', 'cellurl.com', 'cengrop.com', 'centermail.com',
    'centermail.net', 'certificenter.com', 'certve.com', 'cetpass.com', 'cggup.com', 'chacuo.net', 'chahcyrans.com',
    'chaichuang.com', 'chaineor.com', 'chamconnho.com', 'chanceforfuture.org', 'chansd.com', 'chantellegribbon.com',
    'chaocosen.com', 'chapsmail.com', 'chasefreedomactivate.com', 'chatich.com', 'chatworkstation.com',
    'chaublog.com', 'cheaphub.net', 'cheatmail.de', 'chefalicious.com', 'chessgameland.com', 'chessgamingworld.com',
    'chestcloudx.com', 'chewydonut.com', 'chickenkiller.com', 'chielo.com', 'childrenth.com', 'childsavetrust.org',
    'chilkat.com', 'chillart.org', 'chinamkm.com', 'chithinh.com', 'chogmail.com', 'choicemail1.com', 'choichay.com',
    'choigi.com', 'chong-mail.com', 'chong-mail.net', 'chong-mail.org', 'chophim.com', 'chosenx.com', 'chotgo.com',
    'chumpstakingdumps.com', 'chupanhcuoidep.com', 'cigar-auctions.com', 'cihuy.net', 'cimario.com', 'citmo.net',
    'civikli.com', 'civx.org', 'cketrust.org', 'ckiso.com', 'cl-cl.org', 'cl0ne.net', 'claimab.com',
    'classesmail.com', 'claudd.com', 'claverfield.org', 'clearhabitpath.com', 'click-email.com', 'clipmail.eu',
    'clixser.com', 'clockemail.com', 'cloneemail.com', 'clonehv.com', 'clonekhoe.com', 'clonemailsieure.com',
    'clonenpa.com', 'clonere.net', 'clonetrust.com', 'cloud-temp.com', 'cloudtempmail.net', 'cloudyourfast.net',
    'clowmail.com', 'clrmail.com', 'cmail.com', 'cmail.net', 'cmail.org', 'cmdkl.com', 'cmhvzylmfc.com',
    'cnamed.com', 'cndps.com', 'cneemail.com', 'cnieux.com', 'cnmsg.net', 'cnoilpress.com', 'cnsds.de', 'coasah.com',
    'cocovpn.com', 'code-gmail.com', 'codeandscotch.com', 'codeguard.net', 'coderdir.com', 'codivide.com',
    'coffeeazzan.com', 'coffeejadore.com', 'coffeetimer24.com', 'coieo.com', 'coin-host.net', 'colabeta.com',
    'colaname.com', 'colorcastmail.com', 'colurmish.com', 'cometclear.com', 'comfythings.com',
    'compareshippingrates.org', 'completegolfswing.com', 'comwest.de', 'comyze.org', 'concu.net', 'confmin.com',
    'connho.com', 'connho.net', 'consumerriot.com', 'contaco.org', 'contbay.com', 'coolimpool.org', 'cooljump.org',
    'corbyrise.com', 'coreclip.com', 'corhash.net', 'cornwallaerospaceeducationtrust.org', 'cosdas.com',
    'cosmorph.com', 'cosoinan.com', 'cotasen.com', 'cotigz.com', 'courrieltemporaire.com', 'cousinment.com',
    'cqwbn.com', 'crankhole.com', 'crapmail.org', 'crastination.de', 'crazymailing.com', 'crepeau12.com',
    'creteanu.com', 'cringemonster.com', 'crogra.org', 'crossmailjet.com', 'crossroadsmail.com', 'crunchcompass.com',
    'crusthost.com', 'crybio.com', 'cryptogmail.com', 'cslua.com', 'cspaus.com', 'cszbl.com', 'ctos.ch',
    'cubene.com', 'cubiclink.com', 'cucadas.com', 'cuendita.com', 'cuirushi.org', 'cuoly.com', 'cuongaquarium.com',
    'cupbest.com', 'currentmail.com', 'curryworld.de', 'cutradition.com', 'cutsup.com', 'cuvox.de', 'cxwet.com',
    'cyber-phone.eu', 'cycinst.com', 'cylab.org', 'd1yun.com', 'daabox.com', 'dacoolest.com', 'daemonixgames.com',
    'daemsteam.com', 'daerdy.com', 'daily-email.com', 'dailynove.com', 'dailynutria.com', 'daimuedu.com',
    'daintly.com', 'dakaka.org', 'dalanshu.org', 'dammexe.net', 'damnthespam.com', 'dandikmail.com', 'daouse.com',
    'dardr.com', 'darkharvestfilms.com', 'daryxfox.net', 'dash-pads.com', 'dataarca.com', 'datadudi.com',
    'datapinacle.com', 'datarca.com', 'datum2.com', 'daugr.com', 'davidkoh.net', 'davidlcreative.com', 'dawin.com',
    'dawnwick.org', 'dawsoncountygunclub.org', 'daymailonline.com', 'dayrep.com', 'dboso.com', 'dbunker.com',
    'dcctb.com', 'dcemail.com', 'dcpa.net', 'dd2car.com', 'ddcrew.com', 'de-a.org', 'dea-21olympic.com',
    'deadaddress.com', 'deadchildren.org', 'deadspam.com', 'deagot.com', 'dealja.com', 'deallabs.org', 'dealrek.com',
    'deapad.com', 'decep.com', 'decodewp.com', 'decornido.com', 'deenur.com', 'deepconverts.com', 'deepmails.org',
    'deepyinc.com', 'defomail.com', 'degradedfun.net', 'dehaopay.com', 'deinbox.com', 'delaeb.com', 'delayload.com',
    'delayload.net', 'delikkt.de', 'delivrmail.com', 'delorex.com', 'deltajohnsons.com', 'deluxmail.com',
    'denipl.com', 'denipl.net', 'dentaguardmouthguard.com', 'deornaumail.com', 'depdocla.net', 'der-kombi.de',
    'derkombi.de', 'derluxuswagen.de', 'desertsundesigns.com', 'desoz.com', 'despammed.com', 'devbike.com',
    'developermail.com', 'devnullmail.com', 'deyom.com', 'dharmatel.net', 'dhnow.com', 'dialogus.com',
    'diapaulpainting.com', 'dichvuxe24h.com', 'dicopto.com', 'diddyricky.com', 'diemhenvn.com', 'digdig.org',
    'diginey.com', 'digital-message.com', 'digitalmariachis.com', 'digitalsanctuary.com', 'dildosfromspace.com',
    'dim-coin.com', 'dimalk.com', 'dingbone.com', 'diolang.com', 'directmail24.net', 'disaq.com', 'disbox.net',
    'disbox.org', 'discard.email', 'discardmail.com', 'discardmail.de', 'discos4.com', 'dishcatfish.com',
    'disign-concept.eu', 'disign-revelation.com', 'dispomail.eu', 'disposableaddress.com',
    'disposableemailaddresses.com', 'disposableinbox.com', 'disposablemails.com', 'disposeamail.com',
    'disposemail.com', 'disposemymail.com', 'disposly.com', 'dispostable.com', 'divermail.com', 'diwaq.com',
    'dixz.net', 'diyongjin.net', 'dizigg.com', 'dmcelements.org', 'dmxs8.com', 'dndent.com', 'dnsclick.com',
    'doanart.com', 'doantotnghiep.com', 'docbao7.com', 'dodgeit.com', 'dodgemail.de', 'dodgit.com', 'dodgit.org',
    'dodsi.com', 'dogclothing.org', 'dogmrp.com', 'doiea.com', 'dolofan.com', 'dolphinnet.net', 'domozmail.com',
    'donebyngle.com', 'dongqing365.com', 'dontreg.com', 'dontsendmespam.de', 'dontsleep404.com', 'donusumekatil.com',
    'doobb.com', 'doojazz.com', 'doreact.com', 'dorothyfoundation.org', 'dotapodemail.com', 'dotman.de',
    'dotmsg.com', 'dotslashrage.com', 'dotvu.net', 'dotzi.net', 'doublemail.de', 'douchelounge.com', 'doulas.org',
    'downloadigpost.com', 'dp76.com', 'dpptd.com', 'draughtier.com', 'drdrb.com', 'drdrb.net', 'dreamadventure.org',
    'dreamclarify.org', 'dreameg.com', 'drewzen.com', 'driftz.net', 'dripzgaming.com', 'drivetagdev.com',
    'drivz.net', 'droolingfanboy.de', 'dropcake.de', 'dropinboxes.com', 'dropjar.com', 'droplar.com', 'dropons.com',
    'dropsin.net', 'drowblock.com', 'drugsellers.com', 'dsiay.com', 'dsitip.com', 'dspwebservices.com', 'duam.net',
    'dubokutv.com', 'duckyoursick.com', 'dudmail.com', 'dugmail.com', 'duidir.com', 'duk33.com', 'dukedish.com',
    'dulich360.com', 'dulich84.com', 'dulichdatlanh.com', 'dumalu.com', 'dumpandjunk.com', 'dumpmail.de',
    'dumpyemail.com', 'dunamispfm.org', 'durandinterstellar.com', 'duskmail.com', 'dusrui.com', 'dustinry.com',
    'duvips.com', 'dvdpit.com', 'dwarfmining.com', 'dwseal.com', 'dyceroprojects.com', 'dygovil.com', 'dz17.net',
    'e-mail.com', 'e-mail.org', 'e-postkasten.de', 'e-record.com', 'e-tomarigi.com', 'e3z.de', 'e4ward.com',
    'eanok.com', 'eartin.net', 'eastcombe.org', 'easy-trash-mail.com', 'easygbd.com', 'easyhomefit.com',
    'easytrashmail.com', 'ebbob.com', 'ebeschlussbuch.de', 'ecallheandi.com', 'ecoverseworld.com', 'ecstor.com',
    'edgepodlab.com', 'edgetopgrid.com', 'edinburgh-airporthotels.com', 'edmondventures.com', 'edny.net',
    'edshol.net', 'edumaili.com', 'eeedv.de', 'eelmail.com', 'eelraodo.com', 'eewmaop.com', 'effobe.com',
    'egg5233.com', 'eggbanjos.org', 'eggur.com', 'egvoo.com', 'egzones.com', 'einmalmail.de', 'einrot.com',
    'einrot.de', 'eintagsmail.de', 'eiveg.com', 'elafans.com', 'elearningjournal.org', 'electrochillplanet.com',
    'electrolabx.com', 'elerso.com', 'elitevipatlantamodels.com', 'eljawir.com', 'elobits.com', 'elpisproject.org',
    'elygifts.com', 'email-68.com', 'email-fake.com', 'email-lab.com', 'email-temp.com', 'email.net', 'email10p.org',
    'email60.com', 'email84.com', 'emailasia1.com', 'emailate.com', 'emailbin.net', 'emailcoffeehouse.com',
    'emaildienst.de', 'emailfake.com', 'emailgenerator.de', 'emailgo.de', 'emailias.com', 'emailigo.de',
    'emailinfive.com', 'emailisvalid.com', 'emailjps.com', 'emailkp.com', 'emaillime.com', 'emailmiser.com',
    'emailnator.com', 'emailnax.com', 'emailnow.net', 'emailondeck.com', 'emailplay.org', 'emailproxsy.com',
    'emailracc.com', 'emailresort.com', 'emailrod.com', 'emailsecurer.com', 'emailsensei.com',
    'emailsingularity.net', 'emailtemporanea.com', 'emailtemporanea.net', 'emailthe.net', 'emailtik.com',
    'emailtmp.com', 'emailto.de', 'emailuae.com', 'emailure.net', 'emailviet.com', 'emailwarden.com',
    'emailxfer.com', 'emalupe.com', 'emaxasp.com', 'embekhoe.com', 'emeraldwebmail.com', 'emergentvillage.org',
    'emlhot.com', 'emlhub.com', 'emlpro.com', 'emltmp.com', 'empva1.com', 'empva11.com', 'emstjzh.com', 'emz.net',
    'emziegz.com', 'enayu.com', 'endingimpunity.com', 'endob.com', 'enotj.com', 'enspinner.com', 'enterto.com',
    'envy17.com', 'eoopy.com', 'eosada.com', 'eoslux.com', 'eoutrbl.com', 'ep77.com', 'epetsoft.com', 'ephemail.net',
    'epurcf.org', 'erahods.com', 'ereplyzy.com', 'eripo.net', 'ero-tube.org', 'esadverse.com', 'escapehatchapp.com',
    'esemay.com', 'esgeneri.com', 'eshimod.com', 'esiix.com', 'esprity.com', 'esterace.com', 'estrowebservices.com',
    'etempmail.net', 'etenx.com', 'ether123.net', 'ethersports.org', 'etickethelpdesk.net', 'etquakemultimedia.com',
    'etramay.com', 'etranquil.com', 'etranquil.net', 'etranquil.org', 'etubemail.com', 'euaqa.com', 'euleina.com',
    'eulercraft.com', 'eurokool.com', 'euucn.com', 'eveav.com', 'evilcomputer.com', 'evnft.com', 'evomiserver.com',
    'evopo.com', 'evusd.com', 'evvgo.com', 'evyush.com', 'ewebrus.com', 'exahut.com', 'exbts.com', 'exclussi.com',
    'exdonuts.com', 'exelica.com', 'exespay.com', 'exhaycle.com', 'existiert.net', 'exitbit.com',
    'exitstageleft.net', 'exmab.com', 'expiredtoaster.org', 'explodemail.com', 'expltain.com',
    'extracurricularsociety.com', 'extraku.com', 'extraku.net', 'extrset.com', 'exweme.com', 'eycfhb.com',
    'eyepaste.com', 'eynlong.com', 'ezehe.com', 'ezfill.com', 'ezimb.com', 'ezonemail.com', 'ezstest.com',
    'ezua.com', 'ezztt.com', 'fabaos.com', 'fadingemail.com', 'failbone.com', 'faithkills.com', 'faizasoft.com',
    'fake-box.com', 'fakedemail.com', 'fakeinbox.com', 'fakeinformation.com', 'fakemail.net',
    'fakemailgenerator.com', 'fakemailz.com', 'falconryadventurecentreofeducation.com', 'fallinhay.com',
    'famamail.com', 'fammix.com', 'fandoe.com', 'fangoh.com', 'fanicle.com', 'fansworldwide.de', 'fantastu.com',
    'fantasymail.de', 'fantatua.com', 'fanymail.com', 'fanzher.com', 'fastacura.com', 'fastchevy.com',
    'fastchrysler.com', 'fastestflex.com', 'fastkawasaki.com', 'fastmazda.com', 'fastmitsubishi.com',
    'fastnissan.com', 'fastsearcher.com', 'fastsubaru.com', 'fastsuzuki.com', 'fasttoyota.com', 'fastyamaha.com',
    'fatebd.com', 'fatflap.com', 'faxico.com', 'faxzu.com', 'faybetsy.com', 'fbhotro.com', 'fbins001mail.com',
    'fbins607.com', 'fboxmail.com', 'fbviamail.com', 'fdfdsfds.com', 'fdsgsd.org', 'featcore.com',
    'feelmyheartwithsong.com', 'femailtor.com', 'fer-gabon.org', 'feralrex.com', 'ferdomnermail.com', 'feriwor.com',
    'ferngrove.org', 'feroxid.com', 'fettometern.com', 'fexbox.org', 'fexpost.com', 'fextemp.com',
    'fiallaspares.com', 'fibmail.com', 'ficken.de', 'fictionsite.com', 'fidhost.com', 'fightallspam.com',
    'fightingzebras.org', 'figjs.com', 'figshot.com', 'figurescoin.com', 'fiifke.de', 'filbert4u.com',
    'filberts4u.com', 'file2drive.com', 'filetodrive.com', 'filmla.org', 'filzmail.com', 'finacenter.com',
    'findids.net', 'findize.com', 'findmeghana.org', 'fingso.com', 'firstlawyer.org', 'fitbloomlab.com',
    'fivemail.de', 'fivermail.com', 'fizmail.com', 'fkainc.com', 'flameoflovedegree.com', 'flavourity.com',
    'fleckens.hu', 'flexvio.com', 'flosek.com', 'flowu.com', 'flurred.com', 'fly-ts.de', 'flyinggeek.net',
    'flyovertrees.com', 'flyspam.com', 'flywaverun.com', 'flyzy.net', 'fmuss.com', 'foobarbot.net', 'footard.com',
    'for4u.net', 'forbmmend.com', 'foreastate.com', 'forecastertests.com', 'forexru.com', 'forexzig.com',
    'forgetmail.com', 'formodapk.com', 'fornow.eu', 'forspam.net', 'foxja.com', 'fpgrabber.com',
    'frankhealeyfoundation.org', 'frapmail.com', 'frederictonlawyer.com', 'free-temp.net', 'freebabysittercam.com',
    'freeblackbootytube.com', 'freecat.net', 'freedomcentremereside.org', 'freedrops.org', 'freefattymovies.com',
    'freehotmail.net', 'freeimagehosts.org', 'freeimghost.org', 'freelance-france.eu', 'freeml.net',
    'freeplumpervideos.com', 'freeschoolgirlvids.com', 'freesistercam.com', 'freesourcecodes.com',
    'freeteenbums.com', 'friendsofbram.com', 'front14.org', 'frwdmail.com', 'fsitip.com', 'fthcapital.com',
    'fuckedupload.com', 'fuckingduh.com', 'fucklinuxdo.com', 'fuckneo.org', 'fudgerub.com', 'fudier.com',
    'fuirio.com', 'fukaru.com', 'fukurou.ch', 'fullangle.org', 'fulvie.com', 'fumemail.com', 'fun4k.com',
    'fun64.com', 'fundapk.com', 'fundproceed.com', 'funnycodesnippets.com', 'funnylolcap.com', 'funnylolcap.org',
    'funnymail.de', 'funteka.com', 'furzauflunge.de', 'fusioninbox.com', 'futuramind.com', 'fuwa.li', 'fuwamofu.com',
    'fux0ringduh.com', 'fviadropinbox.com', 'fviainboxes.com', 'fviamail.com', 'fxavaj.com', 'fxnxs.com',
    'fxtubes.com', 'fxzig.com', 'fyii.de', 'g14l71lb.com', 'gafy.net', 'gakhum.com', 'gamebcs.com',
    'gamegregious.com', 'gamepec.com', 'gamgling.com', 'garbagecollector.org', 'garbagemail.org', 'garizo.com',
    'garliclife.com', 'garrymccooey.com', 'gassmail.com', 'gasuda.com', 'gav0.com', 'gavrom.com', 'gawab.com',
    'gaxetovemail.com', 'gdqoe.net', 'gebrauchtwarencenter.com', 'geekforex.com', 'gehensiemirnichtaufdensack.de',
    'geldwaschmaschine.de', 'gemapan.com', 'genderfuck.net', 'generator1email.com', 'gentleinfopath.com',
    'genzmaile.com', 'genzotp.com', 'genztrang.com', 'geronra.com', 'get1mail.com', 'getai-hub.com',
    'getairmail.com', 'getasail.com', 'getbloomdata.com', 'geteit.com', 'getgptcode.com', 'getmail1.com',
    'getmails.eu', 'getmule.com', 'getnada.cc', 'getnada.com', 'getonemail.com', 'getonemail.net', 'getover.de',
    'getsimpleemail.com', 'gexik.com', 'ggrainn.com', 'ggxhunter.com', 'gholar.com', 'ghosttexter.de',
    'giaiphapmuasam.com', 'giantmail.de', 'gifto12.com', 'gimbmail.com', 'gimpmail.com', 'ginzi.net', 'ginzy.eu',
    'giodaingan.com', 'giratex.com', 'girlsindetention.com', 'girlsundertheinfluence.com', 'gishpuppy.com',
    'gislinghamsilverband.com', 'givmail.com', 'gixenmixen.com', 'globalbizflow.com', 'globaltouron.com',
    'glorylandconnections.com', 'glubex.com', 'glucosegrin.com', 'gmail-xsniper.com', 'gmaillk.com', 'gmailot.com',
    'gmailxsn.com', 'gmatch.org', 'gmeenramy.com', 'gmells.com', 'gmial.com', 'gnctr-calgary.com', 'gni8.com',
    'go2vpn.net', 'godfare.com', 'godulygmail.com', 'goemailgo.com', 'goeschman.com', 'gohivezone.com',
    'goldenmagpies.com', 'goldinbox.net', 'golemico.com', 'goliszek.net', 'gongjua.com', 'gonida.com', 'goonby.com',
    'gorillaswithdirtyarmpits.com', 'gosarlar.com', 'gotmail.com', 'gotmail.net', 'gotmail.org', 'gotrak.org',
    'gowcp.com', 'gowikibooks.com', 'gowikicampus.com', 'gowikicars.com', 'gowikifilms.com', 'gowikigames.com',
    'gowikimusic.com', 'gowikinetwork.com', 'gowikitravel.com', 'gowikitv.com', 'grabafilafoundation.org',
    'gracetvglobal.com', 'grandmamail.com', 'grandmasmail.com', 'grassdev.com', 'greencafe24.com', 'greendike.com',
    'greenhousemail.com', 'greensloth.com', 'greggamel.com', 'greggamel.net', 'gregorygamel.com', 'gregorygamel.net',
    'grish.de', 'groklan.com', 'groupbuff.com', 'grr.la', 'gs-arc.org', 'gsredcross.org', 'guanshuyun.com',
    'gudanglowongan.com', 'gudri.com', 'guerillamail.com', 'guerillamail.de', 'guerillamail.net', 'guerillamail.org',
    'guerillamailblock.com', 'guerrillamail.biz', 'guerrillamail.com', 'guerrillamail.de', 'guerrillamail.info',
    'guerrillamail.net', 'guerrillamail.org', 'guerrillamailblock.com', 'gufacoding.com', 'gufum.com', 'gukox.org',
    'gustr.com', 'guysmail.com', 'gyan-netra.com', 'gyknife.com', 'gzeos.com', 'h0tmaii.com', 'h2beta.com',
    'h8s.org', 'haben-wir.com', 'habenwir.com', 'habitnestguide.com', 'habitue.net', 'hacccc.com', 'hackthatbit.ch',
    'hahawrong.com', 'haibabon.com', 'halcroft.org', 'haltospam.com', 'handrik.com', 'handsofhelpinc.org',
    'happiseektest.com', 'happy2023year.com', 'happy9toy.com', 'happyheadshed.org', 'harakirimail.com', 'haribu.com',
    'hartbot.de', 'hat-geld.de', 'hatespam.org', 'hawrong.com', 'haydoo.com', 'hazelnut4u.com', 'hazelnuts4u.com',
    'hazmatshipping.org', 'headstrong.de', 'healingheartmission.org', 'healxo.org', 'heathenhammer.com',
    'heathenhero.com', 'hebase.com', 'heheee.com', 'heirfoundation.com', 'helloricky.com',
    'helpinghandtaxcenter.org', 'heros3.com', 'hetzez.com', 'hezll.com', 'hh7f.com', 'hiddentragedy.com',
    'hideam.com', 'hidebox.org', 'hidemail.de', 'hidesmail.net', 'hidevak.com', 'hidingmail.net', 'hidmail.org',
    'hidzz.com', 'hiemail.net', 'hieuclone.net', 'highbros.org', 'higogoya.com', 'hikuhu.com', 'hilmipremindo.com',
    'hilostar.com', 'hiltonvr.com', 'him6.com', 'histartool.com', 'hitbase.net', 'hldrive.com', 'hlkes.com',
    'hmamail.com', 'hoanggiaanh.com', 'hochsitze.com', 'hohohim.com', 'hola.org', 'homewiseleaf.com', 'homvela.com',
    'honesthirianinda.net', 'honor-8.com', 'hook2ad.com', 'hopesx.com', 'horizonspost.com', 'hormails.com',
    'hornhorizon.com', 'host1s.com', 'hostcalls.com', 'hostlaba.com', 'hotelplazer.com', 'hotelplazer.org',
    'hotlinkimg.com', 'hotmai.com', 'hotmailproduct.com', 'hotmailtrusted.com', 'hotmeil.net', 'hotmial.com',
    'hotpop.com', 'hotrokh.com', 'housat.com', 'howardgiving.org', 'hpari.com', 'hqpdf.com', 'hsmw.net', 'hthlm.com',
    'hualabtech.com', 'huangniu8.com', 'hubglee.com', 'hudisk.com', 'huizk.com', 'hulapla.de', 'humaility.com',
    'hungpackage.com', 'hunnur.com', 'huongdanfb.com', 'huskion.net', 'hutathuww.org', 'hutudns.com', 'hwsye.net',
    'hygle.net', 'hypenated-domain.com', 'i-dork.com', 'i-love-you-3000.net', 'i2bgmail.com', 'i2pmail.org',
    'iaoss.com', 'ibmdoors.com', 'ibolinva.com', 'ibymail.com', 'icantbelieveineedtoexplainthisshit.com',
    'icloulb.com', 'icmans.com', 'iconmal.com', 'icotz.com', 'icousd.com', 'icubik.com', 'icznn.com', 'ideuse.com',
    'idx4.com', 'idxue.com', 'ieatspam.eu', 'ieh-mail.de', 'iencm.com', 'iffymedia.com', 'ifoxdd.com',
    'ignoremail.com', 'iheartspam.org', 'ikewe.com', 'ikomail.com', 'ikuromi.com', 'illistnoise.com',
    'illnessth.com', 'illubd.com', 'iloveion.com', 'ilovespam.com', 'im5z.com', 'imaanpharmacy.com', 'imail1.net',
    'imailt.com', 'imashr.com', 'imfaya.com', 'img-free.com', 'imgof.com', 'imgv.de', 'imnart.com',
    'imperialcnk.com', 'importemail.com', 'imstations.com', 'in-ulm.de', 'in2reach.com', 'inactivemachine.com',
    'inboxalias.com', 'inboxbear.com', 'inboxclean.com', 'inboxclean.org', 'inboxkitten.com', 'inboxorigin.com',
    'inboxproxy.com', 'inclick.net', 'inclusiveprogress.com', 'incognitomail.com', 'incognitomail.net',
    'incognitomail.org', 'incq.com', 'inctart.com', 'inderpalsandhu.com', 'indevgo.com', 'index-mail.com',
    'indianahorsecouncil.org', 'indieclad.com', 'indigobook.com', 'ineec.net', 'infobuzzsite.com',
    'infolinewest.com', 'inggo.org', 'inilogic.com', 'inkiny.com', 'inkomail.com', 'inoutmail.de', 'inoutmail.eu',
    'inoutmail.net', 'inpwa.com', 'inreur.com', 'insanumingeniumhomebrew.com', 'inshuan.com', 'instaddr.ch',
    'instance-email.com', 'instant-mail.de', 'instantemailaddress.com', 'instantletter.net', 'instrete.com',
    'intady.com', 'internetkeno.com', 'internetoftags.com', 'interstats.org', 'intersteller.com',
    'intlgalleryheritageculture.org', 'intobx.com', 'intopwa.com', 'intopwa.net', 'intopwa.org', 'introex.com',
    'inwagit.com', 'ionolenonos.com', 'iotf.net', 'iozak.com', 'ipaddressforme.com', 'ipoo.org', 'ipsur.org',
    'ipxwan.com', 'irabops.com', 'iraniandsa.org', 'iridales.com', 'irish2me.com', 'irishspringrealty.com',
    'iroid.com', 'ironbrookco.com', 'ironiebehindert.de', 'irpine.com', 'isdaq.com', 'isfew.com', 'ishop2k.com',
    'isosq.com', 'ist-hier.com', 'isukrainestillacountry.com', 'italy-mail.com', 'itaolo.com', 'itcompu.com',
    'itfast.net', 'itquoted.com', 'itsbds.com', 'itsjiff.com', 'itspid.com', 'itunesgiftcodegenerator.com',
    'iubridge.com', 'iwatermail.com', 'ixaks.com', 'ixhale.com', 'ixunbo.com', 'iysqv.com', 'izhowto.com',
    'jabmag.com', 'jackierobinsonparkoffame.org', 'jafps.com', 'jagomail.com', 'jailbreakeverything.com',
    'jajxz.com', 'jakemsr.com', 'jakl.li', 'jamyjmkqdsc.com', 'janproz.com', 'japnc.com', 'jaqis.com',
    'jarszone.com', 'jasminesports.com', 'jasonswheels.org', 'jav8.de', 'javadmin.com', 'javaemail.com', 'jbsze.com',
    'jbsze.net', 'jcnorris.com', 'jdmadventures.com', 'jejes.de', 'jellyrolls.com', 'jeoce.com', 'jeremytunnell.net',
    'jessitrust.com', 'jetable.com', 'jetable.net', 'jetable.org', 'jgkcr.com', 'ji5.de', 'ji6.de', 'ji7.de',
    'jibbo01.com', 'jieluv.com', 'jincer.com', 'jinkeyun.com', 'jiooq.com', 'jioso.com', 'jjice.com', 'jkotypc.com',
    'jnxjn.com', 'jobbrett.com', 'jobdatei.de', 'jobposts.net', 'jobs-to-be-done.net', 'jobscai.com', 'jobzyy.com',
    'joelpet.com', 'joetestalot.com', 'jofuso.com', 'jopho.com', 'jourrapide.com', 'joywavepoint.com', 'jp-ml.com',
    'jpco.org', 'jrhmail.com', 'jsncos.com', 'jsrsolutions.com', 'jualakun.com', 'jungkamushukum.com', 'junk1e.com',
    'just-email.com', 'justdefinition.com', 'juyouxi.com', 'jxpomup.com', 'k4money.com', 'kabamail.com',
    'kabarr.com', 'kabinbilla.com', 'kademen.com', 'kakadua.net', 'kakao-mail.com', 'kakator.com', 'kalapi.org',
    'kamete.org', 'kamsg.com', 'kanonmail.com', 'kantclass.com', 'kaoing.com', 'kaovo.com', 'kaptencpl.com',
    'kara-turk.net', 'karenkey.com', 'kariplan.com', 'kartvelo.com', 'kasmail.com', 'kaspop.com', 'katztube.com',
    'kayilo.com', 'kaynlab.com', 'kbox.li', 'kcoporation.com', 'kcrw.de', 'kd2.org', 'kdpsl.org', 'keecs.com',
    'keepmymail.com', 'keinhirn.de', 'keipino.de', 'kekita.com', 'kelenson.com',
    'kellychibale-researchgroup-uct.com', 'kemptvillebaseball.com', 'kenfern.com', 'kenhbanme.com', 'kenhphim.net',
    'kenvanharen.com', 'kepkat.com', 'kerotu.com', 'ket-qua.org', 'khaibn.com', 'khtextile.com', 'kiani.com',
    'kidaroa.com', 'kiecchn.com', 'kierko.com', 'killmail.com', 'killmail.net', 'killyourtime.com', 'kimdyn.com',
    'kimsdisk.com', 'kindamail.com', 'kiois.com', 'kisoq.com', 'kissgy.com', 'kisstwink.com', 'kitnastar.com',
    'kjkpc.net', 'kjkszpjcompany.com', 'kkoup.com', 'klassmaster.com', 'klassmaster.net',
    'kleinanzeigen-verification.de', 'klipschx12.com', 'kloap.com', 'klovenode.com', 'kludgemush.com', 'klzlk.com',
    'kmail.li', 'kmail123.com', 'kmhow.com', 'knaresboroughtownmuseum.org', 'knickerbockerban.de', 'knilok.com',
    'knmcadibav.com', 'knowledgemd.com', 'kobrandly.com', 'kodpan.com', 'koletter.com', 'kon42.com', 'konican.com',
    'konterkulo.com', 'kontoko.org', 'kopagas.com', 'kopaka.net', 'kosmetik-obatkuat.com',
    'kostenlosemailadresse.de', 'kpmn-design.org', 'kpooa.com', 'krouter.net', 'kruay.com', 'kuhrap.com',
    'kulmeo.com', 'kuromee.com', 'kurzepost.de', 'kvhrr.com', 'kvhrs.com', 'kvhrw.com', 'kwifa.com', 'kwift.net',
    'kwilco.net', 'kynninc.com', 'kyois.com', 'kzccv.com', 'l33r.eu', 'l6factors.com', 'laafd.com',
    'labananmakmur.com', 'labetteraverouge.at', 'labworld.org', 'lacedmail.com', 'lackmail.net', 'lain.ch',
    'lakelivingstonrealestate.com', 'lakqs.com', 'lamasticots.com', 'lambsauce.de', 'laoeq.com', 'laoia.com',
    'lapakqu.com', 'lappies.net', 'laptoplonghai.com', 'larisia.com', 'larland.com', 'lashyd.com', 'lastmail.com',
    'lawlita.com', 'laxiw.org', 'laymro.com', 'lazerbade.com', 'lazerbade.org', 'lazyinbox.com', 'ldop.com',
    'ldtp.com', 'leadwizzer.com', 'lebetrust.org', 'leechchannel.com', 'leeching.net', 'legendaryseller.com',
    'lenovog4.com', 'leopik.com', 'lerany.com', 'lerbhe.com', 'lero3.com', 'lesobprovermail.com', 'letterhaven.net',
    'letterprotect.net', 'lettersboxmail.com', 'letthemeatspam.com', 'lgxscreen.com', 'lhsdv.com', 'liadhene.com',
    'liamcyrus.com', 'libinit.com', 'lifebitsnotes.com', 'lifebyfood.com', 'lifetotech.com', 'lifewiseleaf.com',
    'liggegi.com', 'ligsb.com', 'likemovie.net', 'likevip.net', 'lillemap.net', 'lilspam.com', 'lindenbaumjapan.com',
    'link2mail.net', 'linkedindiscount.com', 'linlshe.com', 'linshiyou.com', 'linshiyouxiang.net', 'liocbrco.com',
    'liondapt.com', 'litedrop.com', 'littsocial.com', 'liveforms.org', 'livinitlarge.net', 'lizery.com',
    'lnovic.com', 'lnwtt.com', 'loaoa.com', 'loapq.com', 'locawin.com', 'locomodev.net', 'loganister.com',
    'logicfieldzen.com', 'logicstreak.com', 'logsmarter.net', 'logular.com', 'lohinja.com', 'lolfreak.net',
    'londonyouthsailing.org', 'lookugly.com', 'lordofmysteries.org', 'lordsofts.com', 'losemymail.com',
    'lostnow.org', 'lovecalculatorname.org', 'lovegivingsadaqah.org', 'lovemeleaveme.com', 'lowprizo.com',
    'lpfmgmtltd.com', 'lr78.com', 'lroid.com', 'lsaar.com', 'lsereborn.com', 'lsyx24.com', 'luckfeed.com',
    'luckymail.org', 'luffygadgets.com', 'lukecarriere.com', 'lumeika.com', 'lushosa.com', 'luxudata.com',
    'lxbeta.com', 'lydir.com', 'lyfestylecreditsolutions.com', 'lyricspad.net', 'lzoaq.com', 'maboard.com',
    'mabox.eu', 'mac-24.com', 'machen-wir.com', 'macr2.com', 'macromaid.com', 'magamail.com', 'magspam.net',
    'mail-card.net', 'mail-filter.com', 'mail-help.net', 'mail-owl.com', 'mail-share.com', 'mail-temporaire.com',
    'mail-tester.com', 'mail10m.com', 'mail114.net', 'mail12h.com', 'mail1a.de', 'mail1web.org', 'mail2rss.org',
    'mail333.com', 'mail4qa.com', 'mail4trash.com', 'mail707.com', 'mail72.com', 'mailaddress.de', 'mailapril.org',
    'mailback.com', 'mailbai.com', 'mailbali.com', 'mailbidon.com', 'mailbiscuit.com', 'mailblocks.com',
    'mailbox49.com', 'mailbox87.de', 'mailbucket.org', 'mailcatch.com', 'mailchannels.de', 'mailchop.com',
    'mailcker.com', 'mailde.de', 'maildrop.cc', 'maildu.de', 'maildx.com', 'maileater.com', 'maileimer.de',
    'maileme101.com', 'mailexpire.com', 'mailf5.com', 'mailfall.com', 'mailfirefly.com', 'mailforspam.com',
    'mailfreeonline.com', 'mailfs.com', 'mailgutter.com', 'mailhazard.com', 'mailhex.com', 'mailimate.com',
    'mailin8r.com', 'mailinatar.com', 'mailinater.com', 'mailinator.com', 'mailinator.info', 'mailinator.net',
    'mailinator.org', 'mailinator.us', 'mailinator0.com', 'mailinator1.com', 'mailinator2.com', 'mailinator2.net',
    'mailinator3.com', 'mailinator4.com', 'mailinator5.com', 'mailinator6.com', 'mailinator7.com', 'mailinator8.com',
    'mailinator9.com', 'mailincubator.com', 'mailisia.com', 'mailismagic.com', 'mailmate.com', 'mailmay.org',
    'mailme24.com', 'mailmetrash.com', 'mailmoat.com', 'mailmoth.com', 'mailms.com', 'mailnada.com', 'mailnator.com',
    'mailnesia.com', 'mailnull.com', 'mailnuo.com', 'mailonaut.com', 'mailorc.com', 'mailorg.org', 'mailosaur.net',
    'mailp.org', 'mailphu.com', 'mailpluss.com', 'mailpooch.com', 'mailpoof.com', 'mailproxsy.com', 'mailpts.com',
    'mailpull.com', 'mailquack.com', 'mailsac.com', 'mailsbay.com', 'mailscrap.com', 'mailseal.de', 'mailshan.com',
    'mailshell.com', 'mailshiv.com', 'mailshou.com', 'mailshun.com', 'mailsiphon.com', 'mailslapping.com',
    'mailslite.com', 'mailslurp.com', 'mailsucker.net', 'mailt.net', 'mailtechx.com', 'mailtecom.com',
    'mailtemporaire.com', 'mailtome.de', 'mailtothis.com', 'mailtraps.com', 'mailtrash.net', 'mailtrix.net',
    'mailtub.com', 'mailtv.net', 'mailvip.net', 'mailzilla.com', 'mailzilla.org', 'mailzy.org', 'makemetheking.com',
    'makertrial.com', 'malahov.de', 'malayalamdtp.com', 'mama3.org', 'mamabood.com', 'manifestgenerator.com',
    'mannawo.com', 'mansiondev.com', 'mapsguy.com', 'marchguidesassociation.org', 'marineso.com',
    'markandvirginiarometty.org', 'markmurfin.com', 'marrytodo.de', 'matchpol.net', 'matjoa.com', 'matmayer.com',
    'max-mail.org', 'maxresistance.com', 'maxseeding.com', 'maxturns.com', 'mcache.net', 'mciek.com', 'meantinc.com',
    'mechanicalresumes.com', 'mechanicspedia.com', 'medevsa.com', 'mediaholy.com', 'medicichoir.org', 'mediseat.com',
    'meepsheep.eu', 'megasend.org', 'mehr-bitcoin.de', 'meidecn.com', 'meikeya.com', 'meinspamschutz.de',
    'meituy.com', 'meltedbrownies.com', 'meltmail.com', 'meltp.com', 'memeazon.com', 'mentonit.net', 'meocon.org',
    'meonvr.com', 'merepost.com', 'merumart.com', 'messagebeamer.de', 'metadownload.org', 'metaintern.net',
    'metalunits.com', 'metaorbitx.com', 'mexvat.com', 'mezimages.net', 'mfunza.com', 'mfxis.com', 'miaferrari.com',
    'mianfeibuluo.com', 'miauj.com', 'michaeladmin.eu', 'michaeladmin.org', 'midcoastcustoms.com',
    'midcoastcustoms.net', 'midcoastsolutions.com', 'midcoastsolutions.net', 'mideastlens.com', 'mideastview.com',
    'midiharmonica.com', 'midlertidig.com', 'midlertidig.net', 'midlertidig.org', 'midwestpride.org',
    'mierdamail.com', 'migmail.net', 'migumail.com', 'mihep.com', 'mikfarm.com', 'mikrotikvietnam.com',
    'mikrotikvn.com', 'mikrotikx.com', 'minefieldmail.com', 'minhquang2000.com', 'ministry-of-silly-walks.de',
    'minitts.net', 'minsmail.com', 'mintemail.com', 'minuteafter.com', 'minuteinbox.com', 'missionbulldogs.org',
    'misterpinball.de', 'mitico.org', 'mitrabisa.com', 'miucce.com', 'miwacle.com', 'mixzu.net', 'mkeya.com',
    'mkpfilm.com', 'mkzaso.com', 'mliok.com', 'mmaily.com', 'moakt.cc', 'moakt.co', 'moakt.com', 'moakt.ws',
    'moburl.com', 'mockata.net', 'mockmyid.com', 'modirosa.com', 'moeri.org', 'mohmal.com', 'mokook.com',
    'molms.com', 'moneypipe.net', 'monopacket.com', 'monumentmail.com', 'moolee.net', 'moonapps.org', 'moondyal.com',
    'moonfee.com', 'moonwake.com', 'mooo.com', 'moreawesomethanyou.com', 'moreorcs.com', 'morsin.com', 'moruzza.com',
    'motique.de', 'mountainregionallibrary.net', 'mowline.com', 'mozej.com', 'mp3oxi.com', 'mrotzis.com',
    'mrphoto.org', 'mrvpm.net', 'mrvpt.com', 'msarra.com', 'msgos.com', 'mspeciosa.com', 'msqatl.com', 'msssg.com',
    'msxd.com', 'mt2009.com', 'mt2014.com', 'mt2015.com', 'mtmdev.com', 'muadaingan.com', 'muareview.com',
    'muathegame.com', 'muchomail.com', 'mucincanon.com', 'mudahmaxwin.com', 'muellemail.com', 'muellmail.com',
    'mugadget.com', 'multicorse.com', 'muncloud.com', 'muonwhila.com', 'muralin-aja.com', 'mutudev.com',
    'mvpmedix.com', 'mvrht.com', 'mvrht.net', 'mwarner.org', 'mxclip.com', 'mxfuel.com', 'mxvia.com',
    'my10minutemail.com', 'mybitti.de', 'mycleaninbox.net', 'mycorneroftheinter.net', 'mycreativeinbox.com',
    'myemailboxy.com', 'myfxspot.com', 'myhochzeitsfilm.de', 'myinfoinc.com', 'mykickassideas.com', 'mymail-in.net',
    'mymail90.com', 'mymailoasis.com', 'mynes.com', 'mynetstore.de', 'myopang.com', 'mypacks.net', 'mypartyclip.de',
    'myphantomemail.com', 'mysamp.de', 'myspaceinc.com', 'myspaceinc.net', 'myspaceinc.org', 'myspacepimpedup.com',
    'myspamless.com', 'mystvpn.com', 'mytempemail.com', 'mytempmail.com', 'mytrashmail.com', 'mywarnernet.net',
    'myweblaw.com', 'myzx.com', 'mzico.com', 'n1nja.org', 'na-cat.com', 'naacpadvancement.org', 'nabomail.com',
    'nabuma.com', 'namewok.com', 'naniniva.com', 'nanonym.ch', 'naobk.com', 'naocan.org', 'narrowment.com',
    'nashapoultryshop.com', 'nationalgardeningclub.com', 'natuanal.com', 'nautonk.com', 'navalcadets.com',
    'naverapp.com', 'naverly.com', 'naylonksosmed.com', 'naymedia.com', 'nazisat.com', 'nbmbb.com', 'nbzmr.com',
    'ncien.com', 'neatdaynote.com', 'necub.com', 'negated.com', 'neghtlefi.com', 'neko2.net', 'neomailbox.com',
    'neowd.com', 'nepwk.com', 'nervmich.net', 'nervtmich.net', 'nesopf.com', 'nespf.com', 'nespj.com',
    'nespressopixie.com', 'nestlynotes.com', 'net1mail.com', 'netfxd.com', 'netmails.com', 'netmails.net',
    'netoiu.com', 'netris.net', 'netviewer-france.com', 'netzidiot.de', 'nevanata.com', 'nevermail.de',
    'newaddr.com', 'newbreedapps.com', 'newgreenpath.org', 'newsteadabbeypartnership.org', 'nextstopvalhalla.com',
    'nextsuns.com', 'nezdiro.org', 'nezid.com', 'nezuka.net', 'nezzart.com', 'nfast.net',
    'nguyendanhkietisocial.com', 'nguyenlieu24h.com', 'nguyentinhblog.com', 'nguyenusedcars.com', 'nhmi1.com',
    'nhmvn.com', 'nhotv.com', 'nice-4u.com', 'nicebad.com', 'niceminute.com', 'nick-ao.com', 'nickmxh.com',
    'nicknassar.com', 'nigeriansincoventry.org', 'nightorb.com', 'nimbacharity.com', 'nincsmail.com',
    'ninepacman.com', 'niprack.com', 'niwl.net', 'nm123.com', 'nnh.com', 'nnnetworks.com', 'nnot.net', 'no-ux.com',
    'noblepioneer.com', 'nobugmail.com', 'nobulk.com', 'nobuma.com', 'noclickemail.com', 'nodezine.com', 'noicd.com',
    'noizonicfoundation.com', 'nokdot.com', 'nokiamail.com', 'nolettersbox.com', 'nomail2me.com', 'nomomail.com',
    'nomorespamemails.com', 'nongnue.com', 'nonspam.eu', 'nonspammer.de', 'noopmail.com', 'noproposal.com',
    'norseforce.com', 'northsixty.com', 'notboxletters.com', 'notipr.com', 'notlettersmail.com', 'notmailinator.com',
    'notrnailinator.com', 'novaemail.com', 'nowhere.org', 'nowmymail.com', 'nowmymail.net', 'nowtopzen.com',
    'noyavip.com', 'nproxi.com', 'nqmo.com', 'nrehi.com', 'nriza.com', 'nrlord.com', 'nsvpn.com', 'nsyncxy.com',
    'nthrl.com', 'ntlhelp.net', 'nubescontrol.com', 'nucleant.org', 'nuoifb.com', 'nurfuerspam.de', 'nutpa.net',
    'nuts2trade.com', 'nvhrw.com', 'nwldx.com', 'nwrlr.org', 'nwytg.com', 'nwytg.net', 'nyasan.com', 'nyfhk.com',
    'nygren-realty.com', 'nygrenrealty.com', 'nypato.com', 'nyrmusic.com', 'o2stk.org', 'o7i.net', 'oakon.com',
    'oalsp.com', 'obfusko.com', 'objectmail.com', 'obobbo.com', 'obxpestcontrol.com', 'octovie.com', 'odaymail.com',
    'odeask.com', 'odem.com', 'oepia.com', 'oerpub.org', 'ofanda.com', 'officecombine.com', 'offshore-proxies.net',
    'ofisher.net', 'ogrencikredisi.org', 'ohaaa.de', 'okcdeals.com', 'okclprojects.com', 'okhko.com', 'okiae.com',
    'okinawa.li', 'okzk.com', 'oldao.com', 'omail.de', 'omarnasrrr.com', 'omgheels.com', 'omnievents.org',
    'omtecha.com', 'onbap.com', 'one-ml.com', 'onekisspresave.com', 'onelettersmail.com', 'onemuou.com',
    'oneoffemail.com', 'oneoffmail.com', 'onetm-ml.com', 'onewaymail.com', 'onheb.com', 'onionred.com', 'onldm.net',
    'onlinecmail.com', 'onlyapp.net', 'onmailflare.com', 'onqin.com', 'ontasa.com', 'oohioo.com', 'oolus.com',
    'oopi.org', 'oosln.com', 'opayq.com', 'opelkun.net', 'opemails.com', 'openavz.com', 'opentrash.com',
    'oposite.org', 'opp24.com', 'opportunity-africa.com', 'opwebw.com', 'oranek.com', 'orbitxhive.com',
    'orbixacoa.com', 'ordinaryamerican.net', 'ordite.com', 'oreidresume.com', 'orimassage.com', 'oroki.de',
    'oronny.com', 'orsbap.com', 'ortogenmail.com', 'oskarstalbergcitygenerator.com', 'ospirun.com', 'ostahie.com',
    'ostinmail.com', 'osxofulk.com', 'otherinbox.com', 'otpku.com', 'ouchcloud.com', 'ourklips.com',
    'ourpreviewdomain.com', 'outdaremusicdevon.org', 'outlawspam.com', 'ovbest.com', 'owleyes.ch', 'owlpic.com',
    'ownsyou.de', 'owube.com', 'oxopoha.com', 'ozatvn.com', 'ozsaip.com', 'ozyl.de', 'p33.org', 'p71ce1m.com',
    'pa9e.com', 'pachilly.com', 'packiu.com', 'paliospiti.com', 'pamaweb.com', 'pancakemail.com',
    'pandorasboxproductions.org', 'paplease.com', 'parsitv.com', 'passeone.com', 'past-line.com', 'pastebitch.com',
    'pastryofistanbul.com', 'patity.com', 'patonce.com', 'pavilionx2.com', 'paxlys.com', 'paylaar.com',
    'payperex2.com', 'payspun.com', 'pazard.com', 'pazuric.com', 'pckage.com', 'pdf-cutter.com', 'pdood.com',
    'peakinbox.net', 'pecinan.com', 'pecinan.net', 'pecinan.org', 'pepamail.com', 'pepbot.com', 'percyfx.com',
    'pertera.com', 'peterdethier.com', 'petloca.com', 'petrzilka.net', 'pflege-schoene-haut.de', 'phamay.com',
    'phanmembanhang24h.com', 'phctool.com', 'philipdowney.com', 'phimib.com', 'phimteen.net', 'photo-impact.eu',
    'photobrex.com', 'photomark.net', 'phucmmo.com', 'phuongnhicare.com', 'phuotngay.com', 'phyones.com',
    'physcroenmail.com', 'picdirect.net', 'pickuplanet.com', 'picturehostel.com', 'picturehostel.org',
    'pigeonprotocol.com', 'pii.at', 'pimpedupmyspace.com', 'pinehill-seattle.org', 'pingddns.net', 'pingir.com',
    'pippoc.com', 'pisls.com', 'pithu.org', 'pixdd.com', 'pixelcroft.org', 'pixelgagnant.net', 'pixiil.com',
    'pixoledge.net', 'pizzajunk.com', 'pjjkp.com', 'placebomail10.com', 'plainhomehub.com', 'pleasenoham.org',
    'plexfirm.com', 'plexolan.de', 'ploae.com', 'ploncy.com', 'plowcreek.org', 'pngrise.com', 'pofmagic.com',
    'pokemail.net', 'pokiemobile.com', 'politikerclub.de', 'polkaroad.net', 'polyfaust.net', 'pongpong.org',
    'pooae.com', 'poofy.org', 'pookmail.com', 'popcornfarm7.com', 'popcornfly.com', 'popesodomy.com', 'popgx.com',
    'poplk.com', 'porjoton.com', 'porsh.net', 'portaltrendsarena.com', 'posdz.com', 'postacin.com',
    'poubelle-du.net', 'poutineyourface.com', 'powerencry.com', 'powerscrews.com', 'powlearn.com', 'pox2.com',
    'pp7rvv.com', 'ppetw.com', 'pptrvv.com', 'pqoia.com', 'pratikmail.com', 'pratikmail.net', 'pratikmail.org',
    'premiapp.com', 'premieragents.net', 'premsy.net', 'prestige-leadership.org', 'pretreer.com', 'pricegh.com',
    'pride-worldwi.de', 'primabananen.net', 'primejetnet.com', 'prisonity.com', 'privacy.net', 'privatdemail.net',
    'privy-mail.com', 'privy-mail.de', 'privymail.de', 'priyo-mail.com', 'priyomail.net', 'priyor.com', 'priyp.com',
    'pro-tag.org', 'pro5g.com', 'procrackers.com', 'prohade.com', 'projectcl.com', 'promailt.com', 'propscore.com',
    'prorises.com', 'protectsmail.net', 'protempmail.com', 'protonza.com', 'proveity.com', 'proxy-gateway.net',
    'proxymail.eu', 'proxyparking.com', 'prtnx.com', 'prtshr.com', 'prtz.eu', 'psles.com', 'psnator.com',
    'psoxs.com', 'ptct.net', 'ptncereio.com', 'ptsculure.com', 'puabook.com', 'puglieisi.com', 'punkass.com',
    'punkproof.com', 'puppetmail.de', 'purelogistics.org', 'purifyzed.org', 'purmuttad.com', 'pursip.com',
    'pusmail.com', 'pussport.com', 'put2.net', 'putthisinyourspamdatabase.com', 'pwpwa.com', 'pwrby.com',
    'pxlys.com', 'pyskillsgame.com', 'qabq.com', 'qacmjeq.com', 'qasti.com', 'qejjyl.com', 'qeurtor.com',
    'qexvhz.com', 'qhgs.com', 'qibl.at', 'qiott.com', 'qipmail.net', 'qisdo.com', 'qisoa.com', 'qiuvision.com',
    'qmrbe.com', 'qodiq.com', 'qoika.com', 'qopow.com', 'qtum-ico.com', 'quadrafit.com', 'questtechsystems.com',
    'quickinbox.com', 'quicksend.ch', 'quillet.eu', 'quipas.com', 'ququb.com', 'qvmao.com', 'qwertyhandsome.net',
    'qwickmail.com', 'qzueos.com', 'r4nd0m.de', 'rabitex.com', 'racaho.com', 'rackabzar.com', 'racovor.com',
    'radioastronomynet.com', 'raetp9.com', 'rajaiblis.com', 'raketenmann.de', 'raleigh-construction.com',
    'ramcen.com', 'ramenmail.de', 'ramizan.com', 'rancidhome.net', 'randomail.net', 'rapplo.com', 'raqid.com',
    'raxtest.com', 'rayrayactive.com', 'razemail.com', 'razeny.com', 'razuz.com', 'rbb.org', 'rcasd.com', 'rcpt.at',
    're-gister.com', 'reallymymail.com', 'realquickemail.com', 'reapsa.com', 'receiveee.com', 'recipeforfailure.com',
    'reconmail.com', 'redbiodiesel.com', 'redfeathercrow.com', 'redproxies.com', 'refblogs.com', 'reftoken.net',
    'regapts.com', 'regbypass.com', 'reimondo.com', 'rejectmail.com', 'rekaer.com', 'reliable-mail.com',
    'remahankerupuk.com', 'remote.li', 'rentaen.com', 'renydox.com', 'replyloop.com', 'reportfresh.com',
    'reptilegenetics.com', 'resmso.com', 'restorationchurchtv.com', 'revolvingdoorhoax.org', 'rewermail.com',
    'rexabot.com', 'rexornge.net', 'reymaticx.com', 'rezato.com', 'rfc822.org', 'rhyta.com', 'riddermark.de',
    'rinseart.com', 'rippb.com', 'risingsuntouch.com', 'riwutz-gmail.com', 'rklips.com', 'rkomo.com', 'rm2rf.com',
    'rmqkr.net', 'rnailinator.com', 'robertspcrepair.com', 'roborena.com', 'robot-mail.com', 'robustq.com',
    'rodhazlitt.com', 'ronete.com', 'ronnierage.net', 'rootfest.net', 'roratu.com', 'rotaniliam.com',
    'rotomails.com', 'rouflav.com', 'route64.de', 'routerboardvietnam.com', 'rowdydow.com', 'rowe-solutions.com',
    'roweryo.com', 'royal.net', 'royaldoodles.org', 'royandk.com', 'roybl.com', 'rppkn.com', 'rsvhr.com',
    'rteet.com', 'rtrtr.com', 'rulersonline.com', 'rumgel.com', 'rupayamail.com', 'rustydoor.com', 'rustyload.com',
    'ruutukf.com', 'rvneous.com', 'rwstatus.com', 'rxinai.com', 'ryuucn.com', 's0ny.net', 's33db0x.com', 's3k.net',
    'sabrestlouis.com', 'sackboii.com', 'saeoil.com', 'safersignup.de', 'safetypost.de', 'sagametour.com',
    'saharanightstempe.com', 'sajutadollars.com', 'sakoonthroughcancer.com', 'samaritanfamilyfoundation.com',
    'samsung-gmail.com', 'sandcars.net', 'sandelf.de', 'sandwhichvideo.com', 'sanfinder.com', 'sanim.net',
    'sanstr.com', 'sappisi.com', 'sarawakreport.com', 'satukosong.com', 'sausen.com', 'save4now.com',
    'savemydinar.com', 'savests.com', 'say0.com', 'saynotospams.com', 'sayverfox.com', 'scatmail.com',
    'scatterteam.com', 'scay.net', 'schachrol.com', 'schafmail.de', 'schrott-email.de', 'scottcoffman.net',
    'scottni.com', 'scpulse.com', 'scribito.de', 'scrsot.com', 'sdvft.com', 'sdvgeft.com', 'sdvrecft.com',
    'search4gpt.com', 'seasonofgrace.org', 'sebbcn.net', 'secretemail.de', 'secured-link.net', 'sedekah-mudah.com',
    'seduck.com', 'seekapps.com', 'seekjobs4u.com', 'selaciptama.com', 'selfdestructingmail.com',
    'selfdestructingmail.org', 'selltub.com', 'sendfree.org', 'sendingspecialflyers.com', 'sendspamhere.com',
    'senseless-entertainment.com', 'sentra-premium.com', 'seosnaps.com', 'seqerc.com', 'services391.com',
    'setxko.com', 'sevopay.com', 'sexforswingers.com', 'sexical.com', 'sfacg.org', 'sfolkar.com', 'sgatra.com',
    'shadap.org', 'shahabnoor.org', 'shalar.net', 'sharebot.net', 'sharedmailbox.org', 'sharkfaces.com',
    'sharklasers.com', 'sheinup.com', 'sherazhaider.com', 'sheryli.com', 'shhmail.com', 'shhuut.org',
    'shieldedmail.com', 'shieldemail.com', 'shiftmail.com', 'shiita12.com', 'shipfromto.com', 'shiphazmat.org',
    'shipping-regulations.com', 'shippingterms.org', 'shiptudo.com', 'shitmail.de', 'shitmail.org',
    'shmeriously.com', 'shopaccmmo.com', 'shopbantkclone.com', 'shopempva11.com', 'shopprimeaccounts.com',
    'shopxda.com', 'shortmail.net', 'showslow.de', 'shrib.com', 'shuelder.com', 'siap-sepuh.com', 'siberpay.com',
    'sicmg.com', 'sidement.com', 'signalxp.com', 'sika3.com', 'sikux.com', 'silenceofthespam.com', 'sim-sppg.com',
    'simaenaga.com', 'sinaite.net', 'sind-hier.com', 'sind-wir.com', 'sindhier.com', 'sindwir.com',
    'singlespride.com', 'sinnlos-mail.de', 'sinorto.com', 'siteinfox.com', 'siteposter.net', 'sixoplus.com',
    'sizzlemctwizzle.com', 'sjuaq.com', 'skeefmail.com', 'skingkong.com', 'skrak.com', 'sky-inbox.com', 'sky-ts.de',
    'skygazerhub.com', 'skyrt.de', 'skytopway.com', 'slapsfromlastnight.com', 'slave-auctions.net', 'slimirin.com',
    'slipry.net', 'slopsbox.com', 'slotbeer.com', 'slothmail.net', 'slowpokerfrance.eu', 'slowpokerfrance.org',
    'slushmail.com', 'sluteen.com', 'slyouthuk.org', 'smailpro.com', 'smailwork.com', 'smapfree24.com',
    'smapfree24.de', 'smapfree24.eu', 'smapfree24.org', 'smartnator.com', 'smarttickethub.com', 'smashmail.de',
    'smellfear.com', 'smellrear.com', 'smeux.com', 'smkanba.com', 'smncloud.com', 'smtp99.com', 'smykwb.com',
    'snakebutt.com', 'snakemail.com', 'snapbx.com', 'snapwet.com', 'sneakmail.de', 'snece.com', 'soc123.net',
    'socialfurry.org', 'sociallymediocre.com', 'soco7.com', 'socoori.com', 'sofimail.com', 'sofort-mail.de',
    'sofortmail.de', 'sofrge.com', 'softdailyguide.com', 'softlitceg.com', 'sogetthis.com', 'soioa.com', 'soisz.com',
    'solarnyx.com', 'solarunited.net', 'solarunited.org', 'solerbe.net', 'somelora.com', 'somoj.com', 'songsign.com',
    'sonphuongthinh.com', 'sonrusu.com', 'soodmail.com', 'soodomail.com', 'soodonims.com', 'soombo.com',
    'soscandia.org', 'soul-association.com', 'sozenit.com', 'spacehotline.com', 'spam-be-gone.com', 'spam4.me',
    'spamail.de', 'spamarrest.com', 'spamavert.com', 'spambob.com', 'spambob.net', 'spambob.org', 'spambog.com',
    'spambog.de', 'spambog.net', 'spambooger.com', 'spambox.org', 'spamcero.com', 'spamcon.org',
    'spamcorptastic.com', 'spamcowboy.com', 'spamcowboy.net', 'spamcowboy.org', 'spamday.com', 'spamdecoy.net',
    'spamex.com', 'spamfellas.com', 'spamfree.eu', 'spamfree24.com', 'spamfree24.de', 'spamfree24.eu',
    'spamfree24.net', 'spamfree24.org', 'spamherelots.com', 'spamhereplease.com', 'spamhole.com', 'spamify.com',
    'spaminator.de', 'spaml.com', 'spaml.de', 'spamlot.net', 'spammotel.com', 'spamobox.com', 'spamoff.de',
    'spamsandwich.com', 'spamslicer.com', 'spamsphere.com', 'spamspot.com', 'spamstack.net', 'spamthisplease.com',
    'spamtrail.com', 'spamtroll.net', 'sparkletoc.com', 'speak2all.com', 'speedgaus.net', 'spicysoda.com',
    'spikio.com', 'spindl-e.com', 'spinly.net', 'splitparents.com', 'spoofmail.de', 'sportcornwall.org',
    'sportrid.com', 'sportsfunlifestyle.org', 'spotlightdiary.com', 'spritzzone.de', 'spruzme.com', 'spybox.de',
    'spymail.com', 'squizzy.de', 'squizzy.net', 'srame.com', 'sroff.com', 'sry.li', 'ssoia.com',
    'stanfordujjain.com', 'starlight-breaker.net', 'starmail.net', 'starnlink.com', 'startfu.com', 'startkeys.com',
    'statdvr.com', 'stathost.net', 'statiix.com', 'stayhome.li', 'steadyhabithub.com', 'steam-coin.com',
    'steambot.net', 'sterlingpointco.com', 'stexsy.com', 'stinkefinger.net', 'stonesinwater.com', 'stop-my-spam.com',
    'storebanme.com', 'storegmail.net', 'storiesonthestreet.org', 'storj99.com', 'stpaulsgrammaralumniusa.org',
    'strayhood.org', 'streetwisemail.com', 'stromox.com', 'stuckmail.com', 'stuffmail.de', 'stufmail.com',
    'stumpfwerk.com', 'suarj.com', 'submic.com', 'submitreports.com', 'substoretools.com', 'suburbanthug.com',
    'suckmyd.com', 'sudern.de', 'sueshaw.com', 'suexamplesb.com', 'suftwari.com', 'sugarloafstudios.net',
    'suhasmedam.com', 'suioe.com', 'sumberakun.com', 'suntuy.com', 'super-auswahl.de', 'superblohey.com',
    'superbowlstarttime.org', 'supergreatmail.com', 'superplatyna.com', 'superrito.com', 'supersave.net',
    'superstachel.de', 'superyp.com', 'supplementsdiary.com', 'supporttc.com', 'surbitonnewlifebaptist.com',
    'svetims.com', 'svip888888888.com', 'svxr.org', 'swagpapa.com', 'sweetxxx.de', 'swift-mail.net',
    'swift10minutemail.com', 'swiftcroft.org', 'swsdz.com', 'syinxun.com', 'sylvannet.com', 'symphonyresume.com',
    'synarca.com', 'syncax.com', 'szerz.com', 't1mo.net', 'tacomail.de', 'tafmail.com', 'taglead.com',
    'tagmymedia.com', 'tagyourself.com', 'taimb.com', 'taischaves.com', 'talemarketing.com', 'talkinator.com',
    'talmetry.com', 'tamttts.com', 'tanlanav.com', 'tanukis.org', 'taobudao.com', 'tapchicuoihoi.com', 'taphear.com',
    'tartinemoi.com', 'tastmemail.com', 'tastrg.com', 'tatadidi.com', 'taugr.com', 'taukah.com', 'taxibmt.com',
    'taxibmt.net', 'taymonera.de', 'tb-on-line.net', 'tbgroupconsultants.com', 'tcwlm.com', 'tcwlx.com', 'tdtda.com',
    'teamnewmexico.org', 'tech69.com', 'techblast.ch', 'techemail.com', 'techusa.org', 'teerest.com', 'teewars.org',
    'teihu.com', 'teleg.eu', 'telegmail.com', 'teleworm.com', 'teleworm.us', 'teliedge.com', 'telvetto.com',
    'temailz.com', 'teml.net', 'temp-link.net', 'temp-mail.com', 'temp-mail.de', 'temp-mail.gg', 'temp-mail.org',
    'temp-mail.ru', 'temp-mails.com', 'tempail.com', 'tempalias.com', 'tempblockchain.com', 'tempe-mail.com',
    'tempemail.com', 'tempemail.de', 'tempemail.net', 'tempemailgen.com', 'tempemaill.com', 'tempemailo.org',
    'tempestme.com', 'tempinbox.com', 'tempmail.at', 'tempmail.cc', 'tempmail.cn', 'tempmail.co', 'tempmail.de',
    'tempmail.email', 'tempmail.eu', 'tempmail.it', 'tempmail.ninja', 'tempmail.plus', 'tempmail.us', 'tempmail.vip',
    'tempmail.world', 'tempmail.ws', 'tempmail101.com', 'tempmail2.com', 'tempmail5.com', 'tempmaildemo.com',
    'tempmailer.com', 'tempmailer.de', 'tempmailer.net', 'tempmailfree.net', 'tempmailo.com', 'tempmailr.com',
    'tempmails.net', 'tempmailto.com', 'tempmailyo.org', 'tempomail.org', 'temporalemail.org', 'temporam.com',
    'temporarily.de', 'temporarly.com', 'temporary-mail.net', 'temporaryemail.net', 'temporaryforwarding.com',
    'temporaryinbox.com', 'temporarymailaddress.com', 'tempp-mails.com', 'tempr.email', 'tempsky.com',
    'temptami.com', 'tempthe.net', 'tempymail.com', 'tensi.org', 'tenull.com', 'testudine.com', 'tevstart.com',
    'tgduck.com', 'thaihp.net', 'thanhnhontienbao.com', 'thankyou2010.com', 'thaotri.com', 'the23app.com',
    'theaviors.com', 'thebearshark.com', 'thecarinformation.com', 'thechildrensfocus.com', 'thecloudindex.com',
    'thediamants.org', 'thedorsetcarershub.org', 'theeyeoftruth.com', 'thegrampians.net', 'thejenkins.net',
    'thejoker5.com', 'thelightningmail.net', 'thelimescommunitygarden.org', 'thelimestones.com', 'themailer.de',
    'themegreview.com', 'themostemail.com', 'thescrappermovie.com', 'theshahnazfoundation.com', 'thespamfather.com',
    'thetechnext.net', 'thichanthit.com', 'thichmmo.com', 'thiefness.com', 'thirifara.com',
    'thisisnotmyrealemail.com', 'thismail.net', 'thnikka.com', 'thodianamdu.com', 'thraml.com', 'thrma.com',
    'throam.com', 'thrott.com', 'throwam.com', 'throwawayemailaddress.com', 'throwawaymail.com', 'throya.com',
    'thrubay.com', 'thshyo.org', 'thueotp.net', 'thulinh.net', 'thunkinator.org', 'thuongxg.com', 'thxmate.com',
    'tiapz.com', 'tidewick.org', 'tidissajiiu.com', 'tidylifehub.com', 'tiendadezapasok.com', 'tiffincrane.com',
    'tigrisstem.org', 'tikanony.com', 'tikmail.org', 'tiktakgrab.com', 'tiktakgrabber.com', 'tiktokngon.com',
    'tilien.com', 'timbourkescholarshipfund.org', 'timgiarevn.com', 'timkassouf.com', 'tinhoconline.com',
    'tinoza.org', 'tinpho.com', 'tinytimer.org', 'tinyurl24.com', 'tipsb.com', 'titangamezz.com', 'titenpa.com',
    'tizi.com', 'tkfb24h.com', 'tkitc.de', 'tlpn.org', 'tmail.com', 'tmail1.org', 'tmail2.org', 'tmail3.com',
    'tmail3.org', 'tmail4.org', 'tmail5.org', 'tmail6.com', 'tmail9.com', 'tmaile.net', 'tmailinator.com',
    'tmailor.com', 'tmailor.net', 'tmails.net', 'tmmbt.net', 'tmpbox.net', 'tmpemails.com', 'tmpeml.com',
    'tmpmail.net', 'tmpmail.org', 'tmpmailtor.com', 'tmxttvmail.com', 'tnbeta.com', 'toaik.com', 'toddsbighug.com',
    'tofeat.com', 'tohru.org', 'toiea.com', 'token0v0.com', 'tokenmail.de', 'tokfly.org', 'tokmail.net',
    'tonaeto.com', 'tonymanso.com', 'too.li', 'tools-capcut.com', 'top101.de', 'topdatamaster.com', 'topmail2.com',
    'topmail2.net', 'topofertasdehoy.com', 'topranklist.de', 'toprumours.com', 'topvu.net', 'tormail.org',
    'tospage.com', 'tosunkaya.com', 'totallynotfake.net', 'totalvista.com', 'totesmail.com', 'tourcc.com',
    'tozya.com', 'tp-qa-mail.com', 'tpwlb.com', 'tqoai.com', 'tqosi.com', 'trackden.com', 'tramynguyen.net',
    'tranceversal.com', 'tranhtai.com', 'transferpulsa.net', 'translateid.com', 'traodoinick.com', 'traogiai.com',
    'trap-mail.de', 'trash-amil.com', 'trash-mail.at', 'trash-mail.com', 'trash-mail.de', 'trash-me.com',
    'trash2009.com', 'trash2010.com', 'trash2011.com', 'trashcanmail.com', 'trashdevil.com', 'trashdevil.de',
    'trashemail.de', 'trashemails.de', 'trashinbox.com', 'trashmail.at', 'trashmail.com', 'trashmail.de',
    'trashmail.fr', 'trashmail.hu', 'trashmail.io', 'trashmail.me', 'trashmail.net', 'trashmail.org', 'trashmail.se',
    'trashmail.ws', 'trashmailer.com', 'trashmailgenerator.de', 'trashmails.com', 'trashymail.com', 'trashymail.net',
    'trasz.com', 'travelistaworld.com', 'trayna.com', 'trbvm.com', 'trbvn.com', 'trbvo.com', 'treesforderby.org',
    'trevourus.com', 'trgfu.com', 'trialmail.de', 'trickmail.net', 'trillianpro.com', 'triots.com',
    'trolebrotmail.com', 'trollproject.com', 'tropovenamail.com', 'trungmetax.com', 'trungtamtoeic.com',
    'truthfinderlogin.com', 'tryalert.com', 'trythe.net', 'tryzoe.com', 'tsderp.com', 'tshirtsavvy.com', 'tsmtp.org',
    'ttirv.org', 'ttpo89japan.com', 'tualias.com', 'tuamaeaquelaursa.com', 'tubeemail.com', 'tumroc.net',
    'tunthuta.com', 'tuofs.com', 'tupmail.com', 'turkeyth.com', 'turnimon.com', 'turoid.com', 'turual.com',
    'turuma.com', 'tvchd.com', 'tverya.com', 'twinmail.de', 'twocowmail.net', 'twoweirdtricks.com', 'txcct.com',
    'txen.de', 'txtadvertise.com', 'tyldd.com', 'tympe.net', 'uacro.com', 'uber-mail.com', 'uberip.com',
    'ubinert.com', 'ubismail.net', 'uddinfoundation.org', 'udingclin.com', 'uemail99.com', 'ufacturing.com',
    'ufokeuabmail.com', 'uggsrock.com', 'uguuchantele.com', 'uhe2.com', 'uiemail.com', 'ukev.org', 'ulm-dsl.de',
    'umail.net', 'umil.net', 'undeadbank.com', 'underseagolf.com', 'unfairship.com', 'unicodeworld.com', 'unids.com',
    'unimark.org', 'uniromax.com', 'unit7lahaina.com', 'unlikeyth.com', 'unratito.com', 'uooos.com', 'uorak.com',
    'upliftnow.com', 'uplipht.com', 'uploadnolimit.com', 'upphim.net', 'upsnab.net', 'urhen.com', 'uroid.com',
    'usako.net', 'usdtbeta.com', 'usefulbriefing.com', 'uselesswebsites.net', 'ustorp.com', 'uyhip.com', 'uz8.net',
    'vaati.org', 'vafyxh.com', 'valanides.com', 'valemail.net', 'valhalladev.com', 'vankin.de', 'vasteron.com',
    'vaupk.org', 'vbgvd.com', 'vcois.com', 'vctel.com', 'vddaz.com', 'vdig.com', 'veanlo.com', 'veb37.com',
    'velmoor.org', 'veltexline.com', 'venompen.com', 'verdejo.com', 'verifycenter.net', 'vermutlich.net',
    'vertexinbox.com', 'vertexium.net', 'veruvercomail.com', 'veryday.ch', 'veryday.eu', 'veryrealemail.com',
    'vevs.de', 'vfwladiesauxin.org', 'viavuive.net', 'vibertees.com', 'vibzi.net', 'victoriaalison.com',
    'victoriantwins.com', 'vidchart.com', 'videoigdownload.com', 'videotoptop.com', 'viditag.com', 'vidwobox.com',
    'vietxf.com', 'viewcastmedia.com', 'viewcastmedia.net', 'viewcastmedia.org', 'viewmuse.com', 'vigilantkeep.net',
    'vigoneo.com', 'vikingsonly.com', 'vinaemail.com', 'vinakoop.com', 'vinakop.com', 'vinatissue.org',
    'vinernet.com', 'vintomaper.com', 'vipepe.com', 'vipxm.net', 'viralplays.com', 'virgilian.com', 'visignal.com',
    'vitahicks.com', 'vitaspherelife.com', 'vitrineproducoes.com', 'viv2.com', 'vividtipzone.com', 'vixletdev.com',
    'vixtricks.com', 'vjuum.com', 'vkr1.com', 'vlemi.com', 'vlrregulatory.com', 'vmani.com', 'vmpanda.com',
    'vn-one.com', 'vncctv.org', 'vnvmail.com', 'vobau.net', 'voicesforchangeinc.org', 'voidbay.com', 'volaj.com',
    'volku.org', 'voltaer.com', 'vomoto.com', 'vorga.org', 'voryxen.com', 'votiputox.org', 'voxelcore.com',
    'voxinh.net', 'vpn64.de', 'vpnseat.com', 'vps30.com', 'vps79.com', 'vps911.net', 'vradportal.com', 'vrjxk.com',
    'vrmtr.com', 'vsimcard.com', 'vsmailpro.com', 'vssms.com', 'vtmpj.net', 'vubby.com', 'vuket.org',
    'vulcanpioneerjers.org', 'vusra.com', 'vutrugay.org', 'vvatxiy.com', 'vwhins.com', 'vxsolar.com', 'vztc.com',
    'wacold.com', 'waisfoundation.com', 'waitbeqa.com', 'waivey.com', 'wakingupesther.com', 'walala.org',
    'walkmail.net', 'wallm.com', 'wanaofamouscar.com', 'waroengin.com', 'waroengkuy.com', 'waroengmail.com',
    'waroengpremium.com', 'warunkto.com', 'watch-harry-potter.com', 'watchfull.net',
    'watchironman3onlinefreefullmovie.com', 'waterisgone.com', 'watersoftenersystemcost.com', 'watrf.com',
    'watsawang.com', 'wbml.net', 'web-inc.net', 'web-library.net', 'web2mailco.com', 'webcamness.com',
    'webcontact-france.eu', 'webinarmoa.com', 'webmailus.com', 'webofip.com', 'webscash.com', 'webtrip.ch',
    'weekfly.com', 'weg-werf-email.de', 'wegwerf-email-addressen.de', 'wegwerf-email-adressen.de',
    'wegwerf-email.at', 'wegwerf-email.de', 'wegwerf-email.net', 'wegwerf-emails.de', 'wegwerfadresse.de',
    'wegwerfemail.com', 'wegwerfemail.de', 'wegwerfemail.net', 'wegwerfemail.org', 'wegwerfemailadresse.com',
    'wegwerfmail.de', 'wegwerfmail.info', 'wegwerfmail.net', 'wegwerfmail.org', 'wegwrfmail.de', 'wegwrfmail.net',
    'wegwrfmail.org', 'weiruipingji.com', 'weizixu.com', 'wekawa.com', 'welikecookies.com',
    'wellsfargocomcardholders.com', 'wenkuu.com', 'wentcity.com', 'wenyuanshe.com', 'wetrainbayarea.com',
    'wetrainbayarea.org', 'wg0.com', 'wh4f.org', 'whaaaaaaaaaat.com', 'whatagarbage.com', 'whatemi.de',
    'whatiaas.com', 'whatifanalytics.com', 'whatpaas.com', 'whatsaas.com', 'whiffles.org', 'whirlygirlink.org',
    'whispermail.org', 'whitehousecalculator.com', 'whopy.com', 'wibblesmith.com', 'wicfolhumanservices.org',
    'wickmail.net', 'wiemei.com', 'wifimaple.com', 'wifioak.com', 'wikfee.com', 'wilemail.com',
    'willselfdestruct.com', 'wimsg.com', 'winocs.com', 'wir-sind.com', 'wireconnected.com', 'wivstore.com',
    'wlsom.com', 'wnbaldwy.com', 'wokcy.com', 'woopros.com', 'workhorsefilms.com', 'workingtall.com', 'wpdork.com',
    'wralawfirm.com', 'wrgee.com', 'wronghead.com', 'wshu.net', 'wsym.de', 'wsypc.com', 'wupics.com', 'wuuvo.com',
    'wuzak.com', 'wuzup.net', 'wuzupmail.net', 'wwc8.com', 'wwjmp.com', 'wwwnew.eu', 'wxnw.net', 'wyoxafp.com',
    'wywnxa.com', 'wzjpj.com', 'wzjyyds.com', 'wzofit.com', 'x-lab.net', 'x0q.net', 'x1ix.com', 'x24.com',
    'xagloo.com', 'xbrok.com', 'xcodes.net', 'xcompress.com', 'xcoxc.com', 'xcpy.com', 'xehop.org', 'xemaps.com',
    'xemne.com', 'xen-bypass.com', 'xents.com', 'xfavaj.com', 'xidealx.com', 'xiiqtg.com', 'xikemail.com',
    'xingmeisofa.com', 'xjoi.com', 'xkxkud.com', 'xmailtm.com', 'xmaily.com', 'xn--9kq967o.com',
    'xn--ai-ry2ck37oorv.com', 'xn--d-bga.net', 'xn--yaho-sqa.com', 'xojxe.com', 'xperiae5.com', 'xrap.de',
    'xsnipersquad.com', 'xstyled.net', 'xxi2.com', 'xxqx3802.com', 'xxvd.net', 'xyzfree.net', 'xzsok.com',
    'yahooproduct.net', 'yapped.net', 'yaqp.com', 'ycare.de', 'ycglobalmovement.com', 'ydns.eu',
    'ydscontingencia.com', 'yedi.org', 'yenphandinhe.com', 'yermail.net', 'ying-ge.com', 'ymonthl.com',
    'ynmrealty.com', 'yogamaven.com', 'yoggm.com', 'yogirt.com', 'yopmail.com', 'yopmail.fr', 'yopmail.net',
    'you-spam.com', 'yougotgoated.com', 'youmailr.com', 'youpymail.com', 'yourdomain.com', 'yourewronghereswhy.com',
    'yourwiseguide.com', 'yroid.com', 'yspend.com', 'ytnhy.com', 'ytpayy.com', 'yugasandrika.com', 'yummymeow.eu',
    'yummymeow.org', 'yuoia.com', 'yuurok.com', 'yxzx.net', 'yyolf.net', 'yzcalo.com', 'yzm.de', 'z0d.eu',
    'zainmax.net', 'zantrax.com', 'zasod.com', 'zcrcd.com', 'zdenka.net', 'zebins.com', 'zebins.eu',
    'zehnminuten.de', 'zehnminutenmail.de', 'zemzar.net', 'zenbada.com', 'zenbyul.com', 'zensurpirat.de',
    'zenthranet.com', 'zeronerbacomail.com', 'zeropolly.com', 'zetmail.com', 'zevionyx.com', 'zfymail.com',
    'zhcne.com', 'zhewei88.com', 'zhorachu.com', 'zipcad.com', 'zipcatfish.com', 'zipsendtest.com', 'ziragold.com',
    'zizo7.com', 'zoaxe.com', 'zoemail.com', 'zoemail.net', 'zoemail.org', 'zoetropes.org', 'zolamin.com',
    'zombie-hive.com', 'zoomintens.com', 'zovion.com', 'zozozo123.com', 'zrufe.com', 'zsero.com', 'zudpck.com',
    'zumpul.com', 'zv68.com', 'zvvzuv.com', 'zxcv.com', 'zxcvbnm.com', 'zymuying.com', 'zyns.com', 'zzrgg.com',
    'zzz.com'
  );

-- whether a mail address is role_mail
CREATE OR REPLACE FUNCTION `leads_scored_is_role_mail`(value STRING) RETURNS BOOLEAN
RETURN split_part(split_part(value, '@', 1), '+', 1) IN (
    'abuse', 'accounting', 'accounts', 'admin', 'administration', 'administrator', 'all', 'anfrage', 'anfragen',
    'angebot', 'angebote', 'auftrag', 'bestellung', 'bestellungen', 'bewerbung', 'bewerbungen', 'billing', 'board',
    'buchhaltung', 'buero', 'büro', 'career', 'careers', 'comercial', 'commercial', 'communication', 'company',
    'compliance', 'consulting', 'contact', 'contact-us', 'contacto', 'contactus', 'contato', 'contatti', 'customer',
    'customercare', 'customerservice', 'customerservices', 'customersupport', 'custserv', 'dataprotection',
    'datenschutz', 'datenschutzbeauftragter', 'design', 'dev', 'developer', 'developers', 'devnull', 'direction',
    'dispo', 'disposition', 'dns', 'do-not-reply', 'donotreply', 'dpo', 'einkauf', 'email', 'empfang', 'enquiries',
    'enquiry', 'events', 'everyone', 'export', 'feedback', 'finance', 'finanzen', 'firma', 'ftp',
    'geschaeftsfuehrung', 'geschäftsführung', 'gl', 'hallo', 'hello', 'help', 'helpdesk', 'hey', 'hi', 'hostmaster',
    'hotline', 'hr', 'humanresources', 'import', 'impressum', 'info', 'information', 'infos', 'inquiries', 'inquiry',
    'investorrelations', 'invoice', 'invoices', 'it', 'it-support', 'job', 'jobs', 'kanzlei', 'karriere', 'kasse',
    'kommunikation', 'kontakt', 'kontakte', 'kundenbetreuung', 'kundendienst', 'kundenservice', 'kundensupport',
    'lager', 'legal', 'list', 'logistik', 'mail', 'mailbox', 'mailer-daemon', 'mailerdaemon', 'management',
    'marketing', 'media', 'mitarbeiter', 'moin', 'news', 'newsletter', 'no-reply', 'no_reply', 'nobody', 'noc',
    'noreply', 'office', 'officemanagement', 'online', 'onlineshop', 'operations', 'order', 'orders', 'partner',
    'partners', 'payroll', 'people', 'personal', 'personalabteilung', 'post', 'postfach', 'postmaster', 'pr',
    'praxis', 'press', 'presse', 'privacy', 'procurement', 'produktion', 'projekte', 'purchase', 'purchasing',
    'reception', 'rechnung', 'rechnungen', 'recruiting', 'recruitment', 'redaktion', 'register', 'registration',
    'reklamation', 'reply', 'request', 'requests', 'reservation', 'reservations', 'reservierung', 'root', 'sales',
    'secretary', 'security', 'sekretariat', 'service', 'serviceteam', 'shop', 'spam', 'staff', 'studio', 'subscribe',
    'support', 'sysadmin', 'team', 'tech', 'technical', 'technik', 'techsupport', 'undisclosed-recipients',
    'unsubscribe', 'usenet', 'user', 'uucp', 'vendite', 'ventas', 'verkauf', 'versand', 'vertrieb', 'verwaltung',
    'vorstand', 'web', 'webmaster', 'website', 'welcome', 'werbung', 'willkommen', 'www', 'zentrale'
  );

-- whether words are among a list
CREATE OR REPLACE FUNCTION `leads_scored_has_word_ceo`(value STRING) RETURNS BOOLEAN
RETURN value LIKE ANY (
    '% ceo %', '% cto %', '% cfo %', '% cmo %', '% cio %', '% coo %', '% cro %', '% cdo %', '% ciso %', '% cpo %',
    '% chief %', '% md %', '% managing director %', '% general manager %', '% managing partner %', '% owner%',
    '% founder%', '% co founder %', '% proprietor %', '% board member %', '% gf %', '% geschäftsführ%',
    '% geschaeftsfuehr%', '% inhaber%', '% vorstand%', '% vorständin%', '% prokurist%', '% gründer%',
    '% gesellschafter%', '% geschäftsleitung %', '% eigentümer %', '% eigentümerin %', '% unternehmer %',
    '% unternehmerin %'
  );

-- whether words are among a list
CREATE OR REPLACE FUNCTION `leads_scored_has_word_assist`(value STRING) RETURNS BOOLEAN
RETURN value LIKE ANY (
    '%assist%', '%sekretär%', '% secretary %', '% office of the %', '% product owner %', '% process owner %',
    '% projektleit%', '% teamleit%', '% gruppenleit%', '% schichtleit%', '% project director %'
  );

-- whether words are among a list
CREATE OR REPLACE FUNCTION `leads_scored_has_word_vp`(value STRING) RETURNS BOOLEAN
RETURN value LIKE ANY (
    '% vp %', '% svp %', '% evp %', '% vice president %', '% president %', '% director %', '% head of %', '% head %',
    '% direktor%', '% directr%', '% directeur%', '%leiter %', '%leiterin %', '%leitung %', '% bereichsleit%',
    '% abteilungsleit%', '% leitende %', '% leitender %'
  );

-- whether words are among a list
CREATE OR REPLACE FUNCTION `leads_scored_has_word_ceo_2`(value STRING) RETURNS BOOLEAN
RETURN value LIKE ANY (
    '% ceo %', '% cto %', '% cfo %', '% cmo %', '% cio %', '% coo %', '% cro %', '% cdo %', '% ciso %', '% cpo %',
    '% chief %', '% md %', '% managing director %', '% general manager %', '% managing partner %', '% owner%',
    '% founder%', '% co founder %', '% proprietor %', '% board member %', '% gf %', '% geschäftsführ%',
    '% geschaeftsfuehr%', '% inhaber%', '% vorstand%', '% vorständin%', '% prokurist%', '% gründer%',
    '% gesellschafter%', '% geschäftsleitung %', '% eigentümer %', '% eigentümerin %', '% unternehmer %',
    '% unternehmerin %', '% vp %', '% svp %', '% evp %', '% vice president %', '% president %', '% director %',
    '% head of %', '% head %', '% direktor%', '% directr%', '% directeur%', '%leiter %', '%leiterin %', '%leitung %',
    '% bereichsleit%', '% abteilungsleit%', '% leitende %', '% leitender %', '% manager%', '%manager %',
    '%managerin %', '% lead %', '% team lead %', '% teamlead %', '% senior %', '% principal %', '% supervisor %',
    '% consultant%', '% berater%', '% referent%', '% specialist%', '% spezialist%', '% engineer%', '%ingenieur %',
    '%ingenieurin %', '% architect%', '% architekt%', '% analyst%', '% administrator%', '% controller%',
    '% coordinator%', '% koordinator%', '%einkäufer %', '%einkäuferin %', '% buyer %', '% developer%',
    '%entwickler %', '%entwicklerin %', '% teamleit%', '% projektleit%', '% product owner %', '%beauftragter %',
    '%beauftragte %'
  );

-- whether a text is in a list
CREATE OR REPLACE FUNCTION `leads_scored_equals_germany`(value STRING) RETURNS BOOLEAN
RETURN value IN (
    'germany', 'deutschland', 'de', 'deu', 'd', 'bundesrepublik deutschland', 'austria', 'österreich', 'oesterreich',
    'at', 'aut', 'a', 'switzerland', 'schweiz', 'suisse', 'ch', 'che', 'liechtenstein', 'li'
  );

-- whether words are among a list
CREATE OR REPLACE FUNCTION `leads_scored_has_word_now`(value STRING) RETURNS BOOLEAN
RETURN value LIKE ANY (
    '% now %', '% immediate %', '% immediately %', '% asap %', '% at once %', '% this week %', '% this month %',
    '% next month %', '% this quarter %', '% within 30 days %', '% 1 month %', '% 1 months %', '% 2 months %',
    '% 3 months %', '% 30 days %', '% 60 days %', '% 90 days %', '% 0 3 %', '% 1 3 %', '% 0 1 %', '% sofort %',
    '% schnellstmöglich%', '% umgehend %', '% diesen monat %', '% nächsten monat %', '% dieses quartal %',
    '% 1 monat %', '% 2 monate %', '% 2 monaten %', '% 3 monate %', '% 3 monaten %', '% 30 tage %', '% 30 tagen %',
    '% 90 tage %', '% 90 tagen %'
  );

-- whether words are among a list
CREATE OR REPLACE FUNCTION `leads_scored_has_word_ceo_3`(value STRING) RETURNS BOOLEAN
RETURN value LIKE ANY (
    '% ceo %', '% cto %', '% cfo %', '% cmo %', '% cio %', '% coo %', '% cro %', '% cdo %', '% ciso %', '% cpo %',
    '% chief %', '% md %', '% managing director %', '% general manager %', '% managing partner %', '% owner%',
    '% founder%', '% co founder %', '% proprietor %', '% board member %', '% gf %', '% geschäftsführ%',
    '% geschaeftsfuehr%', '% inhaber%', '% vorstand%', '% vorständin%', '% prokurist%', '% gründer%',
    '% gesellschafter%', '% geschäftsleitung %', '% eigentümer %', '% eigentümerin %', '% unternehmer %',
    '% unternehmerin %', '% vp %', '% svp %', '% evp %', '% vice president %', '% president %', '% director %',
    '% head of %', '% head %', '% direktor%', '% directr%', '% directeur%', '%leiter %', '%leiterin %', '%leitung %',
    '% bereichsleit%', '% abteilungsleit%', '% leitende %', '% leitender %', '% manager%'
  );

-- whether words are among a list
CREATE OR REPLACE FUNCTION `leads_scored_has_word_ceo_4`(value STRING) RETURNS BOOLEAN
RETURN value LIKE ANY (
    '% ceo %', '% cto %', '% cfo %', '% cmo %', '% cio %', '% coo %', '% cro %', '% cdo %', '% ciso %', '% cpo %',
    '% chief %', '% md %', '% managing director %', '% general manager %', '% managing partner %', '% owner%',
    '% founder%', '% co founder %', '% proprietor %', '% board member %', '% gf %', '% geschäftsführ%',
    '% geschaeftsfuehr%', '% inhaber%', '% vorstand%', '% vorständin%', '% prokurist%', '% gründer%',
    '% gesellschafter%', '% geschäftsleitung %', '% eigentümer %', '% eigentümerin %', '% unternehmer %',
    '% unternehmerin %', '% vp %', '% svp %', '% evp %', '% vice president %', '% president %', '% director %',
    '% head of %', '% head %', '% direktor%', '% directr%', '% directeur%', '%leiter %', '%leiterin %', '%leitung %',
    '% bereichsleit%', '% abteilungsleit%', '% leitende %', '% leitender %'
  );

-- whether words are among a list
CREATE OR REPLACE FUNCTION `leads_scored_has_word_google`(value STRING) RETURNS BOOLEAN
RETURN value LIKE ANY (
    '% google %', '% bing %', '% yahoo %', '% duckduckgo %', '% ecosia %', '% yandex %', '% baidu %', '% qwant %',
    '% startpage %', '% search %', '% seo %', '% suche %', '%suche %', '% suchmaschine%'
  );

-- whether words are among a list
CREATE OR REPLACE FUNCTION `leads_scored_has_word_cpc`(value STRING) RETURNS BOOLEAN
RETURN value LIKE ANY (
    '% cpc %', '% ppc %', '% cpm %', '% cpv %', '% cpl %', '% paid%', '% ad %', '% ads %', '% adwords %', '% sea %',
    '% sem %', '% sponsored %', '% retargeting %', '% remarketing %', '% pay per click %', '% bezahlt%',
    '% anzeige%', '% werbeanzeige%', '%werbung %'
  );

-- whether words are among a list
CREATE OR REPLACE FUNCTION `leads_scored_has_word_linkedin`(value STRING) RETURNS BOOLEAN
RETURN value LIKE ANY (
    '% linkedin %', '% facebook %', '% fb %', '% instagram %', '% ig %', '% meta %', '% xing %', '% twitter %',
    '% youtube %', '% youtube%', '% tiktok %', '% pinterest %', '% reddit %', '% snapchat %', '% threads %',
    '% social%', '% soziale netzwerke %', '% soziale medien %'
  );

CREATE OR REPLACE VIEW `leads_scored` AS
-- B2B, fit and engagement 2026.1, for Spark SQL, by leadq 0.1.0
-- as of 2026-03-02, which is day 20514
-- texts with combining marks have to be in form C
WITH
-- the columns that are read: values as they are, texts as they are compared
leads AS (
  SELECT
    struct(leadq_row.*) AS lead,
    `leads_scored_number`(CAST(leadq_row.`employees` AS DOUBLE)) AS f_employees,
    `leads_scored_number`(CAST(leadq_row.`annual_revenue` AS DOUBLE)) AS f_annual_revenue,
    `leads_scored_number`(CAST(leadq_row.`budget` AS DOUBLE)) AS f_budget,
    leadq_row.`demo_requested` AS f_demo_requested,
    `leads_scored_day`(leadq_row.`demo_date`) AS f_demo_date,
    leadq_row.`quote_requested` AS f_quote_requested,
    `leads_scored_day`(leadq_row.`last_activity_date`) AS f_last_activity_date,
    leadq_row.`trial_started` AS f_trial_started,
    `leads_scored_day`(leadq_row.`trial_date`) AS f_trial_date,
    `leads_scored_number`(CAST(leadq_row.`pricing_page_views` AS DOUBLE)) AS f_pricing_page_views,
    `leads_scored_number`(CAST(leadq_row.`page_views` AS DOUBLE)) AS f_page_views,
    `leads_scored_number`(CAST(leadq_row.`downloads` AS DOUBLE)) AS f_downloads,
    leadq_row.`unsubscribed` AS f_unsubscribed,
    `leads_scored_fold`(CAST(CAST(leadq_row.`id` AS STRING) AS STRING)) AS folded_id,
    `leads_scored_fold`(CAST(leadq_row.`email` AS STRING)) AS folded_email,
    `leads_scored_fold`(CAST(leadq_row.`full_name` AS STRING)) AS folded_full_name,
    `leads_scored_fold`(CAST(leadq_row.`job_title` AS STRING)) AS folded_job_title,
    `leads_scored_fold`(CAST(leadq_row.`industry` AS STRING)) AS folded_industry,
    `leads_scored_fold`(CAST(leadq_row.`country` AS STRING)) AS folded_country,
    `leads_scored_fold`(CAST(leadq_row.`phone` AS STRING)) AS folded_phone,
    `leads_scored_fold`(CAST(leadq_row.`timeline` AS STRING)) AS folded_timeline,
    `leads_scored_fold`(CAST(leadq_row.`source` AS STRING)) AS folded_source,
    `leads_scored_fold`(CAST(leadq_row.`webinar` AS STRING)) AS folded_webinar,
    `leads_scored_fold`(CAST(leadq_row.`lead_status` AS STRING)) AS folded_lead_status,
    `leads_scored_trim`(CAST(CAST(leadq_row.`id` AS STRING) AS STRING)) AS cell_id,
    `leads_scored_trim`(CAST(leadq_row.`email` AS STRING)) AS cell_email
  FROM `leads` AS leadq_row
),
-- texts that do not say that there is nothing, and the days of instants
known AS (
  SELECT *,
    `leads_scored_known`(folded_id) AS t_id,
    `leads_scored_known`(folded_email) AS t_email,
    `leads_scored_known`(folded_industry) AS f_industry,
    `leads_scored_known`(folded_job_title) AS f_job_title,
    `leads_scored_known`(folded_country) AS f_country,
    `leads_scored_known`(folded_phone) AS f_phone,
    `leads_scored_known`(folded_source) AS f_source,
    `leads_scored_known`(folded_timeline) AS f_timeline,
    `leads_scored_known`(folded_webinar) AS f_webinar,
    `leads_scored_known`(folded_lead_status) AS f_lead_status,
    `leads_scored_known`(folded_full_name) AS f_full_name,
    `leads_scored_known`(folded_source) AS f_came_from
  FROM leads
),
-- of several columns the first that says something
picked AS (
  SELECT *,
    CASE WHEN t_id IS NOT NULL THEN cell_id END AS f_id__raw,
    CASE WHEN t_email IS NOT NULL THEN cell_email END AS f_email__raw
  FROM known
),
-- what is not plain in its usual spelling
usual AS (
  SELECT *,
    `leads_scored_address_in`(t_email) AS t_email__address
  FROM picked
),
-- the cells by the type of their field; what cannot be read is nothing
readings AS (
  SELECT *,
    CASE WHEN t_id RLIKE '^[0-9](?:[.,][0-9]+)?[Ee][+][0-9]{1,3}$' THEN NULL ELSE t_id END AS f_id,
    coalesce(CASE WHEN f_id__raw RLIKE '^[0-9](?:[.,][0-9]+)?[Ee][+][0-9]{1,3}$' THEN '' ELSE f_id__raw END, '') AS f_id__text,
    t_email__address AS f_email,
    coalesce(CASE WHEN t_email__address = t_email THEN f_email__raw ELSE t_email__address END, '') AS f_email__text
  FROM usual
),
-- texts as their words, and what is a mail address
words AS (
  SELECT *,
    `leads_scored_mail`(f_email) AS f_email__mail,
    `leads_scored_words`(f_industry) AS f_industry__words,
    `leads_scored_words`(f_job_title) AS f_job_title__words,
    `leads_scored_words`(f_source) AS f_source__words,
    `leads_scored_words`(f_timeline) AS f_timeline__words,
    `leads_scored_words`(f_webinar) AS f_webinar__words,
    `leads_scored_words`(f_lead_status) AS f_lead_status__words,
    `leads_scored_words`(f_full_name) AS f_full_name__words,
    `leads_scored_words`(f_came_from) AS f_came_from__words
  FROM readings
),
-- of which kind the addresses are
mails AS (
  SELECT *,
    `leads_scored_is_free_mail`(f_email__mail) AS f_email__free_mail,
    `leads_scored_is_disposable_mail`(f_email__mail) AS f_email__disposable_mail,
    `leads_scored_is_role_mail`(f_email__mail) AS f_email__role_mail,
    f_email__mail <> '' AS f_email__valid_email
  FROM words
),
-- those that are on no list
work_mails AS (
  SELECT *,
    f_email__mail <> '' AND NOT (f_email__free_mail OR f_email__disposable_mail) AS f_email__business_mail
  FROM mails
),
-- lists that several parts of the rulebook ask for
lists AS (
  SELECT *,
    `leads_scored_has_word_ceo`(f_job_title__words) AS has_word_ceo_in_job_title,
    `leads_scored_has_word_assist`(f_job_title__words) AS has_word_assist_in_job_title,
    `leads_scored_has_word_vp`(f_job_title__words) AS has_word_vp_in_job_title,
    `leads_scored_has_word_ceo_2`(f_job_title__words) AS has_word_ceo_2_in_job_title,
    `leads_scored_equals_germany`(f_country) AS equals_germany_in_country,
    `leads_scored_has_word_now`(f_timeline__words) AS has_word_now_in_timeline,
    `leads_scored_has_word_ceo_3`(f_job_title__words) AS has_word_ceo_3_in_job_title,
    `leads_scored_has_word_ceo_4`(f_job_title__words) AS has_word_ceo_4_in_job_title,
    `leads_scored_has_word_google`(f_came_from__words) AS has_word_google_in_came_from,
    `leads_scored_has_word_cpc`(f_came_from__words) AS has_word_cpc_in_came_from,
    `leads_scored_has_word_linkedin`(f_came_from__words) AS has_word_linkedin_in_came_from
  FROM work_mails
),
-- what points are worth by age, in billionths
shares AS (
  SELECT *,
    CASE
      WHEN f_demo_date IS NULL THEN 1000000000
      WHEN 20514 - f_demo_date BETWEEN 0 AND 1853 THEN floor(power(CAST(0.5 AS DOUBLE), CAST(20514 - f_demo_date AS DOUBLE) / 60) * 1e9 + 0.50001)
      ELSE 0
    END AS share_demo_date,
    CASE
      WHEN f_last_activity_date IS NULL THEN 1000000000
      WHEN 20514 - f_last_activity_date BETWEEN 0 AND 1853 THEN floor(power(CAST(0.5 AS DOUBLE), CAST(20514 - f_last_activity_date AS DOUBLE) / 60) * 1e9 + 0.50001)
      ELSE 0
    END AS share_last_activity_date,
    CASE
      WHEN f_trial_date IS NULL THEN 1000000000
      WHEN 20514 - f_trial_date BETWEEN 0 AND 1853 THEN floor(power(CAST(0.5 AS DOUBLE), CAST(20514 - f_trial_date AS DOUBLE) / 60) * 1e9 + 0.50001)
      ELSE 0
    END AS share_trial_date,
    CASE
      WHEN f_last_activity_date IS NULL THEN 1000000000
      WHEN 20514 - f_last_activity_date < 0 THEN 0
      WHEN 20514 - f_last_activity_date <= 7 THEN 1000000000
      WHEN 20514 - f_last_activity_date <= 30 THEN 500000000
      ELSE 0
    END AS share_last_activity_date_2
  FROM lists
),
-- points of each rule
rules AS (
  SELECT *,
    CASE
      WHEN f_employees >= 5000 THEN 18
      WHEN f_employees >= 200 THEN 25
      WHEN f_employees >= 50 THEN 14
      WHEN f_employees >= 10 THEN 6
      WHEN f_employees >= 1 THEN 2
      ELSE 0
    END AS r_size,
    CASE
      WHEN f_employees IS NULL THEN CASE
        WHEN f_annual_revenue >= 50000000 THEN 22
        WHEN f_annual_revenue >= 20000000 THEN 18
        WHEN f_annual_revenue >= 5000000 THEN 10
        WHEN f_annual_revenue >= 1000000 THEN 4
        ELSE 0
      END
      ELSE 0
    END AS r_revenue,
    CASE
      WHEN f_industry__words LIKE ANY (
        '% software %', '% saas %', '% it %', '% informationstechn%', '% information technology %', '% computer %',
        '% internet %', '% technology %', '% technologie %', '% telecom%', '% telekom%', '% maschinenbau%',
        '% anlagenbau%', '% machinery %', '% mechanical %', '% manufacturing %', '% industrial %', '% fertigung %',
        '% industrie %', '% automation %', '% automatisierung%', '% automotive %', '% elektro%', '% electronics %',
        '% electrical %', '% semiconductors %'
      ) THEN 20
      WHEN f_industry__words LIKE ANY (
        '% consulting %', '% beratung%', '% unternehmensberatung%', '% professional services %', '% logisti%',
        '% transportation %', '% spedition %', '% financ%', '% finanz%', '% banking %', '% bank %', '% banken %',
        '% insurance %', '% versicherung%', '% pharma %', '% pharma%', '% chemical %', '% chemicals %', '% chemie %',
        '% energy %', '% energie %', '% utilities %', '% engineering %', '% handel%', '%handel %', '% wholesale %',
        '% media %', '% medien %', '% marketing %', '% medizintechnik %', '% healthcare %', '% biotechnology %'
      ) THEN 10
      WHEN f_industry IS NOT NULL THEN 3
      ELSE 0
    END AS r_industry,
    0 AS r_has_website,
    CASE
      WHEN (has_word_ceo_in_job_title
        AND (NOT ((has_word_assist_in_job_title OR contains(f_job_title__words, ' vice president '))))) THEN 30
      ELSE 0
    END AS r_decider,
    CASE
      WHEN (has_word_vp_in_job_title AND (NOT ((has_word_ceo_in_job_title OR has_word_assist_in_job_title)))) THEN 20
      ELSE 0
    END AS r_head,
    CASE
      WHEN ((f_job_title__words LIKE ANY (
            '% manager%', '%manager %', '%managerin %', '% lead %', '% team lead %', '% teamlead %', '% senior %',
            '% principal %', '% supervisor %', '% consultant%', '% berater%', '% referent%', '% specialist%',
            '% spezialist%', '% engineer%', '%ingenieur %', '%ingenieurin %', '% architect%', '% architekt%', '% analyst%',
            '% administrator%', '% controller%', '% coordinator%', '% koordinator%', '%einkäufer %', '%einkäuferin %',
            '% buyer %', '% developer%', '%entwickler %', '%entwicklerin %', '% teamleit%', '% projektleit%',
            '% product owner %', '%beauftragter %', '%beauftragte %'
          )
          AND (NOT ((has_word_ceo_in_job_title OR has_word_vp_in_job_title))))
        OR has_word_assist_in_job_title) THEN 10
      ELSE 0
    END AS r_influencer,
    CASE
      WHEN (f_job_title IS NOT NULL
        AND (NOT ((has_word_ceo_2_in_job_title
          OR f_job_title__words LIKE ANY (
            '%assist%', '%sekretär%', '% secretary %', '% office of the %', '% process owner %', '% gruppenleit%',
            '% schichtleit%', '% project director %'
          ))))) THEN 3
      ELSE 0
    END AS r_other_title,
    CASE
      WHEN f_job_title__words LIKE ANY (
        '% it %', '% edv %', '% ict %', '% information technology %', '% informationstechnik %', '% informat%',
        '% digital%', '% technology %', '% technolog%', '% technik %', '% technical %', '% operations %',
        '% produktion %', '% production %', '% sales %', '% vertrieb %', '% vertriebs%', '% marketing %', '% marketing%',
        '% crm %', '% procurement %', '% einkauf %', '% einkaufs%', '% it %', '% werks%', '% data %', '% engineering %'
      ) THEN 10
      ELSE 0
    END AS r_area,
    0 AS r_role_in_purchase,
    0 AS r_level,
    CASE WHEN equals_germany_in_country THEN 10 ELSE 0 END AS r_dach,
    CASE
      WHEN f_country IN (
        'netherlands', 'the netherlands', 'niederlande', 'nl', 'nld', 'belgium', 'belgien', 'be', 'bel', 'luxembourg',
        'luxemburg', 'lu', 'lux', 'france', 'frankreich', 'fr', 'fra', 'italy', 'italien', 'it', 'ita', 'denmark',
        'dänemark', 'dk', 'dnk', 'sweden', 'schweden', 'se', 'swe', 'norway', 'norwegen', 'no', 'nor', 'finland',
        'finnland', 'fi', 'fin', 'poland', 'polen', 'pl', 'pol', 'czech republic', 'czechia', 'tschechien', 'cz', 'cze',
        'spain', 'spanien', 'es', 'esp', 'portugal', 'pt', 'prt', 'ireland', 'irland', 'ie', 'irl', 'united kingdom',
        'vereinigtes königreich', 'großbritannien', 'uk', 'gb', 'gbr', 'hungary', 'ungarn', 'hu', 'hun', 'slovakia',
        'slowakei', 'sk', 'svk', 'slovenia', 'slowenien', 'si', 'svn'
      ) THEN 5
      ELSE 0
    END AS r_neighbour,
    CASE WHEN f_email__business_mail THEN 5 ELSE 0 END AS r_work_mail,
    CASE WHEN f_email__free_mail THEN -10 ELSE 0 END AS r_free_mail,
    CASE WHEN f_email__disposable_mail THEN -20 ELSE 0 END AS r_throwaway_mail,
    0 AS r_bounced,
    CASE WHEN f_phone IS NOT NULL THEN 3 ELSE 0 END AS r_reachable,
    CASE WHEN f_budget >= 10000 THEN 10 WHEN f_budget >= 2000 THEN 4 ELSE 0 END AS r_money,
    0 AS r_problem,
    CASE
      WHEN f_source__words LIKE ANY (
        '% referral%', '% referred %', '% reference %', '% recommendation %', '% partner %', '% word of mouth %',
        '% customer referral %', '% empfehlung%', '% weiterempfehlung %', '% partner%', '% referenz %'
      ) THEN 8
      ELSE 0
    END AS r_referral,
    CASE
      WHEN f_source__words LIKE ANY (
        '% trade show %', '% trade fair %', '% tradeshow %', '% fair %', '% event %', '% conference %', '% exhibition %',
        '% booth %', '% seminar %', '% messe%', '%messe %', '% veranstaltung%', '% konferenz %', '% messestand %'
      ) THEN 4
      ELSE 0
    END AS r_met,
    CASE
      WHEN (f_demo_requested OR f_demo_date IS NOT NULL) THEN floor(CAST(40 AS DOUBLE) * share_demo_date / 1e9 + 0.5)
      ELSE 0
    END AS r_demo,
    CASE
      WHEN (f_demo_date - 20514 BETWEEN 0 AND 90 AND (NOT (20514 - f_demo_date BETWEEN 0 AND 0))) THEN 40
      ELSE 0
    END AS r_demo_ahead,
    CASE WHEN f_quote_requested THEN floor(CAST(40 AS DOUBLE) * share_last_activity_date / 1e9 + 0.5) ELSE 0 END AS r_quote,
    0 AS r_meeting,
    0 AS r_contact,
    CASE
      WHEN (f_trial_started OR f_trial_date IS NOT NULL) THEN floor(CAST(25 AS DOUBLE) * share_trial_date / 1e9 + 0.5)
      ELSE 0
    END AS r_trial,
    CASE WHEN has_word_now_in_timeline THEN 15 ELSE 0 END AS r_soon,
    floor(CAST(CASE
      WHEN f_pricing_page_views >= 4 THEN 18
      WHEN f_pricing_page_views >= 2 THEN 12
      WHEN f_pricing_page_views >= 1 THEN 6
      ELSE 0
    END AS DOUBLE) * share_last_activity_date / 1e9 + 0.5) AS r_pricing_page,
    0 AS r_visits,
    floor(CAST(CASE
      WHEN f_page_views >= 50 THEN 10
      WHEN f_page_views >= 25 THEN 8
      WHEN f_page_views >= 10 THEN 5
      WHEN f_page_views >= 3 THEN 2
      ELSE 0
    END AS DOUBLE) * share_last_activity_date / 1e9 + 0.5) AS r_pages,
    0 AS r_reads_on,
    floor(CAST(CASE WHEN f_downloads >= 3 THEN 18 WHEN f_downloads >= 2 THEN 14 WHEN f_downloads >= 1 THEN 8 ELSE 0 END AS DOUBLE) * share_last_activity_date / 1e9 + 0.5) AS r_downloads,
    0 AS r_forms,
    floor(CAST(CASE
      WHEN f_webinar__words LIKE ANY ('% registered %', '% invited %', '% angemeldet %', '% eingeladen %', '% no show %', '% no show %') THEN 5
      WHEN f_webinar__words LIKE ANY ('% attended %', '% participated %', '% teilgenommen %', '% yes %', '% ja %', '% true %', '% 1 %', '% x %') THEN 15
      ELSE 0
    END AS DOUBLE) * share_last_activity_date / 1e9 + 0.5) AS r_webinar,
    0 AS r_replies,
    0 AS r_calls,
    0 AS r_clicks,
    0 AS r_newsletter,
    CASE
      WHEN f_lead_status__words LIKE ANY (
        '% connected %', '% working contacted %', '% in progress %', '% engaged %', '% in bearbeitung %', '% erreicht %',
        '% im gespräch %'
      ) THEN 6
      ELSE 0
    END AS r_connected,
    CASE
      WHEN f_last_activity_date IS NOT NULL THEN floor(CAST(10 AS DOUBLE) * share_last_activity_date_2 / 1e9 + 0.5)
      ELSE 0
    END AS r_recent,
    0 AS r_back_again
  FROM shares
),
group_sums AS (
  SELECT *,
    CAST(r_size + r_revenue + r_industry AS BIGINT) AS g_company_sum,
    CAST(r_decider + r_head + r_influencer + r_other_title + r_area AS BIGINT) AS g_role_sum,
    CAST((r_dach + r_neighbour + r_work_mail + r_free_mail)
      + (r_throwaway_mail + r_reachable + r_money + r_referral + r_met) AS BIGINT) AS g_context_sum,
    CAST(r_demo + r_demo_ahead + r_quote + r_trial + r_soon + r_pricing_page AS BIGINT) AS g_intent_sum,
    CAST(r_pages + r_downloads + r_webinar AS BIGINT) AS g_interest_sum,
    CAST(r_connected + r_recent AS BIGINT) AS g_contact_sum
  FROM rules
),
-- points of each group, within its bounds
groups AS (
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
  FROM groups
),
-- points of each score, within its bounds
scores AS (
  SELECT *,
    greatest(least(s_fit_sum, 100), 0) AS s_fit,
    least(s_engagement_sum, 100) AS s_engagement
  FROM score_sums
),
totals AS (
  SELECT *,
    floor(CAST(10000 * s_fit + 10000 * s_engagement + 10000 AS DOUBLE) / (20000)) AS total,
    CASE WHEN s_fit >= 75 THEN 'A' WHEN s_fit >= 50 THEN 'B' WHEN s_fit >= 25 THEN 'C' ELSE 'D' END || CASE
      WHEN s_engagement >= 75 THEN '1'
      WHEN s_engagement >= 50 THEN '2'
      WHEN s_engagement >= 25 THEN '3'
      ELSE '4'
    END AS grade
  FROM scores
),
-- NULL is unknown
criteria AS (
  SELECT *,
    ((CASE WHEN f_job_title IS NOT NULL THEN TRUE END)
      OR (CASE WHEN f_employees IS NOT NULL THEN TRUE END)
      OR (CASE WHEN f_annual_revenue IS NOT NULL THEN TRUE END)
      OR (CASE WHEN f_industry IS NOT NULL THEN TRUE END)) AS c_profile,
    f_budget >= 10000 AS c_budget,
    (has_word_ceo_3_in_job_title
      OR f_job_title__words LIKE ANY (
        '%manager %', '%managerin %', '% lead %', '% team lead %', '% teamlead %', '% senior %', '% principal %',
        '% supervisor %', '% consultant%', '% berater%', '% referent%', '% specialist%', '% spezialist%', '% engineer%',
        '%ingenieur %', '%ingenieurin %', '% architect%', '% architekt%', '% analyst%', '% administrator%',
        '% controller%', '% coordinator%', '% koordinator%', '%einkäufer %', '%einkäuferin %', '% buyer %',
        '% developer%', '%entwickler %', '%entwicklerin %', '% teamleit%', '% projektleit%', '% product owner %',
        '%beauftragter %', '%beauftragte %'
      )) AS c_authority,
    f_quote_requested AS c_need,
    has_word_now_in_timeline AS c_timing,
    (f_page_views >= 1 OR f_downloads >= 1 OR f_demo_requested OR f_quote_requested OR f_trial_started) AS c_interaction,
    (r_demo >= 10 OR r_demo_ahead >= 10 OR r_quote >= 10) AS c_request
  FROM totals
),
criteria_counts AS (
  SELECT *,
    size(filter(array(
      c_profile IS TRUE, c_budget IS TRUE, c_authority IS TRUE, c_need IS TRUE, c_timing IS TRUE,
      c_interaction IS TRUE, c_request IS TRUE
    ), e -> e)) AS criteria_met,
    size(filter(array(
      c_profile IS NULL, c_budget IS NULL, c_authority IS NULL, c_need IS NULL, c_timing IS NULL,
      c_interaction IS NULL, c_request IS NULL
    ), e -> e)) AS criteria_unknown
  FROM criteria
),
exclusions AS (
  SELECT *,
    coalesce((CAST(NULL AS BOOLEAN)), FALSE) AS x_do_not_contact,
    coalesce((f_lead_status IN ('customer', 'kunde', 'closed won')), FALSE) AS x_customer,
    coalesce((f_lead_status IN ('open deal', 'open_deal', 'offener deal')), FALSE) AS x_open_deal,
    coalesce((f_lead_status IN ('converted', 'closed - converted', 'konvertiert', 'umgewandelt')), FALSE) AS x_converted,
    coalesce((f_lead_status IN ('unqualified', 'disqualified', 'closed - not converted', 'nicht qualifiziert', 'disqualifiziert', 'ungeeignet')), FALSE) AS x_turned_down,
    coalesce((endswith(f_email, '@rival.example') OR endswith(f_email, '@rivale.example')), FALSE) AS x_competitor,
    coalesce((((endswith(f_job_title, 'student'))
        AND (f_job_title IS NOT NULL AND (NOT ((has_word_ceo_4_in_job_title OR contains(f_job_title__words, ' manager'))))))
      OR ((f_job_title__words LIKE ANY (
          '% student of %', '% student at %', '% student in %', '% studentin %', '% student in %', '% student der %',
          '% student für %', '% studierende %', '% studierender %', '% phd student %', '% doctoral student %',
          '% graduate student %', '% master student %', '% working student %', '% werkstudent%',
          '% studentische hilfskraft %', '% schüler %', '% schülerin %', '% pupil %', '% praktikant%', '% intern %',
          '% internship %'
        ))
        AND (f_job_title IS NOT NULL AND (NOT ((has_word_ceo_4_in_job_title OR contains(f_job_title__words, ' manager'))))))), FALSE) AS x_student,
    coalesce((endswith(f_email, '@our-company.example.com')), FALSE) AS x_own_people,
    coalesce(((startswith(f_email, 'test@')
        OR startswith(f_email, 'test.lead@')
        OR startswith(f_email, 'test.user@')
        OR startswith(f_email, 'testuser@')
        OR startswith(f_email, 'test+'))
      OR (f_full_name__words LIKE ANY (
        '% test %', '% testuser %', '% testlead %', '% testperson %', '% testkunde %', '% testkontakt %',
        '% testeintrag %', '% mustermann %', '% musterfrau %', '% dummy %', '% asdf %', '% qwertz %'
      ))), FALSE) AS x_test_record
  FROM criteria_counts
),
-- the first row that matches
stages AS (
  SELECT *,
    CASE
      WHEN ((((((((x_do_not_contact OR x_customer) OR x_open_deal) OR x_converted) OR x_turned_down) OR x_competitor)
            OR x_student)
          OR x_own_people)
        OR x_test_record) THEN 'disqualified'
      WHEN (c_request IS TRUE AND s_fit >= 40) THEN 'SQL'
      WHEN (c_request IS TRUE AND c_profile IS NULL AND f_email__business_mail) THEN 'SQL'
      WHEN (s_fit >= 60
        AND s_engagement >= 60
        AND (CASE WHEN c_budget IS TRUE THEN 1 ELSE 0 END
          + CASE WHEN c_authority IS TRUE THEN 1 ELSE 0 END
          + CASE WHEN c_need IS TRUE THEN 1 ELSE 0 END
          + CASE WHEN c_timing IS TRUE THEN 1 ELSE 0 END >= 2)) THEN 'SQL'
      WHEN c_request IS TRUE THEN 'MQL'
      WHEN (s_fit >= 50 AND s_engagement >= 40) THEN 'MQL'
      WHEN s_fit >= 75 THEN 'MQL'
      WHEN (s_fit >= 50
        AND (CASE WHEN c_budget IS TRUE THEN 1 ELSE 0 END
          + CASE WHEN c_authority IS TRUE THEN 1 ELSE 0 END
          + CASE WHEN c_need IS TRUE THEN 1 ELSE 0 END
          + CASE WHEN c_timing IS TRUE THEN 1 ELSE 0 END >= 3)) THEN 'MQL'
      WHEN ((s_engagement IS NULL OR c_interaction IS NULL) AND s_fit >= 50) THEN 'MQL'
      WHEN (c_interaction IS NULL
        AND f_employees IS NULL
        AND f_annual_revenue IS NULL
        AND f_industry IS NULL
        AND s_fit >= 35) THEN 'MQL'
      WHEN ((s_fit IS NULL OR c_profile IS NULL) AND s_engagement >= 45) THEN 'MQL'
      ELSE 'nurture'
    END AS stage
  FROM exclusions
),
segments AS (
  SELECT *,
    CASE
      WHEN (s_engagement >= 70 OR c_request IS TRUE) THEN 'hot'
      WHEN s_engagement >= 40 THEN 'warm'
      ELSE 'cold'
    END AS segment_temperature,
    CASE
      WHEN (c_request IS TRUE OR c_timing IS TRUE OR f_trial_started OR f_pricing_page_views >= 2) THEN 'BoFu'
      WHEN (f_downloads >= 1 OR f_webinar IS NOT NULL) THEN 'MoFu'
      ELSE 'ToFu'
    END AS segment_funnel,
    CASE WHEN r_connected > 0 THEN 'two-way' ELSE 'one-way' END AS segment_dialogue,
    CASE
      WHEN f_came_from__words LIKE ANY ('% webinar%', '% webcast %', '% online event %', '% online seminar %') THEN 'webinar'
      WHEN f_came_from__words LIKE ANY (
        '% trade show %', '% tradeshow %', '% trade fair %', '% fair %', '% exhibition %', '% conference %',
        '% congress %', '% event%', '% booth %', '% roadshow %', '% meetup %', '% seminar %', '% messe%', '%messe %',
        '% konferenz%', '% kongress%', '%veranstaltung%'
      ) THEN 'event'
      WHEN f_came_from__words LIKE ANY (
        '% phone %', '% telephone%', '% telefon%', '%telefonat %', '% anruf%', '% hotline %', '% inbound call %',
        '% call center %', '% callcenter %'
      ) THEN 'phone'
      WHEN f_came_from__words LIKE ANY (
        '% print%', '% flyer%', '% brochure%', '% broschüre%', '% prospekt%', '% katalog%', '% catalog %',
        '% catalogue %', '% direct mail %', '% postal mail %', '% postkarte%', '% postmailing %', '% postwurf%',
        '% per post %', '% newspaper %', '% zeitung%', '% magazine %', '% zeitschrift%', '% billboard %', '% plakat%',
        '% tv %', '% fernseh%', '% radio %'
      ) THEN 'offline ads'
      WHEN f_came_from__words LIKE ANY (
        '% outbound%', '% cold%', '% kaltakquise %', '% telemarketing %', '% prospecting %', '% purchased list %',
        '% bought list %', '% adresskauf %', '% gekaufte%', '% sdr %', '% bdr %', '% außendienst%', '% aussendienst%',
        '% field sales %', '% direct sales %'
      ) THEN 'outbound'
      WHEN f_came_from__words LIKE ANY (
        '% partner%', '%partner %', '% reseller%', '% distributor%', '% wiederverkäufer%', '% fachhändler%',
        '% fachhandel %', '% var %'
      ) THEN 'partner'
      WHEN ((has_word_cpc_in_came_from AND has_word_google_in_came_from)
        OR f_came_from__words LIKE ANY ('% adwords %', '% sea %', '% sem %', '% ppc %', '% pay per click %', '% suchmaschinenwerbung %')) THEN 'paid search'
      WHEN (has_word_cpc_in_came_from AND has_word_linkedin_in_came_from) THEN 'paid social'
      WHEN f_came_from__words LIKE ANY ('% display %', '% banner%', '% programmatic %', '% gdn %') THEN 'display'
      WHEN contains(f_came_from__words, ' affiliate') THEN 'affiliate'
      WHEN (has_word_cpc_in_came_from
        OR (contains(f_came_from__words, ' advertisement ') OR contains(f_came_from__words, ' advertising '))) THEN 'paid other'
      WHEN f_came_from__words LIKE ANY ('% email%', '% e mail %', '% newsletter%', '% mailing%', '%mailing %', '% edm %') THEN 'email'
      WHEN has_word_linkedin_in_came_from THEN 'social'
      WHEN (has_word_google_in_came_from
        OR (contains(f_came_from__words, ' organic') OR contains(f_came_from__words, ' organisch'))) THEN 'organic search'
      WHEN f_came_from__words LIKE ANY (
        '% referral%', '% referred %', '% referrer %', '% referring %', '% reference %', '% recommendation %',
        '% word of mouth %', '%empfehlung%', '% verweis%', '% referenz %', '% mundpropaganda%', '% backlink%'
      ) THEN 'referral'
      WHEN (contains(f_came_from__words, ' direct ') OR contains(f_came_from__words, ' direkt')) THEN 'direct'
      WHEN f_came_from__words LIKE ANY (
        '% web %', '% website%', '% webseite%', '% webform%', '% homepage %', '% landing page %', '% landingpage%',
        '% internet %', '% online %', '% form%', '%formular %', '% blog %', '% chat%', '% download%', '% inbound %'
      ) THEN 'website'
      WHEN contains(f_came_from__words, ' offline') THEN 'other offline'
      ELSE 'unknown'
    END AS segment_channel
  FROM stages
),
segments_2 AS (
  SELECT *,
    CASE
      WHEN segment_channel IN ('event', 'phone', 'offline ads', 'other offline') THEN 'offline'
      WHEN segment_channel IN (
        'webinar', 'paid search', 'paid social', 'display', 'affiliate', 'email', 'social', 'organic search', 'direct',
        'website'
      ) THEN 'online'
      ELSE 'unknown'
    END AS segment_medium
  FROM segments
),
tags AS (
  SELECT *,
    (f_email IS NULL AND f_phone IS NULL) AS tag_not_yet_a_lead,
    coalesce(f_email__free_mail, FALSE) AS tag_free_mail,
    coalesce(f_email__role_mail, FALSE) AS tag_group_mailbox,
    ((f_email IS NOT NULL AND (f_email IS NOT NULL AND (NOT (f_email__valid_email))))
      OR coalesce(f_email__disposable_mail, FALSE)) AS tag_bad_mail,
    coalesce(f_unsubscribed, FALSE) AS tag_unsubscribed,
    FALSE AS tag_do_not_call,
    (coalesce(s_fit >= 60, FALSE) AND coalesce(s_engagement < 20, FALSE)) AS tag_good_but_quiet,
    coalesce(f_quote_requested, FALSE) AS tag_quote_asked
  FROM segments_2
),
-- which row of next matches
next_steps AS (
  SELECT *,
    CASE
      WHEN (stage = 'SQL' AND tag_not_yet_a_lead) THEN 0
      WHEN (stage = 'SQL' AND tag_do_not_call) THEN 1
      WHEN stage = 'SQL' THEN 2
      WHEN (stage = 'MQL' AND tag_not_yet_a_lead) THEN 3
      WHEN (stage = 'MQL' AND c_request IS TRUE AND c_profile IS NULL AND NOT tag_do_not_call) THEN 4
      WHEN (stage = 'MQL' AND tag_unsubscribed AND NOT tag_do_not_call) THEN 5
      WHEN (stage = 'MQL' AND NOT tag_unsubscribed) THEN 6
      WHEN (stage = 'nurture' AND tag_good_but_quiet AND NOT tag_unsubscribed) THEN 7
      WHEN (stage = 'nurture' AND NOT tag_unsubscribed AND NOT tag_not_yet_a_lead) THEN 8
      ELSE -1
    END AS next_step
  FROM tags
),
-- when it is due
due_days AS (
  SELECT *,
    CASE next_step
      WHEN 0 THEN 20514 + 1
      WHEN 1 THEN 20514 + 1
      WHEN 2 THEN 20514 + 1
      WHEN 3 THEN 20514 + 7
      WHEN 4 THEN 20514 + 1
      WHEN 5 THEN 20514 + 3
      WHEN 6 THEN 20514 + 3
      WHEN 7 THEN 20514 + 14
      WHEN 8 THEN 20514 + 30
    END AS due_day
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
  nullif(concat_ws('; ', CASE WHEN tag_not_yet_a_lead THEN 'not-yet-a-lead' END, CASE WHEN tag_free_mail THEN 'free-mail' END, CASE WHEN tag_group_mailbox THEN 'group-mailbox' END, CASE WHEN tag_bad_mail THEN 'bad-mail' END, CASE WHEN tag_unsubscribed THEN 'unsubscribed' END, CASE WHEN tag_do_not_call THEN 'do-not-call' END, CASE WHEN tag_good_but_quiet THEN 'good-but-quiet' END, CASE WHEN tag_quote_asked THEN 'quote-asked' END), '') AS `leadq_tags`,
  nullif(array_join(transform(array_sort(filter(array(named_struct('k', -abs(r_size), 'place', 0, 'points', r_size, 'name', 'company size'),
    named_struct('k', -abs(r_revenue), 'place', 1, 'points', r_revenue, 'name', 'annual revenue'),
    named_struct('k', -abs(r_industry), 'place', 2, 'points', r_industry, 'name', 'industry'),
    named_struct('k', -abs(least(g_company - g_company_sum, 0)), 'place', 3, 'points', least(g_company - g_company_sum, 0), 'name', 'company cap'),
    named_struct('k', -abs(r_decider), 'place', 4, 'points', r_decider, 'name', 'decides on purchases'),
    named_struct('k', -abs(r_head), 'place', 5, 'points', r_head, 'name', 'heads a department'),
    named_struct('k', -abs(r_influencer), 'place', 6, 'points', r_influencer, 'name', 'prepares purchases'),
    named_struct('k', -abs(r_other_title), 'place', 7, 'points', r_other_title, 'name', 'has a job title'),
    named_struct('k', -abs(r_area), 'place', 8, 'points', r_area, 'name', 'department that buys'),
    named_struct('k', -abs(least(g_role - g_role_sum, 0)), 'place', 9, 'points', least(g_role - g_role_sum, 0), 'name', 'role cap'),
    named_struct('k', -abs(r_dach), 'place', 10, 'points', r_dach, 'name', 'in DACH'),
    named_struct('k', -abs(r_neighbour), 'place', 11, 'points', r_neighbour, 'name', 'in a neighbour country'),
    named_struct('k', -abs(r_work_mail), 'place', 12, 'points', r_work_mail, 'name', 'has a work address'),
    named_struct('k', -abs(r_free_mail), 'place', 13, 'points', r_free_mail, 'name', 'has a free-mail address'),
    named_struct('k', -abs(r_throwaway_mail), 'place', 14, 'points', r_throwaway_mail, 'name', 'throwaway mail address'),
    named_struct('k', -abs(r_reachable), 'place', 15, 'points', r_reachable, 'name', 'has a phone number'),
    named_struct('k', -abs(r_money), 'place', 16, 'points', r_money, 'name', 'names a budget'),
    named_struct('k', -abs(r_referral), 'place', 17, 'points', r_referral, 'name', 'was recommended to us'),
    named_struct('k', -abs(r_met), 'place', 18, 'points', r_met, 'name', 'met in person'),
    named_struct('k', -abs(least(g_context - g_context_sum, 0)), 'place', 19, 'points', least(g_context - g_context_sum, 0), 'name', 'context cap'),
    named_struct('k', -abs(least(s_fit - s_fit_sum, 0)), 'place', 20, 'points', least(s_fit - s_fit_sum, 0), 'name', 'fit cap'),
    named_struct('k', -abs(greatest(s_fit - s_fit_sum, 0)), 'place', 21, 'points', greatest(s_fit - s_fit_sum, 0), 'name', 'fit floor'),
    named_struct('k', -abs(r_demo), 'place', 22, 'points', r_demo, 'name', 'asks for a demo'),
    named_struct('k', -abs(r_demo_ahead), 'place', 23, 'points', r_demo_ahead, 'name', 'demo to come'),
    named_struct('k', -abs(r_quote), 'place', 24, 'points', r_quote, 'name', 'asks for a quote'),
    named_struct('k', -abs(r_trial), 'place', 25, 'points', r_trial, 'name', 'tries the product'),
    named_struct('k', -abs(r_soon), 'place', 26, 'points', r_soon, 'name', 'wants to buy soon'),
    named_struct('k', -abs(r_pricing_page), 'place', 27, 'points', r_pricing_page, 'name', 'looks at prices'),
    named_struct('k', -abs(least(g_intent - g_intent_sum, 0)), 'place', 28, 'points', least(g_intent - g_intent_sum, 0), 'name', 'intent cap'),
    named_struct('k', -abs(r_pages), 'place', 29, 'points', r_pages, 'name', 'reads pages'),
    named_struct('k', -abs(r_downloads), 'place', 30, 'points', r_downloads, 'name', 'downloads documents'),
    named_struct('k', -abs(r_webinar), 'place', 31, 'points', r_webinar, 'name', 'signs up for webinars'),
    named_struct('k', -abs(least(g_interest - g_interest_sum, 0)), 'place', 32, 'points', least(g_interest - g_interest_sum, 0), 'name', 'interest cap'),
    named_struct('k', -abs(r_connected), 'place', 33, 'points', r_connected, 'name', 'sales has spoken to them'),
    named_struct('k', -abs(r_recent), 'place', 34, 'points', r_recent, 'name', 'active this month'),
    named_struct('k', -abs(least(s_engagement - s_engagement_sum, 0)), 'place', 35, 'points', least(s_engagement - s_engagement_sum, 0), 'name', 'engagement cap')), e -> e.points <> 0)),
    e -> concat(e.name, CASE WHEN e.points > 0 THEN ' +' ELSE ' ' END, CAST(e.points AS STRING))), '; '), '') AS `leadq_reasons`,
  nullif(concat_ws('; ', CASE WHEN c_profile THEN 'profile' END, CASE WHEN c_budget THEN 'budget' END, CASE WHEN c_authority THEN 'authority' END, CASE WHEN c_need THEN 'need' END, CASE WHEN c_timing THEN 'timing' END, CASE WHEN c_interaction THEN 'interaction' END, CASE WHEN c_request THEN 'request' END), '') AS `leadq_met`,
  nullif(concat_ws('; ', CASE WHEN c_profile IS NULL THEN 'profile' END, CASE WHEN c_budget IS NULL THEN 'budget' END, CASE WHEN c_authority IS NULL THEN 'authority' END, CASE WHEN c_need IS NULL THEN 'need' END, CASE WHEN c_timing IS NULL THEN 'timing' END, CASE WHEN c_interaction IS NULL THEN 'interaction' END, CASE WHEN c_request IS NULL THEN 'request' END), '') AS `leadq_missing`,
  nullif(concat_ws('; ', CASE WHEN x_do_not_contact THEN 'do-not-contact' END, CASE WHEN x_customer THEN 'customer' END, CASE WHEN x_open_deal THEN 'open-deal' END, CASE WHEN x_converted THEN 'converted' END, CASE WHEN x_turned_down THEN 'turned-down' END, CASE WHEN x_competitor THEN 'competitor' END, CASE WHEN x_student THEN 'student' END, CASE WHEN x_own_people THEN 'own-people' END, CASE WHEN x_test_record THEN 'test-record' END), '') AS `leadq_excluded`,
  coalesce(nullif('', ''), CASE
    WHEN (stage = 'SQL' AND equals_germany_in_country) THEN CASE CAST(conv(substr(md5(coalesce(nullif(f_id__text, ''), nullif(f_email, ''), coalesce(CAST(CAST(lead.`id` AS STRING) AS STRING), '') || char(31) || coalesce(CAST(lead.`email` AS STRING), '') || char(31) || coalesce(CAST(lead.`full_name` AS STRING), '') || char(31) || coalesce(CAST(lead.`job_title` AS STRING), '') || char(31) || coalesce(CAST(lead.`company` AS STRING), '') || char(31) || coalesce(CAST(lead.`industry` AS STRING), '') || char(31) || coalesce(CAST(CAST(lead.`employees` AS STRING) AS STRING), '') || char(31) || coalesce(CAST(CAST(lead.`annual_revenue` AS STRING) AS STRING), '') || char(31) || coalesce(CAST(lead.`country` AS STRING), '') || char(31) || coalesce(CAST(lead.`phone` AS STRING), '') || char(31) || coalesce(CAST(CAST(lead.`budget` AS STRING) AS STRING), '') || char(31) || coalesce(CAST(lead.`timeline` AS STRING), '') || char(31) || coalesce(CAST(lead.`source` AS STRING), '') || char(31) || coalesce(CAST(CAST(lead.`demo_requested` AS STRING) AS STRING), '') || char(31) || coalesce(CAST(CAST(lead.`demo_date` AS STRING) AS STRING), '') || char(31) || coalesce(CAST(CAST(lead.`quote_requested` AS STRING) AS STRING), '') || char(31) || coalesce(CAST(CAST(lead.`trial_started` AS STRING) AS STRING), '') || char(31) || coalesce(CAST(CAST(lead.`trial_date` AS STRING) AS STRING), '') || char(31) || coalesce(CAST(CAST(lead.`page_views` AS STRING) AS STRING), '') || char(31) || coalesce(CAST(CAST(lead.`pricing_page_views` AS STRING) AS STRING), '') || char(31) || coalesce(CAST(CAST(lead.`downloads` AS STRING) AS STRING), '') || char(31) || coalesce(CAST(lead.`webinar` AS STRING), '') || char(31) || coalesce(CAST(CAST(lead.`unsubscribed` AS STRING) AS STRING), '') || char(31) || coalesce(CAST(lead.`lead_status` AS STRING), '') || char(31) || coalesce(CAST(CAST(lead.`last_activity_date` AS STRING) AS STRING), '') || char(31) || coalesce(CAST(CAST(lead.`created_date` AS STRING) AS STRING), ''))), 1, 8), 16, 10) AS BIGINT) % 2 WHEN 0 THEN 'Sales DACH 1' WHEN 1 THEN 'Sales DACH 2' END
  END, CASE WHEN stage = 'SQL' THEN 'Sales international' END, CASE WHEN stage = 'MQL' THEN 'Inside sales' END, CASE WHEN stage = 'nurture' THEN 'Marketing' END) AS `leadq_owner`,
  CASE next_step WHEN 0 THEN 'find contact data' WHEN 1 THEN 'write in person' WHEN 2 THEN 'call' WHEN 3 THEN 'find contact data' WHEN 4 THEN 'call to qualify' WHEN 5 THEN 'call' WHEN 6 THEN 'write in person' WHEN 7 THEN 'invite to an event' WHEN 8 THEN 'newsletter' END AS `leadq_next`,
  date_format(date_add(DATE'1970-01-01', CAST(20514 AS INT)), 'yyyy-MM-dd') AS `leadq_since`,
  CAST(NULL AS STRING) AS `leadq_stage_before`,
  date_format(date_add(DATE'1970-01-01', CAST((due_day + CASE (due_day + 7000003) % 7 WHEN 5 THEN 2 WHEN 6 THEN 1 ELSE 0 END) AS INT)), 'yyyy-MM-dd') AS `leadq_due`,
  (200 * size(filter(array(
    f_email IS NOT NULL, f_employees IS NOT NULL, f_annual_revenue IS NOT NULL, f_industry IS NOT NULL,
    f_job_title IS NOT NULL, f_country IS NOT NULL, f_phone IS NOT NULL, f_budget IS NOT NULL, f_source IS NOT NULL,
    f_demo_requested IS NOT NULL, f_demo_date IS NOT NULL, f_quote_requested IS NOT NULL,
    f_last_activity_date IS NOT NULL, f_trial_started IS NOT NULL, f_trial_date IS NOT NULL, f_timeline IS NOT NULL,
    f_pricing_page_views IS NOT NULL, f_page_views IS NOT NULL, f_downloads IS NOT NULL, f_webinar IS NOT NULL,
    f_lead_status IS NOT NULL, f_full_name IS NOT NULL, f_came_from IS NOT NULL, f_unsubscribed IS NOT NULL
  ), e -> e)) + 24) div 48 AS `leadq_completeness`
FROM due_days;
