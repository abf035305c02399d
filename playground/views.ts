import type { Diagnostic } from '../src/base/diagnostic.ts'
import type { ExplainedCondition, ExplainedScore, Explanation } from '../src/ir/results/explanation.ts'
import { element, signed } from './dom.ts'
import type { Judged, JudgedRow } from './judge.ts'

/** The parts of the page below the editor, each made anew from what was judged. */

type Result = NonNullable<Judged['result']>

/** A lead beside what it was by the rulebook that this one is compared with. */
export interface Compared {
  readonly row: JudgedRow
  readonly index: number
  readonly before: JudgedRow | undefined
}

const MAX_SHOWN = 200

export function stagesView({ stages, rows }: Result, before: readonly JudgedRow[] | undefined): HTMLElement {
  const counts = (list: readonly JudgedRow[], stage: string) => list.filter(row => row.stage === stage).length
  const names = [
    ...new Set([...stages, ...rows.map(({ stage }) => stage), ...(before ?? []).map(({ stage }) => stage)]),
  ]
  const most = Math.max(1, rows.length)
  const lines = names.map(stage => {
    const count = counts(rows, stage)
    const change = before === undefined ? 0 : count - counts(before, stage)
    const bar = element('meter', { min: '0', max: String(most), value: String(count), 'aria-hidden': 'true' })
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, stage),
      element('td', { class: 'number' }, String(count)),
      element('td', { class: 'number' }, change === 0 ? '' : signed(change)),
      element('td', { class: 'bar' }, bar),
    )
  })
  return table('Leads by stage', ['Stage', 'Leads', 'Change', 'Share'], lines)
}

export function movesView(compared: readonly Compared[]): HTMLElement {
  const ways = new Map<string, number>()
  for (const { row, before } of compared) {
    if (before === undefined || before.stage === row.stage) continue
    const way = `${before.stage} \u2192 ${row.stage}`
    ways.set(way, (ways.get(way) ?? 0) + 1)
  }
  const moved = [...ways.values()].reduce((sum, count) => sum + count, 0)
  if (moved === 0) return element('p', { class: 'quiet' }, 'Nobody moves against the rulebook compared with.')
  const list = [...ways].sort((a, b) => b[1] - a[1]).map(([way, count]) => element('li', {}, `${way}: ${count}`))
  return element('div', {}, element('p', {}, `${moved} of ${compared.length} leads move:`), element('ul', {}, ...list))
}

/** Those who move come first, then the best. */
export function leadsView(
  compared: readonly Compared[],
  selected: number,
  select: (index: number) => void,
): HTMLElement {
  const isMoved = ({ row, before }: Compared) => before !== undefined && before.stage !== row.stage
  const sorted = [...compared].sort(
    (a, b) => Number(isMoved(b)) - Number(isMoved(a)) || Number(b.row.score) - Number(a.row.score) || a.index - b.index,
  )
  const lines = sorted.slice(0, MAX_SHOWN).map(each => {
    const { row, index, before } = each
    const button = element(
      'button',
      { type: 'button', class: 'link', 'aria-pressed': String(index === selected), 'data-lead': String(index) },
      row.name,
    )
    button.addEventListener('click', () => select(index))
    return element(
      'tr',
      isMoved(each) ? { class: 'moved' } : {},
      element('td', {}, button),
      element('td', { class: 'number' }, row.score),
      element('td', {}, row.stage),
      element('td', {}, isMoved(each) ? `from ${before?.stage ?? ''}` : ''),
    )
  })
  const rest = compared.length - lines.length
  const more = rest > 0 ? [element('p', { class: 'quiet' }, `and ${rest} more`)] : []
  return element('div', {}, table('Leads, those who move first', ['Lead', 'Score', 'Stage', 'Moved'], lines), ...more)
}

/** The ledger: where every point came from, what decided on the stage, and what is missing for the next one. */
export function leadView({ name, stage }: JudgedRow, told: Explanation): HTMLElement {
  const missing = told.missing
  return element(
    'div',
    {},
    element(
      'p',
      { class: 'verdict' },
      element('b', {}, name),
      ` is ${stage}`,
      told.total.points === null ? '' : `, total ${told.total.points}`,
    ),
    ...told.scores.map(scoreView),
    element('h3', {}, `Stage ${stage}`),
    element(
      'p',
      {},
      told.excluded.length > 0 ? `Excluded: ${told.excluded.map(each => each.name).join(', ')}` : told.stage.because,
    ),
    conditionsView(told.stage.conditions),
    ...(told.criteria.length === 0 ? [] : [element('h3', {}, 'Criteria'), criteriaView(told)]),
    ...(missing === null ? [] : [element('h3', {}, `What would make it ${missing.stage}`), waysView(missing)]),
  )
}

function scoreView(score: ExplainedScore): HTMLElement {
  if (score.points === null)
    return element('p', {}, `${score.name}: no data, as this file has no column for any of its rules`)
  const rules = score.groups.flatMap(group => group.rules)
  const lines = rules.map(rule => {
    const saw = rule.saw.map(({ name, text }) => `${name} = ${text === '' ? '(empty)' : text}`).join(', ')
    const label = rule.label === '' ? rule.id : rule.label
    return element(
      'tr',
      {},
      element('td', { class: 'number' }, signed(rule.points)),
      element('th', { scope: 'row' }, label),
      element('td', {}, saw),
    )
  })
  const bound = [
    ...score.groups.map(group => ({ of: group.name, by: group.bound })),
    { of: score.name, by: score.bound },
  ]
  const bounds = bound
    .filter(({ by }) => by !== 0)
    .map(({ of, by }) =>
      element(
        'tr',
        {},
        element('td', { class: 'number' }, signed(by)),
        element('th', { scope: 'row' }, `${of} ${by < 0 ? 'cap' : 'floor'}`),
        element('td', {}),
      ),
    )
  const start =
    score.start === 0
      ? []
      : [
          element(
            'tr',
            {},
            element('td', { class: 'number' }, signed(score.start)),
            element('th', { scope: 'row' }, 'start'),
            element('td', {}),
          ),
        ]
  const all = [...start, ...lines, ...bounds]
  const empty =
    all.length === 0
      ? [
          element(
            'tr',
            {},
            element('td', { class: 'number' }, '0'),
            element('th', { scope: 'row' }, 'no rule gave points'),
            element('td', {}),
          ),
        ]
      : []
  return table(`${score.name}: ${score.points}`, ['Points', 'Rule', 'Because'], [...all, ...empty])
}

const STATES = { holds: 'yes', fails: 'no', unknown: 'unknown' } as const

function conditionsView(conditions: readonly ExplainedCondition[]): HTMLElement {
  return element(
    'ul',
    { class: 'conditions' },
    ...conditions.map(({ text, state }) => element('li', { class: state }, `${text}: ${STATES[state]}`)),
  )
}

function criteriaView({ criteria }: Explanation): HTMLElement {
  return element(
    'ul',
    {},
    ...criteria.map(({ name, state, ask }) =>
      element('li', {}, `${name}: ${state.replace('_', ' ')}${state !== 'met' && ask !== null ? `; ask: ${ask}` : ''}`),
    ),
  )
}

function waysView({ ways }: NonNullable<Explanation['missing']>): HTMLElement {
  if (ways.length === 0) return element('p', {}, 'no single change is enough')
  const texts = ways.map(({ changes }) =>
    changes.map(({ field, from, to }) => `${field}: ${from === '' ? '(empty)' : from} \u2192 ${to}`).join(' and '),
  )
  return element('ul', {}, ...texts.map(text => element('li', {}, text)))
}

export function problemsView(diagnostics: readonly Diagnostic[]): HTMLElement {
  const lines = diagnostics.map(({ severity, message, hint, place, code }) =>
    element(
      'li',
      { class: severity },
      element('b', {}, severity),
      place === undefined ? ' ' : ` line ${place.line}: `,
      message,
      ...(hint === undefined ? [] : [element('span', { class: 'quiet' }, `, hint: ${hint}`)]),
      element('span', { class: 'quiet' }, ` (${code})`),
    ),
  )
  return lines.length === 0
    ? element('p', { class: 'quiet' }, 'No problems found.')
    : element('ul', { class: 'problems' }, ...lines)
}

function table(caption: string, headings: readonly string[], lines: readonly HTMLElement[]): HTMLElement {
  const head = element('tr', {}, ...headings.map(heading => element('th', { scope: 'col' }, heading)))
  return element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    element('table', {}, element('caption', {}, caption), element('thead', {}, head), element('tbody', {}, ...lines)),
  )
}
