import { leadKey } from '../../ir/plan/lead-key.ts'
import { openSampled, type Reading } from '../../leads/open.ts'
import type { Files } from '../../leads/open-file.ts'
import { endingOf, type OutcomeRequest, outcomeText } from '../../learn/outcome/ending.ts'
import { resolveOutcome } from '../../learn/outcome/resolve-outcome.ts'
import type { WonLeads } from './funnel.ts'
import { keysOfLeads } from './keyed-leads.ts'

export interface WonRequest extends Reading {
  /** The export that says it. */
  readonly data: string
  readonly outcome: OutcomeRequest
}

/** The leads that an export says were won. */
export async function readWon(request: WonRequest, host: Files): Promise<WonLeads> {
  const opened = await openSampled(request.data, request, host)
  const outcome = resolveOutcome(request.outcome, opened.sample)
  const keyOf = keysOfLeads(opened, request)
  const won = new Set<string>()
  for await (const { rows } of opened.batches) {
    for (const { cells } of rows) {
      const key = endingOf(cells, outcome) === 'won' ? keyOf(cells) : undefined
      if (key !== undefined) won.add(key)
    }
  }
  return { text: `${outcomeText(outcome.won)} in ${request.data}`, isWon: key => won.has(leadKey(key)) }
}
