import type { Chosen, FastJob } from '../../fast/job.ts'
import type { Form } from '../../fast/output/forms.ts'
import type { Reject } from '../../io/records.ts'
import type { Ordering } from '../../outputs/order.ts'
import { leadChooser } from './choose-leads.ts'
import type { InputContext, InputJob } from './input-job.ts'
import type { InputKeeper } from './input-keeper.ts'

/** How the leads of one input are written by the fast engine. */
export interface LeadWriting {
  readonly form: Form
  readonly chosen: Chosen
  readonly render: FastJob['render']
  /** Leads that the importer refused since the last call. */
  refused(): readonly Reject[]
  /** Writes what was held back to be ordered, once the last input of an output was read. */
  finish(): Promise<void>
}

export function createLeadWriting(
  { opened, outputs, isLast, importing }: InputJob,
  { request, columns, targets }: InputContext,
  { renderer, rendering, writer }: Pick<InputKeeper, 'renderer' | 'rendering' | 'writer'>,
  ordering: Ordering,
): LeadWriting {
  const { bound } = opened.binding
  const { sort, top, only, split, sortBy } = request
  const refused: Reject[] = []
  const sortedBy = bound.scores.findIndex(({ name }) => name === sortBy)
  const isOrdered = sort || top !== undefined || renderer.isBook === true
  const mayCount = ordering.mayCount ?? (() => true)

  const isRefused = (reject: Reject | undefined) => {
    if (reject !== undefined) refused.push(reject)
    return reject !== undefined
  }

  return {
    form: formOf(),
    chosen: {
      isChosen: only && leadChooser(only, bound),
      duplicates: only === undefined && top === undefined && importing === undefined,
      split,
      items: isOrdered ? { score: sortedBy < 0 ? undefined : sortedBy, mayCount } : undefined,
    },
    render(row, verdict) {
      const isKept =
        importing !== undefined &&
        !('duplicateOf' in verdict) &&
        isRefused(importing.refuse(row, importing.textsOf(verdict)))
      return isKept ? undefined : renderer.lead(row, verdict)
    },
    refused: () => refused.splice(0),
    async finish() {
      const isJoined = !outputs.own || outputs.isStream
      if (!isLast && isJoined) return
      for await (const item of ordering.rest()) await writer.write([item])
      await targets.joined.closeOrdering(outputs.scored)
    },
  }

  function formOf(): Form {
    const { joint } = renderer
    const { format, input, kept, escapeFormulas, spelling } = rendering
    if (renderer.around !== undefined) {
      const { around } = renderer
      const isCopied = input.format === 'ndjson' || format === 'json'
      return { kind: 'json', joint, around, copied: isCopied ? (format === 'json' ? '' : '\n') : undefined }
    }
    const isText = format === 'csv' || format === 'tsv' || (format === 'parquet' && input.parquet === undefined)
    const { delimiter, lineEnd } = spelling
    const isPlain = delimiter.length === 1 && delimiter < '\u{80}' && columns.length > 0
    if (isText && isPlain && importing === undefined)
      return { kind: 'delimited', delimiter, lineEnd, escapeFormulas, kept }
    const { write } = renderer
    return {
      kind: 'texts',
      write: (row, texts) => (isRefused(importing?.refuse(row, texts)) ? undefined : write(row, texts)),
    }
  }
}
