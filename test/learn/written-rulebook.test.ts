import { describe, expect, it } from 'vitest'
import { compileCoercion } from '../../src/engine/coerce.ts'
import { compileJudge } from '../../src/engine/judge.ts'
import { bindTo, openSampled } from '../../src/leads/open.ts'
import type { Bins } from '../../src/learn/bins/bins.ts'
import { learnCard } from '../../src/learn/card/learn-card.ts'
import { marginsOf } from '../../src/learn/card/margins.ts'
import { SLOPE } from '../../src/learn/card/points.ts'
import { settingsFor } from '../../src/learn/card/settings.ts'
import { resolveOutcome } from '../../src/learn/outcome/resolve-outcome.ts'
import { createRandom } from '../../src/learn/statistics/random.ts'
import type { Learned } from '../../src/learn/tune/learn.ts'
import { closedRows, screenColumns } from '../../src/learn/tune/screen-columns.ts'
import { readRulebook } from '../../src/rulebook/index.ts'
import { readClosed } from '../../src/tools/tune/read-closed.ts'
import { scoresOf, settleRulebook } from '../../src/tools/tune/settle-rulebook.ts'
import { type StandingBook, standingOf } from '../../src/tools/tune/standing.ts'
import type { TuneRequest } from '../../src/tools/tune/tune-request.ts'
import { memoryHost } from '../support/memory-host.ts'

const REQUEST: TuneRequest & { readonly inputs: readonly string[] } = {
  input: 'leads.csv',
  inputs: ['leads.csv'],
  events: [],
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
  const lines = ['Id,Title,Source,Visits,Depth,Level,Demo,Interests,Email,Country,Tracking consent,Outcome']
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
    const consent = pick(['yes', 'no', ''])
    const cells = [`L${lead}`, title, source, visits, depth, level, demo, interests, mail, country, consent, outcome]
    lines.push(cells.map(cell => `"${cell?.replaceAll('"', '""') ?? ''}"`).join(','))
  }
  return `${lines.join('\n')}\n`
}

/** The loosest settings, so that tables are long; what they are worth on other leads does not matter here. */
function learnedLoosely(
  bins: readonly Bins[],
  won: Uint8Array,
  closed: Int32Array,
  offset: Float64Array | undefined,
): Learned {
  const choice = { groupCost: 0.3, levelCost: 0.15, ridge: 5, maxGates: 4 }
  const settings = settingsFor(closed.length, choice, { maxRules: 15, directions: new Map() })
  const fit = learnCard({ bins, won, rows: closed, offset }, settings)
  const margins = marginsOf(fit, closed, offset)
  const judged = { rows: closed, margins, won: Uint8Array.from(closed, row => won[row] ?? 0) }
  const trial = { choice, margins, losses: margins, judged: closed, loss: 0, rules: 0, rows: 0 }
  return { fit, chosen: { trial, trials: [trial] }, how: 'folds', judged, boosted: margins, shuffled: undefined }
}

/** Parts fixed by people: required rules, capped groups, a consent gate, a map, a score of another name. */
const OURS = `# Ours. Ask Ann.
leadq: 1
name: Ours
fields:
  level: { from: Level, type: text, map: { 3: three } }
  title: { from: Title }
lists:
  chiefs: [ Chief, Deputy ]
scores:
  # Ann: people first
  people:
    max: 50
    groups:
      role:
        max: 8
        min: -6
        rules:
          - { id: chief, when: { title: { has_word: $chiefs } }, points: 9 }
          - { id: junior, when: { title: { has_word: Junior } }, points: -7 } # agreed in June
    rules:
      - { id: land, when: { country: DE }, points: 3 }
      - { id: level, field: level, points: { three: 5 } }
  interest:
    groups:
      behaviour:
        when: { tracking_consent: true } # the law
        max: 20
        rules:
          - { id: visits, per: visits, points: 1 }
          - { id: demo, when: { demo_requested: true }, points: 40 }
total: { people: 0.5, interest: 0.5 }

exclude:
  - { id: free-mail,   when: { email: { is: free_mail } } }   # odd   spacing

stages:
  - { stage: SQL, id: hand-raise, when: { rule.chief: { above: 0 }, rule.junior: { at_most: 0 } } } # sales asked
  - { stage: SQL, when: { score.total: { at_least: 60 } } }
  - { stage: nurture }
owners: [ { to: Ann } ]
`

/** The rulebook on a file of that many leads, and the engine's verdict on each. */
async function learnedAndScored(text: string, book?: Pick<StandingBook, 'stays' | 'keep'>) {
  const host = memoryHost(new Map([['leads.csv', text]]))
  const source = { file: 'ours.yaml', text: OURS }
  const { plan: ours } = readRulebook(source)
  if (ours === undefined) throw new Error('no plan of ours')
  const standing = book && standingOf({ source, plan: ours, ...book })
  const opened = await openSampled('leads.csv', REQUEST, host)
  const outcome = resolveOutcome(REQUEST.outcome, opened.sample)
  const around = { companies: undefined, events: undefined, survey: undefined }
  const file = await readClosed(opened, outcome, REQUEST, standing && { asked: { standing, events: [] }, around })
  const closed = closedRows(file.endings)
  const won = Uint8Array.from(file.endings, ending => (ending === 1 ? 1 : 0))
  const limits = { ...REQUEST.wishes, kept: standing?.keptFields ?? new Set<string>() }
  const screened = screenColumns(file.columns, file.endings, undefined, limits)
  const offset = file.points?.totals.map(points => SLOPE * points)
  const learned = learnedLoosely(screened.used, won, closed, offset)
  const job = { learned, screened, file, request: REQUEST, closed, won, source: 'leads.csv', outcome, standing }
  const settled = settleRulebook(job)
  const { plan, diagnostics } = readRulebook({ file: 'rules.yaml', text: settled.text })
  expect(diagnostics).toEqual([])
  if (plan === undefined) throw new Error('no plan')
  const again = await openSampled('leads.csv', REQUEST, host)
  const { binding } = bindTo(again, plan, REQUEST, { companies: undefined, events: undefined })
  const coerce = compileCoercion(binding.bound)
  const judge = compileJudge(binding.bound, REQUEST.asOf)
  const scored: (number | undefined)[] = []
  for await (const { rows } of again.batches) for (const { cells } of rows) scored.push(judge(coerce(cells)).total)
  return { settled, plan, scored, own: [...scoresOf(settled.card, { file, screened })] }
}

describe('a learned rulebook scores every lead as the learner did, closed or open', () => {
  it.each([1, 2, 3, 4])('written anew (draw %i)', { timeout: 60_000 }, async seed => {
    const { settled, scored, own } = await learnedAndScored(leadsDrawn(seed, 700))
    expect(settled.rules.length).toBeGreaterThan(2)
    expect(scored).toEqual(own)
    expect(Math.min(...scored.map(each => each ?? 0))).toBeGreaterThanOrEqual(0)
  })

  it.each([1, 2, 3])('in the place of the rules of another one (draw %i)', { timeout: 60_000 }, async seed => {
    const { settled, plan, scored, own } = await learnedAndScored(leadsDrawn(seed, 700), {
      stays: 'all',
      keep: ['land'],
    })
    expect(scored).toEqual(own)
    const rules = plan.scores.flatMap(({ groups }) => groups.flatMap(group => group.rules.map(({ id }) => id)))
    expect(rules).toEqual(expect.arrayContaining(['chief', 'junior', 'land', 'visits']))
    expect(settled.text).toContain('        when: { tracking_consent: true } # the law\n')
    for (const line of OURS.split('\n').filter(each => /Ann|exclude|odd|hand-raise|owners|chiefs|agreed/.test(each)))
      expect(settled.text).toContain(`${line}\n`)
    expect(plan.scores.map(({ name }) => name)).toEqual(['people', 'interest'])
    const behind = plan.scores[1]?.groups.find(({ name }) => name === 'behaviour')
    expect(behind?.rules.map(({ id }) => id)).toContain('visits')
  })

  it.each([1, 2])('beside rules that keep their points (draw %i)', { timeout: 60_000 }, async seed => {
    const book = { stays: 'rules', keep: ['people.role', 'interest.visits'] } as const
    const { plan, scored, own } = await learnedAndScored(leadsDrawn(seed, 700), book)
    expect(scored).toEqual(own)
    const groups = plan.scores.flatMap(({ groups: each }) => each)
    const role = groups.find(({ name }) => name === 'role')
    expect(role).toMatchObject({ max: 8, min: -6, rules: [{ id: 'chief' }, { id: 'junior' }] })
    expect(groups.find(({ name }) => name === 'behaviour')?.rules).toMatchObject([{ id: 'visits' }])
    expect(plan.owners).toEqual([])
  })
})
