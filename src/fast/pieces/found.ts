import { emptyFindings } from '../../engine/judge.ts'
import type { Finding } from '../../engine/watch.ts'
import type { BoundPlan } from '../../ir/plan/bound-plan.ts'
import { rulesOfPlan } from '../../ir/results/counts.ts'
import type { Verdict } from '../../ir/results/verdict.ts'
import type { Truth } from '../../ir/values/value.ts'
import { accountWith, type Backgrounds } from '../background.ts'
import type { Slot } from '../values/slots.ts'
import type { Numbers } from './numbers.ts'
import type { Dependencies } from './observe.ts'
import type { Piece } from './pieces.ts'
import type { Question, Source } from './questions.ts'

/** What was found of the leads of a batch so far: later parts of the judge look at it. */
export interface Found {
  readonly backgrounds: Backgrounds
  /** By rule: the piece that holds its points; nothing for a rule that earns nothing here. */
  readonly rules: Map<number, { readonly source: Source; points(id: number): number }>
  /** By score; nothing for one that is not known. */
  readonly scores: (Numbers | undefined)[]
  total?: Numbers
  grade?: Piece<string | undefined>
  chance?: Piece<number | undefined>
  criteria: readonly Piece<Truth>[]
  stage?: Piece<string>
  readonly segments: Piece<string>[]
  readonly tags: Piece<boolean>[]
}

/** What a part of the judge asks of fields and of what was found before. */
export function questionsOf(
  { fields, findings, events }: Dependencies,
  slots: readonly (Slot | undefined)[],
  found: Found,
  bound: BoundPlan,
): Question[] {
  const ofFields = [...fields].flatMap(([index, looks]): Question[] => {
    const slot = slots[index]
    if (slot === undefined) return []
    return [{ source: slot, answer: id => looks.map(look => slot.sight(id, look)).join('\n') }]
  })
  const ofFindings = findings.flatMap(({ subject, see }) =>
    questionsAbout(subject, found, bound, of => JSON.stringify(see({ ...NOTHING_FOUND, ...of })) ?? ''),
  )
  const ofEvents = events.map((look): Question => ({ source: found.backgrounds.events(look), answer: String }))
  return [...ofFields, ...ofFindings, ...ofEvents]
}

const NOTHING_FOUND: Verdict = emptyFindings(0, undefined)

/** What is asked of a finding; nothing if it is the same for all leads. */
function questionsAbout(
  subject: Finding,
  found: Found,
  bound: BoundPlan,
  seen: (findings: Partial<Verdict>) => string,
): Question[] {
  const indexIn = (list: readonly { readonly name: string }[], name: string) =>
    list.findIndex(each => each.name === name)
  switch (subject.kind) {
    case 'rule': {
      const index = rulesOfPlan(bound).findIndex(({ id }) => id === subject.id)
      const rule = found.rules.get(index)
      return rule === undefined
        ? []
        : [{ source: rule.source, answer: id => seen({ points: at(index, rule.points(id)) }) }]
    }
    case 'score': {
      const index = indexIn(bound.scores, subject.name)
      const score = found.scores[index]
      return score === undefined ? [] : [{ source: score, answer: id => seen({ scores: at(index, score.value(id)) }) }]
    }
    case 'total': {
      const { total } = found
      return total === undefined ? [] : [{ source: total, answer: id => seen({ total: total.value(id) }) }]
    }
    case 'grade': {
      const { grade } = found
      return grade === undefined ? [] : [{ source: grade, answer: id => seen({ grade: grade.values[id] }) }]
    }
    case 'chance': {
      const { chance } = found
      return chance === undefined ? [] : [{ source: chance, answer: id => seen({ chance: chance.values[id] }) }]
    }
    case 'account': {
      const { figure } = subject
      const source = found.backgrounds.account(figure)
      return [{ source, answer: id => seen({ account: accountWith(figure, source.value(id)) }) }]
    }
    case 'criterion': {
      const index = indexIn(bound.criteria, subject.name)
      const criterion = found.criteria[index]
      if (criterion === undefined) return []
      return [{ source: criterion, answer: id => seen({ criteria: at(index, criterion.values[id]) }) }]
    }
    case 'criteria':
      // How many there are is seen by all of them together, so each is told apart as it is.
      return found.criteria.map(source => ({ source, answer: id => String(source.values[id]) }))
    case 'stage': {
      const { stage } = found
      return stage === undefined ? [] : [{ source: stage, answer: id => seen({ stage: stage.values[id] ?? '' }) }]
    }
    case 'segment': {
      const index = indexIn(bound.segments, subject.name)
      const segment = found.segments[index]
      if (segment === undefined) return []
      return [{ source: segment, answer: id => seen({ segments: at(index, segment.values[id] ?? '') }) }]
    }
    case 'tag': {
      const index = indexIn(bound.tags, subject.name)
      const tag = found.tags[index]
      return tag === undefined
        ? []
        : [{ source: tag, answer: id => seen({ tags: at(index, tag.values[id] === true) }) }]
    }
  }
}

/** A list in which one place is taken. */
function at<T>(index: number, value: T): T[] {
  const list: T[] = []
  list[index] = value
  return list
}
