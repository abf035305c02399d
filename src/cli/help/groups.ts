import { type Command, Option } from 'commander'

/** The groups of options in help, in their order; an option of no group stands under `Options:`, after all others. */
const GROUPS = {
  'Rulebook:': ['rules', 'as-of', 'severity', 'gates', 'baseline', 'update-baseline'],
  'Inputs:': [
    ...[
      'events',
      'table',
      'companies',
      'previous',
      'costs',
      'data',
      'like',
      'types',
      'connect',
      'input-format',
      'from',
    ],
    ...['with-deleted', 'sheet', 'header', 'no-header', 'names', 'history'],
  ],
  'Outcome:': ['won', 'lost', 'date', 'as-of-column', 'use', 'never', 'direction', 'capacity', 'keep'],
  'Which lead:': ['id', 'email', 'row'],
  'Outputs:': [
    ...[
      'out',
      'on-exists',
      'format',
      'for',
      'split',
      'only',
      'sort',
      'top',
      'columns',
      'prefix',
      'verdicts',
      'skipped',
    ],
    ...['escape-formulas', 'dry-run', 'force'],
  ],
  'Stop if:': ['max-rejects', 'min-leads', 'allow-empty', 'fail-on'],
  'Engine:': ['engine', 'memory', 'threads', 'master', 'worker-node'],
  'What is printed:': ['json', 'verbose', 'quiet', 'no-color', 'help'],
} as const satisfies Record<string, readonly string[]>

/** Commands with fewer options list them without groups. */
const MIN_OPTIONS = 12

const REST = 'Options:'

const PRINTED = 'What is printed:'

/** Puts the options of a command into groups, unless it has done that itself. */
export function groupOptions(command: Command): void {
  if (command.options.length < MIN_OPTIONS) return
  for (const option of command.options) {
    const group = groupOf(option)
    if (option.helpGroupHeading === undefined && group !== undefined) option.helpGroup(group)
  }
  command.addHelpOption(new Option('-h, --help', 'display help for command').helpGroup(PRINTED))
  command.configureHelp({ groupItems })
}

const ORDER: readonly string[] = Object.keys(GROUPS)

/** Groups that a command has of its own come first; options of no group come last but for those about what is printed. */
function groupItems<T>(_: readonly T[], visible: readonly T[], headingOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of visible) groups.set(headingOf(item), [...(groups.get(headingOf(item)) ?? []), item])
  const rank = (heading: string) => (heading === REST ? ORDER.length - 1.5 : ORDER.indexOf(heading))
  return new Map([...groups].sort(([a], [b]) => rank(a) - rank(b)))
}

function groupOf({ long }: Option): string | undefined {
  const name = long?.replace(/^--/, '') ?? ''
  return Object.entries<readonly string[]>(GROUPS).find(([, names]) => names.includes(name))?.[0]
}

/** The groups of commands in help. */
const COMMAND_GROUPS = {
  'Score leads:': ['score', 'explain', 'report', 'run', 'verify', 'history', 'forget'],
  'Write a rulebook:': ['demo', 'init', 'fields', 'operators', 'rules', 'tune', 'backtest'],
  'Check a change:': ['lint', 'test', 'diff', 'sample'],
  'For other programs:': ['compile', 'schema', 'completion'],
} as const satisfies Record<string, readonly string[]>

const HELP = 'Help:'

/** The group of a command; what is in none stands with `help`. */
export function commandGroup(name: string): string {
  return Object.entries<readonly string[]>(COMMAND_GROUPS).find(([, names]) => names.includes(name))?.[0] ?? HELP
}
