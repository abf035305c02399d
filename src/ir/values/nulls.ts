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
  ...['-', '--', '---', '–', '—', '.'],
]
