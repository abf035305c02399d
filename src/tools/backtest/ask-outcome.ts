import { Refusal } from '../../base/refusal.ts'
import type { Outcome, OutcomeRequest, OutcomeSample } from '../../learn/outcome/ending.ts'
import { listOutcomes } from '../../learn/outcome/find-outcome.ts'
import { resolveOutcome } from '../../learn/outcome/resolve-outcome.ts'

/** What stands in the way of an outcome, and columns that may say one. */
export interface OutcomeQuestion {
  readonly problem: string
  readonly candidates: readonly string[]
}

/** Asks the user for the outcome until there is no problem with the answer any more, or none is given. */
export type AskOutcome = (
  question: OutcomeQuestion,
  problemWith: (answer: OutcomeRequest) => string | undefined,
) => Promise<void>

/** The outcome as asked for or found; where it is neither, the user says it, if there is one to ask. */
export async function resolveOrAsk(
  request: OutcomeRequest,
  sample: OutcomeSample,
  ask: AskOutcome | undefined,
): Promise<Outcome> {
  try {
    return resolveOutcome(request, sample)
  } catch (error) {
    const isOpen = error instanceof Refusal && error.diagnostic.code === 'learn/no-outcome'
    if (!isOpen || ask === undefined || request.won.length > 0 || request.lost.length > 0) throw error
    let said: Outcome | undefined
    await ask({ problem: error.message, candidates: listOutcomes(sample) }, answer => {
      try {
        said = resolveOutcome(answer, sample)
        return undefined
      } catch (problem) {
        if (!(problem instanceof Refusal)) throw problem
        return [problem.message, problem.diagnostic.hint].filter(text => text !== undefined).join('; ')
      }
    })
    if (said === undefined) throw error
    return said
  }
}
