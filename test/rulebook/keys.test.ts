import { describe, expect, test } from 'vitest'
import { readRulebook } from '../../src/rulebook/index.ts'
import { problemsOf } from './read.ts'

describe('keys and kinds of values', () => {
  test.each<[name: string, text: string, problems: string[]]>([
    ['no format version', 'name: x\n', ['1:1 rule/missing-key (a rulebook begins with `leadq: 1`)']],
    ['another format version', 'leadq: 2\n', ['1:8 rule/range']],
    ['a misspelled key', 'leadq: 1\nstagse: []\n', ['2:1 rule/unknown-key (did you mean `stages`?)']],
    [
      'a text with a comma and no quotes',
      'leadq: 1\ncriteria:\n  need: { when: { country: DE }, ask: Who, if not you? }\n',
      ['3:44 rule/unknown-key (a text with a comma stands in quotes: `ask: "Who, if not you?"`)'],
    ],
    ['a list where a map belongs', 'leadq: 1\nscores: [fit]\n', ['2:9 rule/shape']],
    ['nothing where a text belongs', 'leadq: 1\nname:\n', ['2:1 rule/shape']],
    ['an unknown word', 'leadq: 1\nlocale: { numbers: xy }\n', ['2:20 rule/shape']],
    ['a misspelled word', 'leadq: 1\nfields: { a: { type: nubmer } }\n', ['2:22 rule/shape (did you mean `number`?)']],
    [
      'an unknown time zone',
      'leadq: 1\nlocale: { timezone: Europe/Berln }\n',
      ['2:21 rule/constant (did you mean `Europe/Berlin`?)'],
    ],
    ['a rulebook that is not there', 'leadq: 1\nextends: b2b\n', ['2:10 file/not-found']],
    ['a list in a list', 'leadq: 1\nlists: { a: [x, $b] }\n', ['2:17 rule/shape']],
    ['a list that no condition can name', 'leadq: 1\nlists: { 2025: [x] }\n', ['2:10 rule/name']],
  ])('%s', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems)
  })

  /** Words of other tools; each stands alone in a rulebook, and its hint says the word of leadq. */
  test.each<[where: string, hint: string]>([
    ['fields: { x: { column: A } }', 'did you mean `from`?'],
    ['fields: { x: { type: int } }', 'did you mean `number`?'],
    ['fields: { x: { type: string } }', 'did you mean `text`?'],
    ['locale: { numbers: german }', 'did you mean `de`?'],
    ['locale: { timezone: Berlin }', 'did you mean `Europe/Berlin`?'],
    ['stages: [ { stage: SQL, if: { country: DE } }, { stage: nurture } ]', 'did you mean `when`?'],
    ['owners: [ { owner: Anna } ]', 'did you mean `to`?'],
    ['next: [ { do: call, stage: SQL } ]', 'a condition stands under `when`: `when: { stage: SQL }`'],
    ['scores: { f: { rules: [ { id: a, when: { country: DE }, score: 20 } ] } }', 'did you mean `points`?'],
    ['scores: { f: { fade: 30d, rules: [] } }', 'write `{ half_life: 30d }`'],
    ['scores: { f: { rules: [ { id: a, event: x, limit: 1 per week, points: 1 } ] } }', 'write `1 per 1w`'],
    ['rules: []', 'did you mean `scores`?'],
    ['tags: { t: { and: [ { country: DE } ] } }', 'did you mean `all`?'],
    ['tags: { t: { or: [ { country: DE } ] } }', 'did you mean `any`?'],
    ['tags: { t: { country: { in: [DE] } } }', 'did you mean `equals`, or just the value or the list?'],
    ['tags: { t: { country: { not_equals: DE } } }', 'did you mean `not`, as in `{ not: [DE, AT] }`?'],
    ['tags: { t: { employees: { ">": 50 } } }', 'did you mean `above`?'],
    ['tags: { t: { employees: { gte: 50 } } }', 'did you mean `at_least`?'],
    ['tags: { t: { employees: ">= 50" } }', 'write `{ at_least: 50 }`'],
    ['tags: { t: { email: { exists: true } } }', 'did you mean `known: true`?'],
    ['tags: { t: { email: { is: business } } }', 'did you mean `business_mail`?'],
    ['tags: { t: { created_date: { last: 30d } } }', 'did you mean `in_last`?'],
    ['tags: { t: { title: CEO } }', 'did you mean `job_title`? It is the field of a column "title"'],
    ['tags: { t: { revenue: 5 } }', 'did you mean `annual_revenue`? It is the field of a column "revenue"'],
    [
      'tags: { t: { last_contact: 5 } }',
      'did you mean `last_contact_date`? It is the field of a column "last_contact"',
    ],
  ])('%s', (where, hint) => {
    const { diagnostics } = readRulebook({ file: 'a.yaml', text: `leadq: 1\n${where}\n` })
    expect(diagnostics.map(problem => problem.hint)).toContain(hint)
  })

  test('all problems are found in one go and sorted', () => {
    const text = `nmae: x
locale: { numbers: xy }
fields: { a.b: {} }
tags: { hot: { employes: { above: 50 } } }
stages: [{ stage: SQL, when: { contry: DE } }]
`
    expect(problemsOf(text)).toEqual([
      '1:1 rule/missing-key (a rulebook begins with `leadq: 1`)',
      '1:1 rule/unknown-key (did you mean `name`?)',
      '2:20 rule/shape',
      '3:11 rule/name',
      '4:16 rule/unknown-field (did you mean `employees`?)',
      '5:19 rule/order (add `- { stage: nurture }`)',
      '5:32 rule/unknown-field (did you mean `country`?)',
    ])
  })

  test('messages say what was expected and found', () => {
    const { diagnostics } = readRulebook({ file: 'a.yaml', text: 'leadq: 1\nlocale: { dates: us }\nscores: 7\n' })
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'expected `auto`, `iso`, `dmy` or `mdy`, found `us`',
      'expected a map, found `7`',
    ])
  })
})

describe('names', () => {
  test.each<[name: string, text: string, problems: string[]]>([
    ['a semicolon', 'leadq: 1\ntags: { "a;b": { country: DE } }\n', ['2:9 rule/name']],
    ['a line break', 'leadq: 1\ntags: { "a\\nb": { country: DE } }\n', ['2:9 rule/name']],
    ['a control character', 'leadq: 1\ntags: { "a\\tb": { country: DE } }\n', ['2:9 rule/name']],
    ['a blank', 'leadq: 1\nstages: [{ stage: " " }]\n', ['2:19 rule/name']],
    [
      'a field called like a word of conditions',
      'leadq: 1\nfields: { some: {}, stage: {} }\n',
      ['2:11 rule/name', '2:21 rule/name'],
    ],
    ['a score called like a column', 'leadq: 1\nscores: { Reasons: {} }\n', ['2:11 rule/name']],
    [
      'a segment called like a score',
      'leadq: 1\nscores: { fit: {} }\nsegments: { fit: { a: otherwise } }\n',
      ['3:13 rule/name'],
    ],
    ['a score called total', 'leadq: 1\nscores: { total: {} }\n', ['2:11 rule/name']],
    ['a criterion called met', 'leadq: 1\ncriteria: { met: { when: { country: DE } } }\n', ['2:13 rule/name']],
    [
      'an id twice',
      `leadq: 1
scores: { fit: { rules: [{ id: a, per: visits, points: 1 }, { id: a, per: visits, points: 1 }] } }
exclude: [{ id: a, when: { country: DE } }]
stages: [{ stage: SQL, id: b, when: { country: DE } }, { stage: nurture, id: b }]
`,
      ['2:67 rule/duplicate-id', '3:17 rule/duplicate-id', '4:78 rule/duplicate-id'],
    ],
  ])('%s', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems)
  })
})
