import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../src/base/refusal.ts'
import { findJsonError } from '../../src/io/json/json-error.ts'
import { parseBeginning, withoutExtras } from '../../src/io/json/json-loose.ts'
import { runs } from '../support/draws.ts'
import { readAll } from './reading.ts'

const records = fc.array(fc.dictionary(fc.string({ maxLength: 4 }), fc.jsonValue({ maxDepth: 3 })), { maxLength: 6 })
const space = fc.constantFrom('', ' ', '\t', '\n')
const mutation = fc.record({
  at: fc.nat(),
  char: fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\\', '1', 'x', '\n'),
})

function mutate(text: string, changes: readonly { at: number; char: string }[]): string {
  return changes.reduce((changed, { at, char }) => {
    const cut = at % (changed.length + 1)
    return changed.slice(0, cut) + char + changed.slice(cut + 1)
  }, text)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('records come out as they went in, whatever is around them and however it is cut', async () => {
  const shapes = fc.constantFrom<[string, string]>(
    ['', ''],
    ['{"a":{"n":[1],"r":', '}}'],
    ['{"x":"\\\\\\"]","y":{},"r":', ',"z":-1.5e3}'],
  )
  const property = fc.asyncProperty(
    records,
    space,
    shapes,
    fc.constantFrom(1, 2, 7, 1000),
    async (all, pad, [before, after], size) => {
      const { rows, rejects } = await readAll(
        `${before}${JSON.stringify(all, null, pad)}${after}`,
        { format: 'json' },
        size,
      )
      expect(rows.map(({ text }) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(all)))
      expect(rejects).toEqual([])
    },
  )
  await fc.assert(property, runs(1000))
})

test('lines come out as they went in', async () => {
  const property = fc.asyncProperty(records, fc.constantFrom(1, 2, 7, 1000), async (all, size) => {
    fc.pre(all.length > 0)
    const { rows } = await readAll(
      all.map(record => `${JSON.stringify(record)}\n`).join(''),
      { format: 'ndjson' },
      size,
    )
    expect(rows.map(({ text, line }) => [line, JSON.parse(text)])).toEqual(
      all.map((record, index) => [index + 1, JSON.parse(JSON.stringify(record))]),
    )
  })
  await fc.assert(property, runs(500))
})

test('a mistake is found where there is one, and nowhere else', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), space, fc.array(mutation, { maxLength: 3 }), (value, pad, changes) => {
      const text = mutate(JSON.stringify(value, null, pad), changes)
      expect(findJsonError(text) === undefined).toBe(isJson(text))
    }),
    runs(2000),
  )
})

/** Whether a text is JSON, or several documents one after the other, but for what is skipped in them. */
function isLoose(text: string): boolean {
  let rest = withoutExtras(text)
  for (;;) {
    const end = parseBeginning(rest)?.end
    if (end === undefined || !isJson(rest.slice(0, end))) return false
    rest = rest.slice(end).trim()
    if (rest.startsWith(',')) rest = rest.slice(1).trim()
    if (rest === '') return true
  }
}

test('a broken document is refused and a good one is not', async () => {
  const changes = fc.array(mutation, { maxLength: 2 })
  const property = fc.asyncProperty(records, changes, fc.constantFrom(1, 5, 1000), async (all, mutations, size) => {
    const text = mutate(JSON.stringify(all), mutations)
    const outcome = await readAll(text, { format: 'json' }, size).then(
      () => 'read',
      error => (error instanceof Refusal ? error.diagnostic.code : error),
    )
    if (text.trim() === '') expect(outcome).toBe('file/empty')
    else if (!isJson(text) && !isLoose(text)) expect(outcome).toBe('file/json')
    else expect(['read', 'file/no-list']).toContain(outcome)
  })
  await fc.assert(property, runs(500))
})
