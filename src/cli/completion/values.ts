import type { Plan } from '../../ir/plan/plan.ts'
import type { ValueKind } from './value-kinds.ts'

/** A word that a shell may put in. */
export interface Candidate {
  readonly value: string
  readonly about?: string
}

/** The paths that a shell offers beside candidates; with endings, only those files and folders. */
export type Paths = 'files' | 'folders' | `files ${string}`

/** The candidates at one place. */
export interface Found {
  readonly candidates: readonly Candidate[]
  readonly paths?: Paths
  /** Several can stand there, comma-separated. */
  readonly isList?: boolean
}

export interface Asked {
  /** The rulebook that the command line names. */
  readonly rules: string | undefined
  readonly cwd: string
  readonly commands: readonly string[]
}

/** What can stand where a value of a kind is expected. Each kind loads no more than it needs. */
export function valuesOf(kind: ValueKind, asked: Asked): Promise<Found> {
  return VALUES[kind](asked)
}

type Finder = (asked: Asked) => Promise<Found>

const VALUES: Readonly<Record<ValueKind, Finder>> = {
  rulebook: async () => {
    const { builtIns } = await import('../hosts/built-ins.ts')
    return { ...words(builtIns(), 'built-in rulebook'), paths: YAML }
  },
  yaml: async () => ({ ...words([]), paths: YAML }),
  file: async () => ({ ...words([]), paths: 'files' }),
  folder: async () => ({ ...words([]), paths: 'folders' }),
  label: ofPlan(async plan => {
    const { labelsOf } = await import('../../ir/plan/labels.ts')
    return { candidates: labelsOf(plan).map(({ value, kind }) => ({ value, about: kind })), isList: true }
  }),
  score: ofPlan(async plan => words(['score', ...plan.scores.map(({ name }) => name)])),
  'leadq-column': ofPlan(async plan => {
    const { columnsOf } = await import('../../ir/plan/columns.ts')
    return { ...words(columnsOf(plan).map(({ name }) => name)), isList: true }
  }),
  rule: ofPlan(async plan => {
    const rules = plan.scores.flatMap(({ groups }) => groups.flatMap(group => group.rules))
    return { candidates: rules.map(({ id, label }) => ({ value: id, ...(label !== undefined && { about: label }) })) }
  }),
  'history-group': ofPlan(async plan => words([...plan.segments.map(({ name }) => name), 'owner', 'week'])),
  field: () => fields(''),
  'field-of-column': () => fields('='),
  direction: async () => {
    const { candidates } = await fields('=')
    return { candidates: candidates.flatMap(({ value }) => ['up', 'down'].map(way => ({ value: value + way }))) }
  },
  operator: async () => {
    const { listOperators } = await import('../../tools/fields/language-items.ts')
    return { candidates: listOperators(undefined).map(({ name, meaning }) => ({ value: name, about: meaning })) }
  },
  format: async () => words((await import('../options.ts')).FORMATS),
  'input-format': async () => words((await import('../options.ts')).INPUT_FORMATS),
  report: async () => words(['text', ...(await import('../../report/formats/formats.ts')).FORMAT_NAMES]),
  engine: async () => words((await import('../options.ts')).ENGINES),
  import: async () => words(Object.keys((await import('../../ir/catalogue/imports.ts')).IMPORTS)),
  system: async () => words((await import('../options.ts')).SYSTEM_NAMES),
  form: async () => words((await import('../../tools/compile/compile-request.ts')).FORMS),
  dialect: async () => words(Object.keys((await import('../../dialects/dialect/dialects.ts')).DIALECTS)),
  level: async () => {
    const { FINDINGS } = await import('../../lint/findings/catalogue.ts')
    return { ...words(Object.keys(FINDINGS).map(code => `${code}=`)), isList: true }
  },
  day: async () => words(['today', 'yesterday']),
  topic: async ({ commands }) => {
    const [{ TOPICS_IN_HELP }, { CODES }] = await Promise.all([
      import('../help/topics.ts'),
      import('../../base/codes.ts'),
    ])
    const codes = Object.entries(CODES).map(([value, { title }]) => ({ value, about: title }))
    return {
      candidates: [...words(commands, 'command').candidates, ...words(TOPICS_IN_HELP, 'page').candidates, ...codes],
    }
  },
  free: async () => words([]),
}

const YAML = 'files yaml yml'

function words(all: readonly string[], about?: string): Found {
  return { candidates: all.map(value => ({ value, ...(about !== undefined && { about }) })) }
}

async function fields(end: string): Promise<Found> {
  const { FIELDS } = await import('../../ir/catalogue/fields.ts')
  return { candidates: Object.entries(FIELDS).map(([name, { about }]) => ({ value: name + end, about })) }
}

/** Values that a rulebook has: the one that is named, else the one that `leadq score` would use. */
function ofPlan(find: (plan: Plan) => Promise<Found>): Finder {
  return async ({ rules, cwd }) => {
    const { findRulebook } = await import('../rulebook.ts')
    const { plan } = await findRulebook(rules, cwd)
    return plan === undefined ? words([]) : find(plan)
  }
}
