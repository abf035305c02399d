import type { Cause } from '../../../ir/results/since.ts'

const CAUSES: Readonly<Record<Cause | 'unknown', string>> = {
  data: 'Daten',
  rules: 'Regeln',
  time: 'Zeit',
  unknown: 'unbekannt',
}

const WRITING: Readonly<Record<string, string>> = {
  compressed: 'komprimiert',
  comma: 'Komma',
  semicolon: 'Semikolon',
  tab: 'Tabulator',
  pipe: 'senkrechter Strich',
  'columns separated by blanks': 'Spalten durch Leerzeichen getrennt',
  'whole lines in quotes': 'ganze Zeilen in Anführungszeichen',
  'single quotes around cells': 'Zellen in einfachen Anführungszeichen',
  'quotes written as \\"': 'Anführungszeichen als \\" geschrieben',
  'lines that begin and end with the delimiter': 'Zeilen beginnen und enden mit dem Trennzeichen',
  'blanks around quotes': 'Leerzeichen um Anführungszeichen',
  'a row of descriptions below the header': 'eine Zeile mit Beschreibungen unter den Überschriften',
}

const VALUES: Readonly<Record<string, string>> = {
  'decimal comma': 'Dezimalkomma',
  'decimal point': 'Dezimalpunkt',
  'day first': 'Tag zuerst',
  'month first': 'Monat zuerst',
  marks: 'angekreuzt',
  'in thousands': 'in Tausend',
  'in millions': 'in Millionen',
  'in thousand millions': 'in Milliarden',
  'in million millions': 'in Billionen',
}

const SKIPPED: Readonly<Record<string, string>> = {
  'blank row': 'Leerzeile',
  'sep= line': 'Zeile sep=',
  'preamble line': 'Zeile vor der Tabelle',
  'comment line': 'Kommentarzeile',
  'ruling line': 'Trennlinie',
  'header row': 'Zeile mit Überschriften',
  'description row': 'Zeile mit Beschreibungen',
  'other table row': 'Zeile einer anderen Tabelle',
  'footer line': 'Fußzeile',
  'totals row': 'Summenzeile',
  'message of a loader': 'Meldung eines Ladeprogramms',
  'record of another stream': 'Datensatz eines anderen Datenstroms',
  'deleted record': 'gelöschter Datensatz',
  'archived record': 'archivierter Datensatz',
  'merged record': 'zusammengeführter Datensatz',
  'historic record': 'historischer Datensatz',
  'inactive record': 'inaktiver Datensatz',
}

/** What leadq says in English of moves and of an input, in German. */
export const GERMAN_PHRASES: ReadonlyMap<string, string> = new Map(
  [CAUSES, WRITING, VALUES, SKIPPED].flatMap(phrases => Object.entries(phrases)),
)
