import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printPlace } from '../../src/base/place.ts'
import type { Plan } from '../../src/ir/plan/plan.ts'
import { hashOf, type Library, mergedText, readRulebook } from '../../src/rulebook/index.ts'
import { rulebook } from '../support/draw.ts'
import { runs } from '../support/draws.ts'
import { EXAMPLE } from './read.ts'

/** Rulebooks by name; the first one is the one that is read. */
type Shelf = Readonly<Record<string, string>>

function libraryOf(shelf: Shelf): Library {
  return {
    find: wanted => {
      const text = shelf[wanted]
      return text === undefined
        ? { code: 'file/not-found', message: `no such rulebook: ${wanted}` }
        : { file: wanted, text }
    },
  }
}

function readShelf(shelf: Shelf) {
  const [file = '', text = ''] = Object.entries(shelf)[0] ?? []
  return { source: { file, text }, library: libraryOf(shelf), ...readRulebook({ file, text }, libraryOf(shelf)) }
}

function planOf(shelf: Shelf): Plan {
  const { plan, diagnostics } = readShelf(shelf)
  expect(diagnostics).toEqual([])
  if (plan === undefined) throw new Error('no plan')
  return plan
}

function problemsOf(shelf: Shelf): string[] {
  return readShelf(shelf).diagnostics.map(
    ({ code, place }) => `${place === undefined ? '' : printPlace(place)} ${code}`,
  )
}

/** A plan without places and its name. */
function meaning(plan: Plan | undefined): unknown {
  return JSON.parse(JSON.stringify(plan, (key, value) => (key === 'place' ? undefined : value)))
}

const BASE = `leadq: 1
name: Base
version: "7"
locale: { numbers: de, timezone: Europe/Berlin }
dedupe: { by: email, keep: latest, latest_by: created_date }
lists: { a: [x], b: [y] }
fields: { f: { type: number }, g: { from: G } }
scores:
  fit:
    max: 100
    min: -5
    rules:
      - { id: loose, when: { country: DE }, points: 1 }
    groups:
      one:
        max: 20
        rules:
          - { id: r1, when: { f: 1 }, points: 1 }
          - { id: r2, when: { f: 2 }, points: 2 }
          - { id: r3, when: { f: 3 }, points: 3 }
total: { fit: 1 }
criteria:
  budget: { when: { f: { above: 1 } } }
  need: { when: { g: { known: true } } }
exclude:
  - { id: x1, when: { f: 8 } }
  - { id: x2, when: { f: 9 } }
stages: [{ stage: SQL, when: { score.fit: { above: 5 } } }, { stage: cold }]
segments: { s: { hot: { f: 1 }, cold: otherwise }, t: { all: otherwise } }
tags: { t1: { f: 1 }, t2: { f: 2 } }
`

const over = (text: string, base = BASE): Shelf => ({
  'mine.yaml': `leadq: 1\nextends: base.yaml\n${text}`,
  'base.yaml': base,
})

const rules = (plan: Plan) => plan.scores.flatMap(({ groups }) => groups.flatMap(group => group.rules))
const rulesOf = (plan: Plan) => rules(plan).map(({ id, earns }) => `${id}:${'points' in earns ? earns.points : ''}`)

describe('what a rulebook takes over', () => {
  test('all of it, but the name and the version', () => {
    const { name, version, ...mine } = planOf(over(''))
    const { name: _, version: __, ...base } = planOf({ 'base.yaml': BASE })
    expect(mine).toEqual(base)
    expect({ name, version }).toEqual({ name: 'mine', version: undefined })
  })

  test('a rule replaces the one of its id where that stands, new ones follow, and `enabled: false` drops one', () => {
    const changes = `scores: { fit: { groups: { one: { rules: [
      { id: r4, when: { f: 4 }, points: 40 }, { id: r2, enabled: false }, { id: r1, when: { f: 1 }, points: 10 } ] } } } }`
    expect(rulesOf(planOf(over(changes)))).toEqual(['loose:1', 'r1:10', 'r3:3', 'r4:40'])
  })

  test.each<[where: string, changes: string, left: string[]]>([
    [
      'another group of its score',
      'scores: { fit: { groups: { two: { rules: [{ id: r2, when: { f: 2 }, points: 20 }] } } } }',
      ['loose:1', 'r1:1', 'r3:3', 'r2:20'],
    ],
    [
      'another score',
      'scores: { eng: { rules: [{ id: r2, when: { f: 2 }, points: 20 }] } }',
      ['loose:1', 'r1:1', 'r3:3', 'r2:20'],
    ],
    [
      'its score, beside the groups',
      'scores: { fit: { rules: [{ id: r2, when: { f: 2 }, points: 20 }] } }',
      ['loose:1', 'r2:20', 'r1:1', 'r3:3'],
    ],
    [
      'a group, and it is dropped where it stood as well',
      'scores: { fit: { groups: { one: { rules: [{ id: r2, enabled: false }] }, two: { rules: [{ id: r2, when: { f: 2 }, points: 20 }] } } } }',
      ['loose:1', 'r1:1', 'r3:3', 'r2:20'],
    ],
  ])('a rule of the same id leaves its old place for %s', (_, changes, left) => {
    expect(rulesOf(planOf(over(changes)))).toEqual(left)
  })

  test('a rule that was moved below stays where it was moved to', () => {
    const shelf: Shelf = {
      ...over('scores: { fit: { groups: { two: { rules: [{ id: r2, when: { f: 2 }, points: 20 }] } } } }'),
      'top.yaml':
        'leadq: 1\nextends: mine.yaml\nscores: { fit: { groups: { one: { rules: [{ id: r2, when: { f: 9 }, points: 90 }] } } } }',
    }
    const { 'mine.yaml': mine, 'base.yaml': base, 'top.yaml': top } = shelf
    expect(rulesOf(planOf({ 'top.yaml': top ?? '', 'mine.yaml': mine ?? '', 'base.yaml': base ?? '' }))).toEqual([
      'loose:1',
      'r1:1',
      'r3:3',
      'r2:90',
    ])
  })

  test('so do criteria and exclusions', () => {
    const { criteria, exclude } = planOf(
      over(`criteria: { new: { when: { f: 7 } }, budget: { when: { f: { above: 5 } } }, need: { enabled: false } }
exclude: [{ id: x3, when: { f: 7 } }, { id: x1, enabled: false }]`),
    )
    expect(criteria.map(({ name, place }) => `${name} ${place && printPlace(place)}`)).toEqual([
      'budget mine.yaml:3:38',
      'new mine.yaml:3:13',
    ])
    expect(exclude.map(({ id }) => id)).toEqual(['x2', 'x3'])
  })

  test('labels are given to what stands below, and a rule that is replaced on top has its own again', () => {
    const labels = (plan: Plan) => [...rules(plan), ...plan.exclude].map(({ id, label }) => `${id} ${label ?? '-'}`)
    const german = over('labels: { r1: eins, x2: zwei, loose: "drei: vier" }\n')
    expect(labels(planOf(german))).toEqual(['loose drei: vier', 'r1 eins', 'r2 -', 'r3 -', 'x1 -', 'x2 zwei'])
    const top = { 'top.yaml': 'leadq: 1\nextends: mine.yaml\nexclude: [{ id: x2, when: { f: 1 } }]\n', ...german }
    expect(labels(planOf(top)).slice(-2)).toEqual(['x1 -', 'x2 -'])
    expect(labels(planOf({ ...top, 'top.yaml': 'leadq: 1\nextends: mine.yaml\nlabels: { r1: un }\n' }))[1]).toBe(
      'r1 un',
    )
  })

  test('the settings of scores and groups are replaced key by key', () => {
    const [fit] = planOf(over('scores: { fit: { max: 50, groups: { one: { min: 1 } } } }')).scores
    expect(fit).toMatchObject({ max: 50, min: -5 })
    expect(fit?.groups[1]).toMatchObject({ max: 20, min: 1, name: 'one' })
    expect(fit?.groups[1]?.rules).toHaveLength(3)
  })

  test('fields, tags and segments by name, each as a whole and in the order below', () => {
    const plan = planOf(
      over(
        'fields: { f: { type: number, empty: 3 } }\nsegments: { s: { any: otherwise } }\ntags: { t3: { f: 3 }, t1: { f: 5 } }\n',
      ),
    )
    expect(plan.fields).toMatchObject({ f: { empty: 3 }, g: { from: ['G'] } })
    expect(plan.segments.map(({ name, rows }) => [name, rows.map(({ label }) => label)])).toEqual([
      ['s', ['any']],
      ['t', ['all']],
    ])
    expect(plan.tags.map(({ name }) => name)).toEqual(['t1', 't2', 't3'])
  })

  test('lists by name: what is below sees the new one', () => {
    const base = `${BASE}owners: [{ to: A, when: { country: $a } }, { to: B, when: { country: $b } }]\n`
    const { owners } = planOf(over('lists: { a: [z] }\n', base))
    expect(owners.map(({ when }) => when)).toMatchObject([{ test: { values: ['z'] } }, { test: { values: ['y'] } }])
  })

  test('stages, total, dedupe and what else is one piece are replaced whole', () => {
    const plan = planOf(over('stages: [{ stage: warm }]\ndedupe: { by: phone }\nlocale: { numbers: en }\n'))
    expect(plan.stages.map(({ stage }) => stage)).toEqual(['warm'])
    expect(plan.dedupe).toMatchObject({ by: ['phone'], keep: 'first' })
    expect(plan.locale).toMatchObject({ numbers: 'en', timezone: 'Europe/Berlin' })
  })
})

describe('several rulebooks', () => {
  const leg = (name: string, text: string) => ({ [name]: `leadq: 1\nextends: base.yaml\n${text}` })

  test('one that several extend is read once, and takes nothing back', () => {
    const shelf = {
      'mine.yaml': 'leadq: 1\nextends: [left.yaml, right.yaml]\n',
      ...leg('left.yaml', 'total: { fit: 0.5 }\n'),
      ...leg('right.yaml', 'tags: { t9: { f: 9 } }\n'),
      'base.yaml': BASE,
    }
    expect(planOf(shelf)).toMatchObject({ total: [{ weight: 5000 }] })
    expect(readShelf(shelf).sources.map(({ file }) => file)).toEqual([
      'base.yaml',
      'left.yaml',
      'right.yaml',
      'mine.yaml',
    ])
  })

  test('two that say different things of the same clash, until one on top settles it', () => {
    const shelf = (mine: string) => ({
      'mine.yaml': `leadq: 1\nextends: [left.yaml, right.yaml]\n${mine}`,
      ...leg('left.yaml', 'total: { fit: 0.5 }\n'),
      ...leg('right.yaml', 'total: { fit: 0.6 }\n'),
      'base.yaml': BASE,
    })
    expect(problemsOf(shelf(''))).toEqual(['mine.yaml:2:10 extends/clash'])
    expect(problemsOf(shelf('total: { fit: 0.7 }\n'))).toEqual([])
  })

  test('two that say the same do not clash, however they write it', () => {
    const shelf = {
      'mine.yaml': 'leadq: 1\nextends: [left.yaml, right.yaml]\n',
      ...leg('left.yaml', 'total: { fit: 0.5 }\n'),
      ...leg('right.yaml', 'total:\n  "fit": "0.5"\n'),
      'base.yaml': BASE,
    }
    expect(problemsOf(shelf)).toEqual([])
  })
})

describe('what is wrong', () => {
  test.each<[what: string, shelf: Shelf, problems: string[]]>([
    ['it extends itself', { 'a.yaml': 'leadq: 1\nextends: a.yaml\n' }, ['a.yaml:2:10 extends/circle']],
    ['a broken one below', over('', 'leadq: 1\n\tname: x\n'), ['base.yaml:2:1 yaml/syntax']],
    ['a list below', over('', '- 1\n'), ['base.yaml:1:1 rule/shape']],
    ['another format below', over('', 'leadq: 2\n'), ['base.yaml:1:8 rule/range']],
    ['no format below', over('', 'name: x\n'), ['base.yaml:1:1 rule/missing-key']],
    ['a label for nothing', over('labels: { r9: neun }\n'), ['mine.yaml:3:11 extends/nothing']],
    [
      'labels that are none',
      over('labels: { r1: [a], r2: "a; b" }\n'),
      ['mine.yaml:3:15 rule/shape', 'mine.yaml:3:24 rule/name'],
    ],
    ['a list of labels', over('labels: [a]\n'), ['mine.yaml:3:9 rule/shape']],
    [
      'one id twice in the same file',
      over('exclude: [{ id: x1, when: { f: 1 } }, { id: x1, when: { f: 2 } }]\n'),
      ['mine.yaml:3:45 rule/duplicate-id'],
    ],
    [
      'a rule below asks what the new type does not know',
      over(
        'fields: { g: { type: number } }\n',
        `${BASE.replace('r3, when: { f: 3 }', 'r3, when: { g: { has_word: x } }')}`,
      ),
      ['base.yaml:20:19 rule/changed-type'],
    ],
    [
      'an exclusion below does',
      over(
        'fields: { g: { type: number } }\n',
        `${BASE.replace('x1, when: { f: 8 }', 'x1, when: { g: { has_word: x } }')}`,
      ),
      ['base.yaml:26:28 rule/type'],
    ],
    [
      'a key that a row does not have',
      over('stages: [ { stage: a, when: { f: 1 }, cooling_: 14d }, { stage: b } ]\n'),
      ['mine.yaml:3:39 rule/unknown-key'],
    ],
    [
      'a rule becomes a criterion',
      over('criteria: { r1: { when: { f: 1 } } }\n'),
      ['mine.yaml:3:13 rule/duplicate-id'],
    ],
    ['a score that changes nothing', over('scores: { fitt: { max: 5 } }\n'), ['mine.yaml:3:11 extends/nothing']],
    ['a map in place of a name', { 'a.yaml': 'leadq: 1\nextends: { a: b }\n' }, ['a.yaml:2:10 rule/shape']],
  ])('%s', (_, shelf, problems) => {
    expect(problemsOf(shelf)).toEqual(problems)
  })
})

describe('the merged text', () => {
  const same = (shelf: Shelf) => {
    const { plan, source, library } = readShelf(shelf)
    const text = mergedText(source, library) ?? ''
    const again = readRulebook({ file: 'merged.yaml', text })
    expect(again.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(plan).toBeDefined()
    expect(meaning(again.plan)).toEqual(meaning(plan))
  }

  test('gives the same plan', () => {
    same(over('', BASE))
    same(over('', EXAMPLE))
    same(over('labels: { r1: eins, x1: zwei }\n', BASE))
    same(over('name: "null"\nlists: { a: ["null", ~x, "1e3", 01067, "yes", "# no comment", "a: b", ""] }\n', BASE))
  })

  test('gives the same plan for any rulebook', () => {
    fc.assert(
      fc.property(rulebook, book => same(over('', JSON.stringify(book)))),
      runs(30),
    )
  })

  test('is there only where something is merged', () => {
    expect(mergedText({ file: 'a.yaml', text: BASE }, libraryOf({}))).toBeUndefined()
  })
})

test('the hash is that of the text, or of all texts that are merged', () => {
  const [mine, base] = [{ text: 'mine' }, { text: 'base' }]
  expect(hashOf([mine])).toMatch(/^[0-9a-f]{64}$/)
  expect(
    new Set([hashOf([mine]), hashOf([base, mine]), hashOf([mine, base]), hashOf([{ text: 'base2' }, mine])]).size,
  ).toBe(4)
})
