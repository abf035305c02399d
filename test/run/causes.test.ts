import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder } from '../support/program.ts'
import { leadq } from '../support/run/nights.ts'

/** As many leads as the fast engine judges, and some batches of it. */
const LEADS = 7_000

const RULES = `leadq: 1
name: Many mornings
scores:
  engagement:
    rules:
      - { id: visits, per: page_views, points: 1, max: 100 }
      - { id: fresh, when: { last_activity_date: { in_last: 10d } }, points: 20 }
stages:
  - { stage: MQL, when: { score.engagement: { at_least: 40 } } }
  - { stage: nurture }
`

/** What a lead looks like on both nights, and what has moved it; nothing for most. */
function leadOf(index: number): { before: string; now: string; cause?: string; id: string } {
  // Ids that need quotes, and ids in capitals: keys that are read by other ways than most.
  const id = index % 500 === 250 ? `"L,${index}"` : index % 700 === 7 ? `Lead-${index}` : `${10_000 + index}`
  const record = (views: number, day: string) => `${id},p${index}@example.com,${views},${day},${noteOf(index)}\n`
  const same = record(index % 90, '2026-01-01')
  switch (index % 250) {
    case 0:
      return { id, before: record(5, '2026-01-01'), now: record(50, '2026-01-01'), cause: 'data' }
    case 3:
      // Ten days ago on the first night, eleven on the second.
      return { id, before: record(25, '2026-03-01'), now: record(25, '2026-03-01'), cause: 'time' }
    case 7:
      // Either alone is enough to leave the stage: nothing of the two is needed.
      return { id, before: record(25, '2026-03-01'), now: record(10, '2026-03-01'), cause: 'time + data' }
    default:
      return { id, before: same, now: same }
  }
}

function noteOf(index: number): string {
  return index % 40 === 0 ? '"two\nlines, and a ""quote"""' : 'x'
}

const HEADINGS = 'Lead ID,Email,Page Views,Last Activity Date,Message\n'

describe('the causes of moves among many leads', () => {
  it('are those that each lead was given', () =>
    inFolder(async folder => {
      const leads = Array.from({ length: LEADS }, (_, index) => leadOf(index))
      mkdirSync(join(folder, 'exports'))
      writeFileSync(join(folder, 'rules.yaml'), RULES)
      writeFileSync(join(folder, 'exports', 'a.csv'), HEADINGS + leads.map(({ before }) => before).join(''))
      writeFileSync(join(folder, 'exports', 'b.csv'), HEADINGS + leads.map(({ now }) => now).join(''))
      for (const [input, day] of [
        ['a', '2026-03-11'],
        ['b', '2026-03-12'],
      ]) {
        const ran = await leadq(
          folder,
          'run',
          '-q',
          '-r',
          'rules.yaml',
          '--inputs',
          `exports/${input}.csv`,
          '--as-of',
          `${day}`,
        )
        expect(ran).toMatchObject({ exit: 0 })
      }
      const [, ...lines] = readFileSync(join(folder, 'runs', 'latest', 'delta.csv'), 'utf8')
        .trim()
        .split('\n')
      const found = lines.map(line =>
        line
          .match(/^("[^"]*"|[^,]*),(\w+),([^,]*),/)
          ?.slice(1, 4)
          .join(' '),
      )
      const wanted = leads.flatMap(({ id, cause }) => (cause === undefined ? [] : [`${id} moved ${cause}`]))
      expect(found.toSorted()).toEqual(wanted.toSorted())
    }))
})
