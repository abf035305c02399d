import type { Explanation } from '../../ir/results/explanation.ts'
import { plural } from '../numbers.ts'
import { flow, labelled, roomOf, wrap } from '../terminal/lines.ts'
import { clean, cut, padEnd, widest } from '../terminal/terminal-text.ts'
import type { Theme } from '../terminal/theme.ts'
import { conditionText, marked, markOf } from './conditions.ts'
import type { Room } from './room.ts'

const NAME = 20

/** What else is known of the lead and what happens to it. */
export function printConclusions(explanation: Explanation, theme: Theme, room: Room): string[] {
  const segments = Object.entries(explanation.segments).map(([name, label]) => `${clean(name)} ${clean(label)}`)
  const listed = (items: readonly string[]) => flow(items, theme, { separator: theme.glyphs.dot, lines: 3 })
  return [
    ...labelled('account', account(explanation, theme), theme),
    ...labelled('criteria', (room.criteria ? criteria : criteriaNames)(explanation, theme), theme),
    ...(room.labels ? labelled('segments', listed(segments), theme) : []),
    ...labelled('tags', listed(explanation.tags.map(clean)), theme),
    ...labelled('next', next(explanation, theme), theme),
    ...(room.labels
      ? labelled('complete', [`${explanation.completeness}% of the columns it uses are filled`], theme)
      : []),
  ]
}

function account({ account }: Explanation, theme: Theme): string[] {
  if (account === null) return []
  const { name, leads, best, sum, engaged, contacts_known: known } = account
  const points = best === null ? [] : [`best ${best}`, `sum ${sum}`]
  const counts = [...(engaged === null ? [] : [`${engaged} engaged`]), `${plural(known, 'contact')} known`]
  return wrap([clean(name), plural(leads, 'lead'), ...points, ...counts].join(', '), roomOf(theme), 2)
}

const STATES = { met: 'holds', not_met: 'fails', unknown: 'unknown' } as const

/** Each with what decided it; where nothing did, with the question that would. */
function criteria({ criteria }: Explanation, theme: Theme): string[] {
  const names = criteria.map(({ name }) => cut(clean(name), NAME, theme.glyphs.ellipsis))
  const width = widest(names)
  return criteria.flatMap(({ state, ask, conditions }, index) => {
    const deciding = conditions.filter(condition => condition.state === STATES[state]).map(conditionText)
    const text = state === 'unknown' && ask !== null ? `ask: ${clean(ask)}` : deciding.join(', ')
    const name = padEnd(names[index] ?? '', width)
    return marked(STATES[state], `${name}  ${text}`.trimEnd(), roomOf(theme), theme)
  })
}

/** `✓ profile · ✓ budget · ? need` */
function criteriaNames({ criteria }: Explanation, theme: Theme): string[] {
  const items = criteria.map(
    ({ name, state }) => `${markOf(STATES[state], theme)} ${cut(clean(name), NAME, theme.glyphs.ellipsis)}`,
  )
  return flow(items, theme, { separator: theme.glyphs.dot, lines: 2 })
}

function next({ next, owner, due }: Explanation, theme: Theme): string[] {
  const parts = [next, owner === '' ? '' : `owner ${owner}`, due === null ? '' : `due ${due}`]
  const text = parts.filter(part => part !== '').map(clean)
  return text.length === 0 ? [] : wrap(text.join(', '), roomOf(theme), 2)
}
