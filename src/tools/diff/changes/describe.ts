import { BEFORE, isBefore } from '../../../ir/plan/before.ts'
import type { Expr, Test } from '../../../ir/plan/expr.ts'
import type { Fade } from '../../../ir/plan/fade.ts'
import type { Earning, EventLimit, Payment, Rule, StageRow } from '../../../ir/plan/plan.ts'
import { printExpr } from '../../../ir/plan/print-expr.ts'
import { type Spelling, spelledOut } from '../../../ir/plan/spelled.ts'
import type { Detail } from '../../../ir/results/difference.ts'
import type { Part, Parts } from './parts.ts'

/** The description of a part: setting -> value. */
type Settings = ReadonlyMap<string, string | Points>

/** A number of points in a setting whose name does not show that. */
interface Points {
  readonly points: number
}

/** The settings of a part that differ. A part that is in one rulebook only is described in full. */
export function detailsOf(name: string, base: Parts, head: Parts, spell: Spelling): Detail[] {
  const [before, after] = [settingsOf(base.get(name), base, spell), settingsOf(head.get(name), head, spell)]
  const settings = [...new Set([...before.keys(), ...after.keys()])]
  return settings.flatMap(setting => {
    const [old, now] = [valueText(before.get(setting)), valueText(after.get(setting))]
    if (old === now) return []
    const unit = [before, after].some(side => typeof side.get(setting) === 'object') ? { unit: 'points' as const } : {}
    const isCondition = CONDITIONS.has(setting) && old !== undefined && now !== undefined
    const [shownOld, shownNow] = isCondition ? whatDiffers(old, now) : [old, now]
    return [{ setting, ...(shownOld && { before: shownOld }), ...(shownNow && { after: shownNow }), ...unit }]
  })
}

function valueText(value: string | Points | undefined): string | undefined {
  return typeof value === 'object' ? String(value.points) : value
}

const CONDITIONS: ReadonlySet<string> = new Set(['when', 'where'])
const AND = ' and '
const OR = ' or '
const MAX_SHOWN_VALUES = 4

/** For two similar conditions, the comparisons that only one of them has. */
function whatDiffers(before: string, after: string): [string, string] {
  const [old, now] = [before.split(AND), after.split(AND)]
  const [onlyOld, onlyNow] = [old.filter(part => !now.includes(part)), now.filter(part => !old.includes(part))]
  const isPartly = onlyOld.length > 0 && onlyNow.length > 0
  const [shownOld, shownNow] = isPartly ? [onlyOld.join(AND), onlyNow.join(AND)] : [before, after]
  return withoutCommonValues(shownOld, shownNow)
}

/** For two long lists of values, the equal parts around the differences are cut. */
function withoutCommonValues(before: string, after: string): [string, string] {
  const [old, now] = [before.split(OR), after.split(OR)]
  const shorter = Math.min(old.length, now.length)
  let start = 1
  while (start < shorter && old[start] === now[start]) start += 1
  let end = 0
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end += 1
  const cut = (values: readonly string[]) => {
    const middle = values.slice(start, values.length - end)
    const shown = [values[0] ?? '', ...(start > 1 ? ['...'] : []), ...middle, ...(end > 0 ? ['...'] : [])]
    return shown.join(OR)
  }
  return old[0] === now[0] && shorter > MAX_SHOWN_VALUES ? [cut(old), cut(now)] : [before, after]
}

function settingsOf(part: Part | undefined, parts: Parts, spell: Spelling): Settings {
  if (part === undefined) return new Map()
  const print = printerOf(parts, spell)
  switch (part.kind) {
    case 'rule':
      return new Map([
        ...(part.group ? [['group', part.group] as const] : []),
        ...ruleSettings(part.value, print, spell),
      ])
    case 'stage':
      return stageSettings(part.value, print, spell)
    case 'criterion':
    case 'exclusion':
    case 'group':
    case 'score':
      return plain(part.value, print, spell)
    case 'tag':
      return new Map([['when', print(part.value.when)]])
    case 'segment':
      return new Map(part.value.rows.map(({ label, when }) => [label, when ? print(when) : 'otherwise']))
    case 'total':
      return new Map(part.value.map(({ score, weight }) => [score, String(weight / 10_000)]))
    case 'grade':
      return new Map(
        part.value.flatMap(({ score, bands }) =>
          bands.map(({ label, from }) => [`${label} of ${score}`, `${from} and more`] as const),
        ),
      )
    case 'chance':
      return new Map([
        ['of', part.value.of === undefined ? 'score.total' : `score.${part.value.of}`],
        ...part.value.bands.map(({ from, percent }) => [`from ${from}`, `${percent} %`] as const),
      ])
    case 'owners':
      return rows(part.value, row => ('keep' in row ? `keep ${row.keep}` : row.to.join(', ')), print)
    case 'next':
      return rows(part.value, row => row.do + (row.due === undefined ? '' : ` in ${row.due}d`), print)
    case 'locale':
    case 'field':
    case 'events':
    case 'dedupe':
    case 'account':
      return plain(part.value, print, spell)
  }
}

/** A row as it is written: what it remembers is a part of its condition in a plan. */
function stageSettings({ memory, ...row }: StageRow, print: Print, spell: Spelling): Settings {
  if (memory === undefined) return plain(row, print, spell)
  const { coolDown, ...conditions } = memory
  return plain({ ...row, ...conditions, ...(coolDown !== undefined && { coolDown: `${coolDown}d` }) }, print, spell)
}

type Print = (expr: Expr) => string

/** Days are numbers in a plan; the fields say which of them are dates. */
function printerOf(parts: Parts, spell: Spelling): Print {
  return expr =>
    printExpr(
      spelledOut(expr, spell),
      subject => {
        if (subject.kind === 'field' && isBefore(subject.name)) return subject.name === BEFORE.since ? 'date' : 'other'
        const part = subject.kind === 'field' ? parts.get(`field ${subject.name}`) : undefined
        return part?.kind === 'field' && part.value.type === 'date' ? 'date' : 'other'
      },
      Number.POSITIVE_INFINITY,
    )
}

/** Settings reported under their own names. */
function plain(value: object, print: Print, spell: Spelling): Map<string, string> {
  const told = Object.entries(value).filter(([key, each]) => key !== 'place' && key !== 'name' && !isNone(each))
  return new Map(told.map(([key, each]) => [spelled(key), isExpr(key, each) ? print(each) : text(each, spell)]))
}

function isExpr(key: string, value: unknown): value is Expr {
  return (key === 'when' || key === 'keepWhile') && typeof value === 'object'
}

function text(value: unknown, spell: Spelling): string {
  // Texts that are compared with cells are folded in a plan; they stand in lists.
  if (Array.isArray(value) && value.every(each => typeof each === 'string')) return value.map(spell).join(', ')
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return value.map(each => text(each, spell)).join(', ')
  const told = Object.entries(value).filter(([key, each]) => key !== 'place' && !isNone(each))
  return told.map(([key, each]) => `${spelled(key)} ${text(each, spell)}`).join(', ')
}

function isNone(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

/** `afterSending` is `after_sending` in a rulebook. */
function spelled(key: string): string {
  return key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}

function rows<R extends { readonly when?: Expr }>(list: readonly R[], say: (row: R) => string, print: Print): Settings {
  return new Map(
    list.map((row, index) => [
      `row ${index + 1}`,
      say(row) + (row.when === undefined ? '' : ` when ${print(row.when)}`),
    ]),
  )
}

type Setting = readonly [string, string | Points]

function ruleSettings({ earns, fade, when, ...rest }: Rule, print: Print, spell: Spelling): Setting[] {
  const { id: _id, place: _place, ...others } = rest
  return [
    ...earningSettings(earns, print, spell),
    ...(when === undefined ? [] : [['when', print(when)] as const]),
    ...(fade.kind === 'none' ? [] : [['fade', printFade(fade)] as const]),
    ...Object.entries(others).map(
      ([key, value]) => [key, key === 'within' ? `${value}d` : text(value, spell)] as const,
    ),
  ]
}

function earningSettings(earns: Earning, print: Print, spell: Spelling): Setting[] {
  switch (earns.kind) {
    case 'per':
      return [
        ['points', String(earns.points)],
        ['per', `${earns.every === 1 ? '' : `${earns.every} `}${earns.field}`],
      ]
    case 'events': {
      const { pays, names, where, distinct, after, limit, count, last, insteadOf } = earns
      return [
        ...paymentSettings(pays, print, spell),
        ['event', names.join(', ') || 'any'],
        ...(where === undefined ? [] : [['where', print(where)] as const]),
        ...(distinct === undefined ? [] : [['distinct', distinct] as const]),
        ...(after === undefined ? [] : [['after', after] as const]),
        ...(limit === undefined ? [] : [['limit', limitText(limit)] as const]),
        ...(count === undefined ? [] : [['count:', testsText('count', count, print)] as const]),
        ...(last === undefined ? [] : [['last:', testsText('last', last, print)] as const]),
        ...(insteadOf.length === 0 ? [] : [['instead_of', insteadOf.join(', ')] as const]),
      ]
    }
    default:
      return paymentSettings(earns, print, spell)
  }
}

/** As a rulebook spells it: `once`, `3`, `1 per 7d`. */
function limitText({ most, days }: EventLimit): string {
  if (days !== undefined) return `${most} per ${days}d`
  return most === 1 ? 'once' : String(most)
}

function testsText(name: string, tests: readonly Test[], print: Print): string {
  return tests
    .map(test => print({ kind: 'test', subject: { kind: 'field', name }, test }).slice(name.length + 1))
    .join(AND)
}

function paymentSettings(pays: Payment, print: Print, spell: Spelling): Setting[] {
  switch (pays.kind) {
    case 'once':
      return [['points', String(pays.points)]]
    case 'table':
      return [
        ...pays.rows.map(
          ({ value, points }) =>
            [`${pays.field} ${typeof value === 'string' ? spell(value) : value}:`, { points }] as const,
        ),
        ...(pays.otherwise === 0 ? [] : [[`${pays.field} else:`, { points: pays.otherwise }] as const]),
      ]
    case 'points_from':
      return [...pays.rows]
        .reverse()
        .map(({ from, points }) => [`${pays.field}: ${from} and more`, { points }] as const)
    case 'cases':
      return pays.rows.map(({ when, points }) => [`${print(when)}:`, { points }] as const)
  }
}

function printFade(fade: Fade): string {
  switch (fade.kind) {
    case 'none':
      return 'none'
    case 'half_life':
      return `half life ${fade.days}d`
    case 'linear':
      return `linear ${fade.days}d`
    case 'steps':
      return fade.steps.map(({ days, percent }) => `${days}d: ${percent}%`).join(', ')
  }
}
