import { isDeepStrictEqual } from 'node:util'
import { compileCoercion } from '../../engine/coerce.ts'
import { createVerdictCounter } from '../../engine/count-verdicts.ts'
import { compileJudge } from '../../engine/judge.ts'
import type { Verifier } from '../../fast/job.ts'
import type { Row } from '../../io/records.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import type { Plan } from '../../ir/plan/plan.ts'
import { startCounts, type VerdictCounts } from '../../ir/results/counts.ts'
import type { Duplicate, Verdict } from '../../ir/results/verdict.ts'
import { createRenderer } from '../../outputs/render.ts'
import type { Rendering } from '../../outputs/renderer.ts'
import { leadChooser } from './choose-leads.ts'
import type { InputJob } from './input-job.ts'
import type { ScoreRequest } from './score-request.ts'

/** The input whose leads are checked. */
interface Checked extends Pick<InputJob, 'importing'> {
  readonly name: string
  readonly bound: BoundPlan
  /** All cells of a row as the reference finds them, where they are not those of the record. */
  readonly complete?: ((row: Row) => readonly string[]) | undefined
}

/** Judges every so many leads by the reference as well; where the two differ there is a bug in leadq. */
export function createCheck(
  every: number,
  { rendering }: { readonly rendering: Rendering },
  { name, bound, importing, complete }: Checked,
  { plan, request }: { readonly plan: Plan; readonly request: Pick<ScoreRequest, 'asOf' | 'only' | 'top'> },
) {
  const coerce = compileCoercion(bound)
  const judge = compileJudge(bound, request.asOf)
  const renderer = importing?.renderer ?? createRenderer(rendering, bound)
  let own = startCounts(plan)
  let counter = createVerdictCounter(plan, own)
  const isChosen = leadChooser(request.only, bound)
  let leads = 0

  function expected(row: Row, verdict: Verdict): string | undefined {
    if (!isChosen(verdict) || importing?.refuse(row, importing.textsOf(verdict)) !== undefined) return undefined
    return renderer.lead(row, verdict)
  }

  function ofDuplicate(row: Row, duplicate: Duplicate): string | undefined {
    const isWritten = request.only === undefined && request.top === undefined && importing === undefined
    return isWritten ? renderer.lead(row, duplicate) : undefined
  }

  const verifier: Verifier = {
    wants() {
      leads += 1
      return leads % every === 0
    },
    check(row, cells, known, written) {
      let text: string | undefined
      if (known !== undefined && 'duplicateOf' in known) text = ofDuplicate(row, known)
      else {
        const lead = { ...coerce(complete?.(row) ?? cells), ...known }
        const verdict = judge(lead)
        counter.add(lead, verdict, row.line)
        text = expected(row, verdict)
      }
      if (written === 'not asked' || written?.text === (text && Buffer.from(text).toString())) return
      throw new TypeError(`line ${row.line}: the reference writes another lead than the fast engine`)
    },
  }
  return {
    verifier,
    /** What the engine has counted since the last call. */
    compare(counts: VerdictCounts) {
      if (every === 1 && !isDeepStrictEqual(sorted(counts), sorted(own)))
        throw new TypeError(`${name}: the reference counts other verdicts than the fast engine`)
      own = startCounts(plan)
      counter = createVerdictCounter(plan, own)
    },
  }
}

/** Without the order in which things came up. */
function sorted(counts: VerdictCounts): unknown {
  return JSON.parse(
    JSON.stringify(counts, (_, value: unknown) =>
      value instanceof Map ? [...value].sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)) : value,
    ),
  )
}
