import { createFastVerdicts } from '../../fast/verdicts.ts'
import type { QuickSurvey } from '../../leads/survey/survey.ts'
import { isOneByte } from './one-byte.ts'

/** Reads the leads of an input for a survey by what they have in common, where their cells are all that is known of them. */
export function quickSurvey(verify: number | undefined): QuickSurvey {
  return async (
    { input, mixed, taken, join, remembered, inside, name, sample },
    bound,
    { asOf, columns, isJudged, take, settle },
  ) => {
    const isWorthwhile = sample.rows.length >= WORTHWHILE || verify !== undefined
    const isCut = mixed !== undefined && isOneByte(input.delimiter)
    const isAlone = join === undefined && remembered === undefined && inside.length === 0
    if (!isWorthwhile || !isAlone || (taken === undefined && !isCut)) return false
    const verdicts = createFastVerdicts({
      bounds: isJudged ? [bound] : [],
      asOf,
      headings: input.headings,
      inputDelimiter: isOneByte(input.delimiter) ? input.delimiter : ',',
      name,
      verify,
      wanted: columns,
    })
    const items = taken?.(verdicts.taker) ?? mixed?.(verdicts.cutter) ?? []
    for await (const item of items) {
      const takeLead: Parameters<typeof verdicts.judgeCut>[0] = (cells, line, scored) =>
        take(cells, line, () => scored(0))
      if (item === 'plain') verdicts.judgeCut(takeLead)
      else verdicts.judgeRows(item.rows, takeLead)
      await settle()
    }
    return true
  }
}

/** Leads from which on it is quicker. */
const WORTHWHILE = 5_000
