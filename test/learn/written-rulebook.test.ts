import { describe, expect, it } from 'vitest'
import { compileCoercion } from '../../src/engine/coerce.ts'
import { compileJudge } from '../../src/engine/judge.ts'
import { bindTo, openSampled } from '../../src/leads/open.ts'
import type { Bins } from '../../src/learn/bins/bins.ts'
import { learnCard } from '../../src/learn/card/learn-card.ts'
import { marginsOf } from '../../src/learn/card/margins.ts'
import { settingsFor } from '../../src/learn/card/settings.ts'
import { resolveOutcome } from '../../src/learn/outcome/resolve-outcome.ts'
import { createRandom } from '../../src/learn/statistics/random.ts'
import type { Learned } from '../../src/learn/tune/learn.ts'
import { closedRows, screenColumns } from '../../src/learn/tune/screen-columns.ts'
import { readRulebook } from '../../src/rulebook/index.ts'
import { readClosed } from '../../src/tools/tune/read-closed.ts'
import { scoresOf, settleRulebook } from '../../src/tools/tune/settle-rulebook.ts'
import type { TuneRequest } from '../../src/tools/tune/tune-request.ts'

const REQUEST: TuneRequest = {
  input: 'leads.csv',
  outcome: { won: [], lost: [] },
  rulebook: 'rules.yaml',
  tests: 'rules.test.yaml',
  wishes: { use: new Set(), never: new Set(), only: new Set() },
  directions: new Map(),
  maxRules: 15,
  maxPoints: 60,
  gates: true,
  sql: { by: 'share', share: 0.2 },
  mqlPerWeek: undefined,
  seed: 1,
  asOf: 20_500,
  dryRun: true,
  command: 'leadq tune leads.csv',
  prefix: 'leadq_',
}

/** Leads whose columns have every kind that is learned from, with holes, rare values and awkward spellings. */
function leadsDrawn(seed: number, count: number): string {
  const random = createRandom(seed)
  const pick = <T>(items: readonly T[]) => items[random(items.length)] ?? items[0]
  const lines = ['Id,Title,Source,Visits,Depth,Level,Demo,Interests,Email,Country,Outcome']
  for (let lead = 0; lead < count; lead += 1) {
    const title = `${pick(['Head of', 'Junior', 'Chief', 'Deputy'])} ${pick(['Sales', 'IT', 'Buying', 'People'])} ${random(40)}`
    const source = pick(['Web', 'web ', 'Trade "Fair"', 'null', 'Referral: partner', 'yes', '', `rare ${random(300)}`])
    const visits = random(4) === 0 ? '' : String(random(30))
    const depth = random(5) === 0 ? '' : (random(2000) / 100 - 5).toFixed(2)
    const level = String(random(7))
    const demo = pick(['yes', 'no', 'no', ''])
    const interests = [pick(['a', 'b', 'c d']), pick(['e', 'b'])].join(';')
    const mail = `p${lead}@${pick(['gmail.com', 'firm.example', 'acme.de', 'werk.de'])}`
    const country = pick(['DE', 'FR', 'Select', ''])
    const weight =
      (title.startsWith('Chief') ? 2 : 0) +
      (source === 'Web' ? 1 : 0) +
      Number(visits) / 10 +
      (demo === 'yes' ? 1.5 : 0) -
      (level === '3' ? 1 : 0) -
      2.5
    const won = random(1_000) / 1_000 < 1 / (1 + Math.exp(-weight))
    const outcome = random(8) === 0 ? 'open' : won ? 'won' : 'lost'
    const cells = [`L${lead}`, title, source, visits, depth, level, demo, interests, mail, country, outcome]
    lines.push(cells.map(cell => `"${cell?.replaceAll('"', '""') ?? ''}"`).join(','))
  }
  return `${lines.join('\n')}\n`
}

/** The loosest settings, so that tables are long; what they are worth on other leads does not matter here. */
function learnedLoosely(bins: readonly Bins[], won: Uint8Array, closed: Int32Array): Learned {
  const choice = { groupCost: 0.3, levelCost: 0.15, ridge: 5, maxGates: 4 }
  const settings = settingsFor(closed.length, choice, { maxRules: 15, directions: new Map() })
  const fit = learnCard({ bins, won, rows: closed }, settings)
  const margins = marginsOf(fit, closed, undefined)
  const judged = { rows: closed, margins, won: Uint8Array.from(closed, row => won[row] ?? 0) }
  const trial = { choice, margins, losses: margins, judged: closed, loss: 0, rules: 0, rows: 0 }
  return { fit, chosen: { trial, trials: [trial] }, how: 'folds', judged, boosted: margins, shuffled: undefined }
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

describe('a learned rulebook', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'scores every lead as the learner did, closed or open (draw %i)',
    { timeout: 60_000 },
    async seed => {
      const text = leadsDrawn(seed, 700)
      const host = { read: async () => bytesOf(text) }
      const opened = await openSampled('leads.csv', REQUEST, host)
      const outcome = resolveOutcome(REQUEST.outcome, opened.sample)
      const file = await readClosed(opened, outcome, REQUEST)
      const closed = closedRows(file.endings)
      const won = Uint8Array.from(file.endings, ending => (ending === 1 ? 1 : 0))
      const screened = screenColumns(file.columns, file.endings, undefined, REQUEST.wishes)
      const learned = learnedLoosely(screened.used, won, closed)
      const settled = settleRulebook({
        learned,
        screened,
        file,
        request: REQUEST,
        closed,
        won,
        source: 'leads.csv',
        outcome,
      })

      const { plan, diagnostics } = readRulebook({ file: 'rules.yaml', text: settled.text })
      expect(diagnostics).toEqual([])
      if (plan === undefined) throw new Error('no plan')
      const again = await openSampled('leads.csv', REQUEST, { read: async () => bytesOf(text) })
      const { binding } = bindTo(again, plan, REQUEST, { companies: undefined, events: undefined })
      const coerce = compileCoercion(binding.bound)
      const judge = compileJudge(binding.bound, REQUEST.asOf)
      const scored: (number | undefined)[] = []
      for await (const { rows } of again.batches) for (const { cells } of rows) scored.push(judge(coerce(cells)).total)

      expect(settled.rules.length).toBeGreaterThan(2)
      expect(scored).toEqual([...scoresOf(settled.card, { file, screened })])
      expect(Math.min(...scored.map(each => each ?? 0))).toBeGreaterThanOrEqual(0)
    },
  )
})
