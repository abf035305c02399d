import { describe, expect, it } from 'vitest'
import { bindTo, planOf } from './support/plans.ts'

/** Reading of cells with e-mail addresses; `fixtures/operators.csv` has the spellings of all other types. */
describe('the address in a cell', () => {
  const plan = planOf('leadq: 1\ntags: { t: { email: { is: valid_email } } }')

  it.each([
    ['Anna@Acme.example', 'anna@acme.example', 'as it stands'],
    ['Anna Berg <anna@acme.example>', 'anna@acme.example', 'with a name'],
    ['"Berg, Anna" <anna@acme.example>', 'anna@acme.example', 'with a name in quotes'],
    ['anna@acme.example (privat)', 'anna@acme.example', 'with a remark'],
    ['<anna@acme.example>', 'anna@acme.example', 'in brackets'],
    ['mailto:anna@acme.example?subject=Hi', 'anna@acme.example', 'as a link'],
    ['E-Mail: anna@acme.example', 'anna@acme.example', 'with a label'],
    ['anna@acme.example; ben@acme.example', 'anna@acme.example', 'the first of two'],
    ['anna@acme.example, ben@acme.example', 'anna@acme.example', 'after a comma'],
    ['anna@acme.example / ben@acme.example', 'anna@acme.example', 'after a stroke'],
    ['anna@acme.example\nben@acme.example', 'anna@acme.example', 'on two lines'],
    ['anna@acme.example.', 'anna@acme.example', 'with a dot at the end'],
    ['\u200banna@acme\u00ad.example\u2060', 'anna@acme.example', 'with signs that cannot be seen'],
    ["'anna@acme.example'", 'anna@acme.example', 'in single quotes'],
    ["O'Brien@acme.example", "o'brien@acme.example", 'with an apostrophe of its own'],
    ['anna@acme@example.com', 'anna@acme@example.com', 'two signs are no address'],
    [
      'anna berg@acme.example',
      'anna berg@acme.example',
      'nor is one with a blank, of which a part would be somebody else',
    ],
    ['on request', 'on request', 'no address at all'],
  ])('%j is %s: %s', (cell, address) => {
    const { bound, coerce } = bindTo(plan, ['Email'], [[cell]])
    const reading = coerce([cell]).readings[bound.fields.findIndex(({ name }) => name === 'email')]
    expect(reading?.value).toBe(address)
    // A cell that holds only an address keeps its capitals.
    expect(reading?.text.toLowerCase()).toBe(address)
  })
})
