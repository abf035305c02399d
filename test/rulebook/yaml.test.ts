import { describe, expect, test } from 'vitest'
import { readRulebook } from '../../src/rulebook/index.ts'
import { planOf, problemsOf } from './read.ts'

const BOMB = `leadq: 1
lists:
  a: &a [x, x, x, x, x, x, x, x, x]
  b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
  c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
  d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
  e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
  f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]
`

describe('the text of a rulebook', () => {
  test.each<[name: string, text: string, problems: string[]]>([
    ['nothing at all', '', ['1:1 rule/shape']],
    ['only a comment', '# to do\n', ['1:1 rule/shape']],
    ['a list', '- leadq: 1\n', ['1:1 rule/shape']],
    ['a text', 'leadq\n', ['1:1 rule/shape']],
    [
      'a tab before a key',
      'leadq: 1\ntags:\n\tpql: { trial_started: true }\n',
      ['3:1 yaml/syntax (indent with spaces, a tab has no width in YAML)'],
    ],
    [
      'two documents',
      'leadq: 1\n---\nleadq: 1\n',
      [
        '3:1 yaml/documents (a rulebook is one document: remove the `---` and what follows, or give it a file of its own)',
      ],
    ],
    ['a key twice, whatever its quotes', 'leadq: 1\nname: a\n"name": b\n', ['3:1 yaml/duplicate-key']],
    ['a list as key', 'leadq: 1\n? [a]\n: b\n', ['2:3 rule/shape']],
    ['a tag', 'leadq: 1\nname: !secret x\n', ['2:7 yaml/syntax (remove the tag: a value takes the type of its field)']],
    ['an unknown anchor', 'leadq: 1\nname: *nobody\n', ['2:7 yaml/syntax']],
    ['an alias inside itself', 'leadq: 1\nlists: &all { a: *all }\n', ['2:18 yaml/too-large']],
    ['aliases that blow up', BOMB, ['8:9 yaml/too-large']],
    ['deep brackets', `leadq: 1\nname: ${'['.repeat(50_000)}`, ['2:106 yaml/too-large']],
    ['deep dashes', `${'- '.repeat(50_000)}a`, ['1:200 yaml/too-large']],
    [
      'deep indents',
      Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      ['100:101 yaml/too-large'],
    ],
    ['the prototype as a key', 'leadq: 1\n__proto__: { name: x }\n', ['2:1 rule/unknown-key']],
    ['the prototype as a name', 'leadq: 1\ntags: { __proto__: { country: DE } }\n', ['2:9 rule/name']],
    [
      'several mistakes of spelling at once',
      'leadq: 1\nname: "a" b\nversion: @1\n',
      ['2:11 yaml/syntax', '3:10 yaml/syntax (put a text that begins with a special sign in quotes)'],
    ],
    [
      'a row without its dash among rows with one',
      'leadq: 1\nowners:\n  - to: Anna\n    when: { country: DE }\n  to: Ben\n  when: { country: AT }\n',
      ['5:3 yaml/syntax (is a `-` missing before `to`?)'],
    ],
    [
      'a key one space short',
      'leadq: 1\ntags:\n  a: { country: DE }\n b: { country: AT }\n',
      ['4:2 yaml/syntax (keys of one map begin at the same column)'],
    ],
    [
      'a missing comma',
      'leadq: 1\ntags: { a: { country: DE } b: { country: AT } }\n',
      ['2:29 yaml/syntax (a quote, a comma, `}` or `]` is missing here or above)'],
    ],
    [
      'a colon in a value',
      'leadq: 1\nexclude: [ { id: a: b, when: { country: DE } } ]\n',
      ['2:18 yaml/syntax (put a text with `: ` in quotes; inside `{ }` and `[ ]` a map stands in `{ }`, too)'],
    ],
  ])('%s', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems)
  })

  test('a doubled key names its first place', () => {
    const [problem] = readRulebook({ file: 'a.yaml', text: 'leadq: 1\nname: a\nname: b\n' }).diagnostics
    expect(problem).toMatchObject({
      message: '`name` is already defined',
      place: { file: 'a.yaml', line: 3, col: 1, endLine: 3, endCol: 5 },
      related: [{ place: { line: 2, col: 1 } }],
    })
  })

  test('a byte order mark and Windows line ends change nothing', () => {
    expect(planOf('\uFEFFleadq: 1\r\nname: x\r\n').name).toBe('x')
    expect(problemsOf('\uFEFFleedq: 1\r\nlead: 1\r\n')).toContain('2:1 rule/unknown-key (did you mean `leadq`?)')
  })

  test('aliases stand for what they name', () => {
    const plan = planOf('leadq: 1\ntags:\n  a: &dach { country: [DE, AT] }\n  b: *dach\n')
    expect(plan.tags[1]?.when).toEqual(plan.tags[0]?.when)
  })

  test('nothing is polluted', () => {
    readRulebook({ file: 'a.yaml', text: 'leadq: 1\n__proto__: { polluted: 1 }\nlists: { __proto__: [polluted] }\n' })
    expect('polluted' in {}).toBe(false)
  })
})
