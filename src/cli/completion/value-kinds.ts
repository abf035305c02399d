import type { Argument, Command, Option } from 'commander'

/** What the value of an option or argument is: how it is completed, and how a manual names it. */
const KINDS = {
  rulebook: ['--rules', '<rulebook>', '<base>', '<head>', '--against'],
  yaml: ['<paths>', '--gates', '--baseline', 'run <file>'],
  file: ['<file>', '<path>', '--costs', '--companies', '--events', '--inputs', '--metrics', '--markdown'],
  folder: ['<folder>', '--out <value>', '--previous <value>'],
  label: ['--only'],
  score: ['--sort'],
  'leadq-column': ['--columns', '--stratify'],
  rule: ['--rule'],
  'history-group': ['--by'],
  field: ['fields <word>'],
  'field-of-column': ['<field=column>', '--columns <field=column>'],
  direction: ['<field=up|down>'],
  operator: ['operators <word>'],
  format: ['<format>', '--format'],
  'input-format': ['--input-format'],
  report: ['--format <name[=file]>'],
  engine: ['<engine>'],
  import: ['--for'],
  system: ['--from'],
  form: ['<form>'],
  dialect: ['<dialect>'],
  level: ['<levels>'],
  day: ['<day>'],
  topic: ['help <word>'],
  /** Numbers, addresses, names and columns of exports, which completion does not read. */
  free: [
    ...['<n>', '<n/week>', '<amount>', '<percent>', '<size>', '<text>', '<pattern>', '<url>', '<table>', '<sheet>'],
    ...['<column>', '<columns>', '<column=value>', '<address>', '<id>', '<key>', '<name>', '<schema>', '--names'],
    ...['--only <columns>', '--events <table>', '--keep', '--exactly', '--job', '--lock-wait', '--max-age'],
    ...['--max-duration', '--max-emptier', '--max-grow', '--max-moved', '--max-rejects', '--max-shrink', '--memory'],
    ...['--min-rows', '--new-values', '--outputs', '--ping', '--prefix', '--required-columns', '--same-file'],
    ...['--stage-share', '--threads', '--top', '--webhook', '--sheet', '--language', '--log-format'],
  ],
} as const satisfies Record<string, readonly string[]>

export type ValueKind = keyof typeof KINDS

const KIND_OF = new Map(
  Object.entries<readonly string[]>(KINDS).flatMap(([kind, keys]) => keys.map(key => [key, kind])),
)

/** Of an option's value: what the option is called and what help calls its value decide. */
export function kindOfOption({ long, flags }: Option): ValueKind | undefined {
  const [, name = ''] = /[<[](.+?)(?:\.\.\.)?[>\]]$/.exec(flags) ?? []
  return firstOf([`${long} <${name}>`, `${long}`, `<${name}>`])
}

export function kindOfArgument(command: Command, argument: Argument): ValueKind | undefined {
  return firstOf([`${command.name()} <${argument.name()}>`, `<${argument.name()}>`])
}

function firstOf(keys: readonly string[]): ValueKind | undefined {
  const kind = keys.map(key => KIND_OF.get(key)).find(found => found !== undefined)
  return kind !== undefined && isKind(kind) ? kind : undefined
}

function isKind(word: string): word is ValueKind {
  return Object.hasOwn(KINDS, word)
}
