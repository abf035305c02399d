import type { Lead, Reading } from '../../engine/lead.ts'
import type { LeadKeys } from '../../fast/keys.ts'
import type { Batch, Reject } from '../../io/records.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { createRejectKeeper } from '../../outputs/reject-keeper.ts'
import { createRenderer } from '../../outputs/render.ts'
import { createSkipKeeper } from '../../outputs/skip-keeper.ts'
import { createStageWriter } from '../../outputs/stage-writer.ts'
import { createDuplicateCounter } from './duplicate-counter.ts'
import type { InputContext, InputJob, Outcome } from './input-job.ts'
import { createSharedEmailCounter } from './shared-email-counter.ts'

/** What every engine keeps of an input beside its leads, and where it writes them. */
export type InputKeeper = Awaited<ReturnType<typeof createInputKeeper>>

export async function createInputKeeper({ opened, outputs, importing }: InputJob, context: InputContext) {
  const { kept } = opened
  const { bound } = opened.binding
  const { request, columns, targets } = context
  const { prefix, escapeFormulas } = request
  const input = { ...opened.input, name: opened.name }
  const { format } = outputs
  const spelling = targets.joined.spellingFor(outputs.scored, format, input)
  const rendering = { format, input, kept, columns, prefix, escapeFormulas, spelling }
  const renderer = importing?.renderer ?? createRenderer(rendering, bound)
  const frame = { ...renderer, input: input.name }
  const writer = await createStageWriter(outputs, frame, request.split, targets.writers)
  const rejects = createRejectKeeper(input, outputs, targets)
  const skips = await createSkipKeeper(input.name, request.skipped, targets.rejectWriters)
  const repeats = createDuplicateCounter(bound)
  const sharing = createSharedEmailCounter()
  const [idSlot, emailSlot] = [slotOf('id', bound), slotOf('email', bound)]
  const leftOut: Record<string, number> = {}

  return {
    rendering,
    renderer,
    writer,
    /** Takes what is no lead. */
    async take(batch: Batch): Promise<void> {
      for (const [reason, count] of Object.entries(batch.leftOut)) leftOut[reason] = (leftOut[reason] ?? 0) + count
      await rejects.take(batch)
      await skips.take(batch)
    },
    /** Takes leads that were scored but that an importer would refuse. */
    refuse: (leads: readonly Reject[]) => rejects.refuse(leads),
    /** Takes a lead that is scored; only its id and e-mail address are looked at. */
    identify(lead: Lead, line: number): void {
      repeats.add(lead, line)
      if (idSlot >= 0 && emailSlot >= 0) {
        sharing.add(textIn(lead.readings[idSlot]), textIn(lead.readings[emailSlot]), line)
      }
    },
    /** The same of many leads. */
    identifyAll(keys: LeadKeys): void {
      repeats.addAll(keys)
      sharing.addAll(keys)
    },
    outcome({ scored, duplicate, formulas }: { scored: number; duplicate: number; formulas: number }): Outcome {
      const left_out = Object.values(leftOut).reduce((sum, count) => sum + count, 0)
      const rejected = rejects.count()
      return {
        input,
        counts: { read: scored + rejected + duplicate + left_out, scored, rejected, duplicate, left_out },
        leftOut,
        skippedRows: skips.listed(),
        rejects: rejects.groups(),
        refused: rejects.refused(),
        outputs: [...writer.outputs(), ...rejects.outputs()],
        formulas,
        cut: renderer.cut?.() ?? 0,
        duplicateKeys: repeats.result(),
        sharedEmails: sharing.result(),
        damaged: repeats.damaged(),
      }
    },
  }
}

function slotOf(wanted: string, { fields }: BoundPlan): number {
  return fields.findIndex(({ name, columns }) => name === wanted && columns.length > 0)
}

/** The text of a cell that reads as its field's type. */
function textIn(reading: Reading | undefined): string | undefined {
  return reading?.value === undefined ? undefined : reading.text
}
