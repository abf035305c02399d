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
    ['an unknown word', 'leadq: 1\nlocale: { numbers: fr }\n', ['2:20 rule/shape']],
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

  test('all problems are found in one go and sorted', () => {
    const text = `nmae: x
locale: { numbers: fr }
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
