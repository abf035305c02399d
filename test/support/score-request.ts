import type { ScoreRequest } from '../../src/tools/score/score-request.ts'

/** The request of `leadq score leads.csv`. */
export const PLAIN_REQUEST: ScoreRequest = {
  inputs: ['leads.csv'],
  events: [],
  asOf: 20_000,
  split: false,
  prefix: 'leadq_',
  sort: false,
  dryRun: false,
  escapeFormulas: false,
}
