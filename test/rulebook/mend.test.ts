import { describe, expect, it } from 'vitest'
import { mendRulebook } from '../../src/rulebook/index.ts'

/** Repairs of `lint --fix`, and problems that it does not touch. */

const mended = (body: string) => mendRulebook({ file: 'r.yaml', text: `leadq: 1\n${body}` }).text.slice(9)

describe('mendRulebook', () => {
  it.each<[what: string, before: string, after: string]>([
    [
      'a list that nothing names, with its comment',
      'lists:\n  a: [x]   # old\n  b: [y]\ntags: { t: { city: $b } }\n',
      'lists:\n  b: [y]\ntags: { t: { city: $b } }\n',
    ],
    ['all lists', 'lists:\n  a: [x]\n  b:\n    - y\ntags: { t: { city: B } }\n', 'tags: { t: { city: B } }\n'],
    [
      'a list among others on a line',
      'lists: { a: [x], b: [y], c: [z] }\ntags: { t: { city: [$a, $c] } }\n',
      'lists: { a: [x], c: [z] }\ntags: { t: { city: [$a, $c] } }\n',
    ],
    [
      'a value that stands twice',
      'tags: { t: { city: [Berlin, Hamburg, berlin ] } }\n',
      'tags: { t: { city: [Berlin, Hamburg ] } }\n',
    ],
    [
      'a value on a line of its own',
      'tags:\n  t:\n    city:\n      - Berlin   # here\n      - BERLIN\n      - Bonn\n',
      'tags:\n  t:\n    city:\n      - Berlin   # here\n      - Bonn\n',
    ],
    [
      'a table that goes up and down',
      'scores: { f: { rules: [ { id: a, field: visits, points_from: { 5: 2, 20: 9, 10: 4 } } ] } }\n',
      'scores: { f: { rules: [ { id: a, field: visits, points_from: { 5: 2, 10: 4, 20: 9 } } ] } }\n',
    ],
    [
      'a question with a comma',
      'criteria: { n: { when: { need: x }, ask: Who, if not you? } }\n',
      'criteria: { n: { when: { need: x }, ask: "Who, if not you?" } }\n',
    ],
  ])('%s', (_, before, after) => {
    expect(mended(before)).toBe(after)
    expect(mended(after)).toBe(after)
  })

  it.each<[what: string, text: string]>([
    ['owners who get two of three leads', 'owners: [ { to: [Anna, Anna, Ben] } ]\n'],
    ['patterns that differ in capitals', 'tags: { t: { city: { matches: ["\\\\d", "\\\\D"] } } }\n'],
    [
      'a table that goes down',
      'scores: { f: { rules: [ { id: a, field: visits, points_from: { 20: 9, 5: 2 } } ] } }\n',
    ],
    ['lists for what it extends', 'extends: b2b\nlists: { leaders: [CEO] }\n'],
    ['what is no YAML', 'lists: [\n'],
  ])('leaves %s', (_, text) => {
    expect(mended(text)).toBe(text)
  })
})
