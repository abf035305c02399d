export type Severity = 'error' | 'warning' | 'info'

interface CodeEntry {
  readonly severity: Severity
  /** What the code stands for, in a few words. */
  readonly title: string
}

/**
 * Every diagnostic leadq can give: family/what-is-wrong. Codes are part of the public contract, they are never renamed.
 */
export const CODES = {
  'yaml/syntax': { severity: 'error', title: 'not valid YAML' },
  'yaml/duplicate-key': { severity: 'error', title: 'a key stands twice in one map' },
  'yaml/documents': { severity: 'error', title: 'more than one YAML document' },
  'yaml/too-large': { severity: 'error', title: 'aliases that blow up, or nesting without end' },

  'rule/shape': { severity: 'error', title: 'a value of the wrong kind' },
  'rule/unknown-key': { severity: 'error', title: 'a key that the language does not have' },
  'rule/missing-key': { severity: 'error', title: 'a key that has to be there' },
  'rule/unknown-field': { severity: 'error', title: 'a field that nobody declared' },
  'rule/unknown-name': {
    severity: 'error',
    title: 'a score, rule, criterion, segment, tag or list that does not exist',
  },
  'rule/unknown-operator': { severity: 'error', title: 'an operator that the language does not have' },
  'rule/type': { severity: 'error', title: 'an operator or constant that does not fit the type' },
  'rule/constant': { severity: 'error', title: 'a constant that cannot be read' },
  'rule/too-early': { severity: 'error', title: 'something used before it is computed' },
  'rule/duplicate-id': { severity: 'error', title: 'an id that is already taken' },
  'rule/name': { severity: 'error', title: 'a name that is reserved or has characters that are not allowed' },
  'rule/pattern': { severity: 'error', title: 'a pattern or phrase that cannot be searched for' },
  'rule/range': { severity: 'error', title: 'ends the wrong way round, or a number out of bounds' },
  'rule/points': { severity: 'error', title: 'a rule that does not say how it earns, or says it twice' },
  'rule/order': { severity: 'error', title: 'rows in an order that leaves some of them without effect' },
  'rule/not-yet': { severity: 'error', title: 'part of the language that this version cannot judge yet' },
  'rule/substring': { severity: 'warning', title: 'a short word that sits inside other words' },

  'file/not-found': { severity: 'error', title: 'no such file' },
  'file/folder': { severity: 'error', title: 'a folder where a file belongs' },
  'file/unreadable': { severity: 'error', title: 'a file that cannot be opened' },
  'file/empty': { severity: 'error', title: 'nothing in the file' },
  'file/binary': { severity: 'error', title: 'not a text file' },
  'file/cut-off': { severity: 'error', title: 'compressed data that ends too early or is damaged' },
  'file/json': { severity: 'error', title: 'not valid JSON' },
  'file/no-list': { severity: 'error', title: 'JSON without a list of records' },
  'file/all-rejected': { severity: 'error', title: 'not one record could be read' },
  'file/too-many-rejects': { severity: 'error', title: 'more records rejected than allowed' },
  'file/totals': { severity: 'error', title: 'an aggregated report, in which no row is a lead' },
  'file/api-error': { severity: 'error', title: 'the error message of an API in place of data' },
  'file/two-systems': { severity: 'error', title: 'exports of two systems taken for one' },
  'file/header-only': { severity: 'warning', title: 'a header and no records' },
  'file/headings': { severity: 'warning', title: 'blank or double column names' },
  'file/encoding': { severity: 'warning', title: 'more than one encoding in a file' },
  'file/other-lists': { severity: 'warning', title: 'further lists in a JSON document, which are not read' },
  'file/own-columns': { severity: 'info', title: 'columns of an earlier run that are replaced' },
  'file/exists': { severity: 'error', title: 'a file that leadq did not write would be overwritten' },
  'file/cannot-create': { severity: 'error', title: 'an output that cannot be created' },
  'file/cannot-write': { severity: 'error', title: 'an output that cannot be written to the end' },
  'file/headers-differ': { severity: 'error', title: 'files with different headers cannot be joined' },

  'lead/cells': { severity: 'warning', title: 'a record with too few or too many cells' },
  'lead/quote': { severity: 'warning', title: 'a quote that is not closed or closed too early' },
  'lead/too-long': { severity: 'warning', title: 'a record of more than 1 MiB' },
  'lead/not-a-record': { severity: 'warning', title: 'a JSON value that is not an object' },
  'lead/json': { severity: 'warning', title: 'a line that is not valid JSON' },
  'lead/duplicate-key': { severity: 'warning', title: 'several leads with the same id' },
  'lead/damaged-id': { severity: 'warning', title: 'ids that a spreadsheet has rounded' },
  'lead/not-found': { severity: 'error', title: 'no such lead in the file' },
  'lead/formula': { severity: 'warning', title: 'cells that a spreadsheet would run' },

  'bind/nothing-matched': { severity: 'warning', title: 'no column that the rulebook can use' },
  'bind/missing-column': { severity: 'warning', title: 'a column named by the rulebook that is not there' },
  'bind/ambiguous-date': { severity: 'warning', title: 'dates that could be day-first or month-first' },
  'bind/ambiguous-heading': { severity: 'info', title: 'column names that depend on the system' },
  'bind/new-keys': { severity: 'warning', title: 'keys that come after the sampled records' },

  'event/columns': { severity: 'error', title: 'a file without the columns that make events' },
  'event/no-rules': { severity: 'warning', title: 'event files that no rule of the rulebook reads' },
  'event/no-lead-key': { severity: 'warning', title: 'leads that no event can find' },
  'event/none-matched': { severity: 'warning', title: 'event files of which no event finds a lead' },
  'event/time': { severity: 'warning', title: 'events whose time cannot be read' },
  'event/rejected': { severity: 'warning', title: 'records of an event file that cannot be read' },
  'event/unknown-name': { severity: 'warning', title: 'a rule on events that are neither standard nor in the files' },

  'query/refused': { severity: 'error', title: 'something of a rulebook that a query in this dialect cannot say' },
  'query/without-events': { severity: 'warning', title: 'rules on events, which a query leaves out' },

  'spark/not-found': { severity: 'error', title: 'no Spark to submit to' },
  'spark/ended': { severity: 'error', title: 'Spark ended before its work was done' },

  'cli/usage': { severity: 'error', title: 'a command line that cannot be understood' },
  'cli/rulebook': { severity: 'info', title: 'which rulebook is used' },
  'cli/interrupted': { severity: 'error', title: 'stopped by a signal' },
  'cli/bug': { severity: 'error', title: 'a mistake in leadq itself' },
} as const satisfies Record<string, CodeEntry>

export type Code = keyof typeof CODES
