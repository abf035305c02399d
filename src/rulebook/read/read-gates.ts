import { arrange, type Diagnostic, hasErrors } from '../../base/diagnostic.ts'
import type { Gates, Limit } from '../../ir/plan/gates.ts'
import { dayOf } from '../../ir/values/calendar.ts'
import type { JsonSchema } from '../language/json-schema-parts.ts'
import { keys, optional, required } from '../language/keys.ts'
import { decimal, name, text, whole } from '../language/scalars.ts'
import {
  type Located,
  list,
  mismatch,
  oneOrList,
  record,
  type Shape,
  scalar,
  scalarOrMap,
  type TypeOf,
} from '../language/shape.ts'
import type { ScalarNode } from '../yaml/node.ts'
import type { RulebookSource } from '../yaml/source.ts'
import { readYaml } from '../yaml/yaml.ts'
import { freeze } from './freeze.ts'
import { reportTo } from './report-problem.ts'

/** The gates file: limits on the effect of a rulebook change, read as strictly as a rulebook. */

const LIMIT = 'a number, or a map such as `{ warn: 2, fail: 5 }`'
const MAX_LIMIT = 1_000_000_000

function limit(amount: Shape<Located<number>>) {
  const both = keys(LIMIT, {
    warn: optional(amount, 'Past this the gate warns'),
    fail: optional(amount, 'Past this the gate fails'),
  })
  return scalarOrMap(amount, both)
}

const share = limit(decimal(4, 0, MAX_LIMIT))
const leads = limit(whole(0, MAX_LIMIT))

const transition = keys('a transition: a map such as `{ from: SQL, to: nurture, fail: 0 }`', {
  from: required(name, 'The stage before'),
  to: required(oneOrList(name), 'The stage after, or several'),
  warn: optional(whole(0, MAX_LIMIT), 'More leads than this: the gate warns'),
  fail: optional(whole(0, MAX_LIMIT), 'More leads than this: the gate fails'),
})

const DAY = 'a day such as `2026-12-31`'

const day: Shape<Located<number>> = {
  expects: DAY,
  schema: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
  read: (node, report) => {
    const [, year, month, date] = (node.kind === 'scalar' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(node.text)) || []
    const value = year === undefined ? undefined : dayOf(Number(year), Number(month), Number(date))
    return value === undefined ? mismatch(DAY, node, report) : { value, place: node.place }
  },
}

const FINGERPRINT = 'a fingerprint of 12 signs, as `leadq diff` prints it'

const fingerprint: Shape<ScalarNode> = {
  ...scalar(FINGERPRINT, { type: 'string', pattern: '^[0-9a-f]{12}$' }),
  read: (node, report) =>
    node.kind === 'scalar' && /^[0-9a-f]{12}$/.test(node.text) ? node : mismatch(FINGERPRINT, node, report),
}

const waiver = keys('a waiver: a map with `fingerprint`, `reason` and `expires`', {
  fingerprint: required(fingerprint, 'A gate that may fail for one change, as `leadq diff` prints it'),
  reason: required(text, 'Why the change is allowed all the same'),
  by: optional(text, 'Who agreed to it'),
  expires: required(day, 'The last day on which it holds, e.g. 2026-12-31'),
})

const gates = keys('a map of gates', {
  min_rows: optional(leads, 'The least number of leads for a comparison'),
  moved_pct: optional(share, 'Leads that change their stage, in percent of all'),
  stage_pct: optional(record(name, share), 'Stage -> by how many percent its number of leads may change'),
  transitions: optional(list(transition), 'How many leads may go from one stage to another'),
  score_mean_shift: optional(share, 'By how many points the mean of the total may change'),
  rejects_pct: optional(share, 'Records that cannot be read, in percent'),
})

const file = keys('a file of gates: a map with `gates` and `waivers`', {
  gates: optional(
    gates,
    'Limits on what a change of the rulebook may do; past `fail` (or a bare number) `leadq diff` ends with exit code 1',
  ),
  waivers: optional(list(waiver), 'Gates that may fail, each for one change and until a day'),
})

/** The file of gates as a JSON Schema. */
export function gatesSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'leadq gates',
    description: 'What a change of a rulebook may do to the leads, for `leadq diff --gates`',
    ...file.schema,
  }
}

/** The text of a file of gates. Never throws; every problem is found in one go. */
export function readGates(source: RulebookSource): { readonly gates?: Gates; readonly diagnostics: Diagnostic[] } {
  const problems: Diagnostic[] = []
  const report = reportTo(problems)
  const tree = readYaml(source, report)
  const draft = tree && file.read(tree, report)
  const diagnostics = arrange(problems)
  return draft === undefined || hasErrors(diagnostics)
    ? { diagnostics }
    : { gates: freeze(gatesOf(draft)), diagnostics }
}

function gatesOf({ gates: said, waivers = [] }: TypeOf<typeof file>): Gates {
  const { min_rows, moved_pct, stage_pct = [], transitions = [], score_mean_shift, rejects_pct } = said ?? {}
  return {
    ...(min_rows && { minRows: limitOf(min_rows) }),
    ...(moved_pct && { movedPct: limitOf(moved_pct) }),
    stagePct: stage_pct.flatMap(({ key, value }) =>
      value === undefined ? [] : [{ stage: key.text, limit: limitOf(value), place: key.place }],
    ),
    transitions: transitions.flatMap(row =>
      row === undefined
        ? []
        : [
            {
              from: row.from.value,
              to: row.to.flatMap(stage => stage?.value ?? []),
              limit: limitOf(row),
              place: row.from.place,
            },
          ],
    ),
    ...(score_mean_shift && { scoreMeanShift: limitOf(score_mean_shift) }),
    ...(rejects_pct && { rejectsPct: limitOf(rejects_pct) }),
    waivers: waivers.flatMap(row =>
      row === undefined
        ? []
        : [
            {
              fingerprint: row.fingerprint.text,
              reason: row.reason.value,
              expires: row.expires.value,
              place: row.fingerprint.place,
            },
          ],
    ),
  }
}

type LimitDraft =
  | Located<number>
  | { readonly warn: Located<number> | undefined; readonly fail: Located<number> | undefined }

/** A bare number fails. */
function limitOf(draft: LimitDraft): Limit {
  if ('value' in draft) return { fail: draft.value }
  return { ...(draft.warn && { warn: draft.warn.value }), ...(draft.fail && { fail: draft.fail.value }) }
}
