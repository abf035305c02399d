import { createFastJudge } from '../../../fast/engine.ts'
import type { FastJudge } from '../../../fast/job.ts'
import type { Delimited } from '../../../fast/output/forms.ts'
import { type Block, createBlockJudge, type Part } from '../../../fast/threads/part.ts'
import type { Format } from '../../../io/records.ts'
import type { BoundPlan } from '../../../ir/plan/bound-plan.ts'
import type { Column } from '../../../ir/plan/columns.ts'
import type { Label } from '../../../ir/plan/labels.ts'
import type { Plan } from '../../../ir/plan/plan.ts'
import { createRenderer } from '../../../outputs/render.ts'
import type { Spelling } from '../../../outputs/renderer.ts'
import { leadChooser } from '../choose-leads.ts'
import { createCheck } from '../verify.ts'

/** All that a thread is told about an input: plain data. */
export interface ThreadJob {
  readonly plan: Plan
  readonly bound: BoundPlan
  readonly asOf: number
  readonly columns: readonly Column[]
  readonly prefix: string
  readonly name: string
  readonly input: { readonly format: Format; readonly headings: readonly string[]; readonly delimiter: string }
  readonly width: number
  readonly form: Delimited
  readonly output: 'csv' | 'tsv'
  readonly spelling: Spelling
  readonly only: readonly Label[] | undefined
  readonly split: boolean
  readonly verify: number | undefined
}

/** The work of a thread: blocks of bytes in, leads as they are written out. */
export function createThreadWork(job: ThreadJob): (block: Block) => readonly Part[] {
  const { plan, bound, asOf, columns, prefix, name, input, width, form, output, spelling, only, split, verify } = job
  const { kept, escapeFormulas } = form
  const source = { ...input, bom: false, encoding: () => 'UTF-8' as const }
  const rendering = { format: output, input: source, kept, columns, prefix, escapeFormulas, spelling }
  const renderer = createRenderer(rendering, bound)
  const request = { asOf, only, top: undefined }
  const check =
    verify === undefined
      ? undefined
      : createCheck(verify, { rendering }, { name, bound, importing: undefined }, { plan, request })
  return createBlockJudge({ delimiter: input.delimiter, width: input.headings.length }, identify => {
    const judge = createFastJudge({
      plan,
      bound,
      asOf,
      columns,
      headings: input.headings,
      width,
      delimiter: input.delimiter,
      name,
      format: input.format,
      form,
      chosen: { isChosen: only && leadChooser(only, bound), duplicates: false, split, items: undefined },
      render: renderer.lead,
      identify,
      lose: undefined,
      recalled: undefined,
      joined: undefined,
      verdicts: undefined,
      verify: check?.verifier,
    })
    return withRenderer(judge, renderer, check)
  })
}

/** With the formulas of leads that the reference writes, and its counts compared if they are to be. */
function withRenderer(
  judge: FastJudge,
  { formulas }: { formulas(): number },
  check: Pick<ReturnType<typeof createCheck>, 'compare'> | undefined,
): FastJudge {
  return {
    ...judge,
    formulas: () => judge.formulas() + formulas(),
    takeCounts() {
      const counts = judge.takeCounts()
      check?.compare(counts)
      return counts
    },
  }
}
