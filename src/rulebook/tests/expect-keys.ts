import { type Aspect, FIRED, NOT_FIRED, NOT_SET, SET, UNKNOWN } from '../../ir/plan/lead-test.ts'

/** The keys under `expect`: the subject of each, its name in messages, and the form of its value. */

export type Reading =
  | {
      readonly form: 'one'
      readonly kind: 'stage' | 'total' | 'grade' | 'chance' | 'owner' | 'next'
      readonly value: ValueForm
      /** Its name in conditions, if it has one. */
      readonly condition?: string
    }
  | {
      readonly form: 'named'
      readonly kind: NamedKind
      readonly noun: string
      readonly value: ValueForm
      /** What conditions put before the name. */
      readonly family: string
    }
  | {
      readonly form: 'list'
      readonly kind: NamedKind
      readonly noun: string
      readonly is: string
      /** Whether an empty list says something: that there is none. */
      readonly canBeNone: boolean
    }

export type NamedKind = Exclude<Extract<Aspect, { readonly name: string }>['kind'], 'none'>
export type ValueForm = 'label' | 'number'

const READINGS = {
  stage: { form: 'one', kind: 'stage', value: 'label', condition: 'stage' },
  score: { form: 'one', kind: 'total', value: 'number', condition: 'score.total' },
  scores: { form: 'named', kind: 'score', noun: 'score', value: 'number', family: 'score' },
  points: { form: 'named', kind: 'points', noun: 'rule', value: 'number', family: 'rule' },
  grade: { form: 'one', kind: 'grade', value: 'label', condition: 'grade' },
  chance: { form: 'one', kind: 'chance', value: 'number', condition: 'chance' },
  tags: { form: 'list', kind: 'tag', noun: 'tag', is: SET, canBeNone: true },
  not_tags: { form: 'list', kind: 'tag', noun: 'tag', is: NOT_SET, canBeNone: false },
  segments: { form: 'named', kind: 'segment', noun: 'segment', value: 'label', family: 'segment' },
  fired: { form: 'list', kind: 'rule', noun: 'rule', is: FIRED, canBeNone: true },
  not_fired: { form: 'list', kind: 'rule', noun: 'rule', is: NOT_FIRED, canBeNone: false },
  criteria: { form: 'named', kind: 'criterion', noun: 'criterion', value: 'label', family: 'criteria' },
  missing: { form: 'list', kind: 'criterion', noun: 'criterion', is: UNKNOWN, canBeNone: true },
  excluded: { form: 'list', kind: 'exclusion', noun: 'exclusion', is: FIRED, canBeNone: true },
  owner: { form: 'one', kind: 'owner', value: 'label' },
  next: { form: 'one', kind: 'next', value: 'label' },
} as const satisfies Readonly<Record<string, Reading>>

export type ExpectKey = keyof typeof READINGS

export function isExpectKey(key: string): key is ExpectKey {
  return Object.hasOwn(READINGS, key)
}

export const EXPECT_KEYS = Object.keys(READINGS).filter(isExpectKey)

export function readingOf(key: ExpectKey): Reading {
  return READINGS[key]
}

/** Blocks of conditions, and what stands before the dot of a name. */
const BLOCKS: readonly string[] = ['all', 'any', 'not', 'some']
const FAMILIES: readonly string[] = ['score', 'rule', 'criteria', 'segment', 'tag', 'account', 'before', 'change']

/** Whether a key that is no expectation by name can be a condition of the rulebook: `score.fit`, `tag.pql`, `any`. */
export function isConditionKey(key: string): boolean {
  const [family = '', ...name] = key.split('.')
  return BLOCKS.includes(key) || (FAMILIES.includes(family) && (name.length > 0 || !isExpectKey(key)))
}

/** The expectation that a condition on a name means when its value is one text or a range: `score.fit: 70..90`. */
export function expectationOf(key: string): { readonly key: ExpectKey; readonly name?: string } | undefined {
  if (key === 'score.total') return { key: 'score' }
  if (key === 'criteria.met' || key === 'criteria.unknown') return undefined
  const [family, ...name] = key.split('.')
  const found = EXPECT_KEYS.find(each => {
    const reading = readingOf(each)
    return reading.form === 'named' && reading.family === family
  })
  return found === undefined || name.length === 0 ? undefined : { key: found, name: name.join('.') }
}
