import type { ChangeSummary, Detail, Difference, Effect, GateResult, Mover } from '../../ir/results/difference.ts'
import { percent, plural, signed, thousands } from '../numbers.ts'

/** The sentences of the report, shared by terminal and pull request. Not escaped yet. */

export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  breaking: 'breaking',
  'moves-leads': 'moves leads',
  'score-only': 'affects scores only',
  'labels-only': 'affects labels only',
  unseen: 'without effect on this data',
  cosmetic: 'cosmetic',
}

/** `3 changes: 1 moves leads, 2 cosmetic` */
export function changesWord({ changes }: Difference): string {
  if (changes.length === 0) return 'no difference in effect'
  const counts = Object.entries(EFFECT_WORDS).map(([effect, word]) => {
    const count = changes.filter(change => change.effect === effect).length
    if (count === 0) return undefined
    return changes.length === 1 ? word : `${count} ${count === 1 ? word : word.replace(/^(move|affect)s /, '$1 ')}`
  })
  return `${plural(changes.length, 'change')}: ${counts.filter(text => text !== undefined).join(', ')}`
}

/** `282 of 12,480 leads change their stage (2.3%): 239 up, 43 down` */
export function movedWord({ moved, data }: Difference): string {
  if (data.leads === 0) return 'no leads to compare on'
  if (moved.leads === 0) return `none of ${plural(data.leads, 'lead')} changes its stage`
  const verb = moved.leads === 1 ? 'changes its stage' : 'change their stage'
  const share = percent(moved.leads, data.leads)
  const apart = [
    ...(moved.new > 0 ? [`${thousands(moved.new)} to a new stage`] : []),
    ...(moved.gone > 0 ? [`${thousands(moved.gone)} from a stage that is gone`] : []),
  ]
  const where = [`${thousands(moved.up)} up`, `${thousands(moved.down)} down`, ...apart].join(', ')
  return `${thousands(moved.leads)} of ${plural(data.leads, 'lead')} ${verb} (${share}): ${where}`
}

export function scoreWord({ scores: { changed, mean } }: Difference): string {
  const shift = mean.before === null || mean.after === null ? '' : `, mean ${mean.before} -> ${mean.after}`
  return changed === 0
    ? 'no score changes'
    : `${plural(changed, 'score')} ${changed === 1 ? 'changes' : 'change'}${shift}`
}

/** `points 35 -> 45` */
function detailWord({ setting, before, after, unit }: Detail): string {
  const of = unit === undefined ? '' : Math.abs(Number(after ?? before)) === 1 ? ' point' : ` ${unit}`
  if (before === undefined) return `${setting} ${after ?? ''}${of}`.trim()
  if (after === undefined) return `${setting} ${before}${of} (gone)`
  return `${setting} ${before} -> ${after}${of}`
}

/** `1 added, 1 changed, 0 removed; 4 leads move` */
export function closingWord({ changes, moved }: Difference): string {
  const count = (...kinds: readonly ChangeSummary['kind'][]) =>
    changes.filter(({ kind }) => kinds.includes(kind)).length
  const counts = `${count('added')} added, ${count('changed', 'reordered')} changed, ${count('removed')} removed`
  return `${counts}; ${moved.leads === 0 ? 'no lead moves' : `${plural(moved.leads, 'lead')} ${moved.leads === 1 ? 'moves' : 'move'}`}`
}

/** What happened to a part. */
export const KIND_SIGNS: Readonly<Record<ChangeSummary['kind'], '+' | '~' | '-'>> = {
  added: '+',
  removed: '-',
  changed: '~',
  reordered: '~',
}

const KINDS: Readonly<Record<ChangeSummary['kind'], string>> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  reordered: 'changed',
}

/** A removed part is not repeated. */
export function whatWord({ kind, details }: ChangeSummary): string {
  return kind === 'removed' ? KINDS[kind] : `${KINDS[kind]}: ${details.map(detailWord).join('; ')}`
}

/** `moves 7 leads`, `affects scores only, seen in 12 leads`, `breaking, moves 3 leads`. */
export function effectWord({ effect, moves = 0, touches = 0 }: ChangeSummary): string {
  const word = EFFECT_WORDS[effect]
  if (moves > 0) return [...(effect === 'moves-leads' ? [] : [word]), `moves ${plural(moves, 'lead')}`].join(', ')
  return touches > 0 ? `${word}, seen in ${plural(touches, 'lead')}` : word
}

/** Leads that no change moves alone, by the changes it takes. */
export function togetherWords({ together }: Difference): string[] {
  return together.map(({ parts, leads }) => {
    const move = `${plural(leads, 'lead')} ${leads === 1 ? 'moves' : 'move'} only by`
    return parts.length === 0 ? `${move} several changes together` : `${move} ${parts.join(' and ')} together`
  })
}

export function pointsWord({ score: { before, after } }: Mover): string {
  if (before === after) return `${after ?? '-'}`
  const shift = before === null || after === null ? '' : ` (${signed(after - before)})`
  return `${before ?? '-'} -> ${after ?? '-'}${shift}`
}

export function becauseWord({ because, together = [] }: Mover): string {
  if (because.length > 0) return because.join(' or ')
  return together.length === 0 ? 'several changes together' : together.join(' and ')
}

export function gateWord({ gate, found, allowed }: GateResult): string {
  return `${gate}: ${found}, ${allowed}`
}

/** Stages or labels that no longer exist. */
export function goneWord({ gone }: Difference): string {
  return gone.map(({ what, name }) => `${what} ${name}`).join(', ')
}
