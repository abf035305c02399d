/**
 * Folded texts that say "nothing" where nothing else stands in the cell: those of databases and programming languages,
 * of spreadsheets, of exports, and strokes. `NA` is none: it is a country.
 */
export const NULLS: readonly string[] = [
  ...['null', '(null)', '<null>', '[null]', 'none', 'nan', 'undefined', '\\n', '<na>'],
  ...['n/a', 'n.a.', '#n/a', '#nv', '#ref!', '#bezug!', '#value!', '#wert!', '#div/0!', '#name?', '#null!'],
  ...['#num!', '#zahl!', '#spill!', '#überlauf!', '#calc!', '#kalk!', '#error!', '#fehler!', '#getting_data'],
  ...['#daten_abrufen', '#field!', '#feld!', '#blocked!', '#unknown!', '#connect!', '#busy!', '#####'],
  ...['(not set)', '[[unknown]]', '(empty)', '(blank)', '(none)', '(leer)', '<leer>', '<empty>'],
  ...['nil', '-nan', 'pd.nat', '[object object]', '\\\\n', 'k.a.', 'k. a.', 'n. a.', '(unknown)', '[unknown]', '(not provided)'],
  // French, Spanish, Italian, Portuguese, Polish, Dutch, Swedish and Danish spreadsheets
  ...['#n/a n/a', '#n/d', '#n/d!', '#n/b', '#i/t', '#saknas!', '#valeur!', '#nom?', '#nul!', '#nombre!', '#¡valor!', '#valor!'],
  ...['#¡ref!', '#¡div/0!', '#¿nombre?', '#¡nulo!', '#nulo!', '#¡num!', '#núm!', '#valore!', '#rif!', '#nome?', '#nullo!'],
  ...['#arg!', '#adr!', '#dziel/0!', '#nazwa?', '#zero!', '#liczba!', '#waarde!', '#verw!', '#deel/0!', '#naam?', '#leeg!'],
  ...['#getal!', '#värdefel!', '#referens!', '#division/0!', '#namn?', '#værdi!', '#reference!', '#navn?'],
  // lists in which nobody has chosen
  ...['--none--', '-none-', '-- none --', '--select--', '-- select --', '-select-', '- select -', 'please select'],
  ...['please choose', 'bitte wählen', 'bitte auswählen', '-- bitte wählen --', '- bitte wählen -', '--bitte wählen--'],
  ...['-', '--', '---', '–', '—', '.', '..', '...', '…', '[]', '{}', '""', "''"],
  // characters without width
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\u00ad'],
]

/** They say of a date in a file that there is none: words, and what databases write for it. */
export const NEVER: readonly string[] = [
  ...['0000-00-00', '0000-00-00 00:00:00', '00.00.0000', '00/00/0000'],
  ...['never', 'nie', 'niemals', 'noch nie', 'jamais', 'nunca', 'nigdy', 'tbd', 'tba', 'unknown', 'unbekannt', 'offen', 'nat'],
]
