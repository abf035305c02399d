import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DIALECTS } from '../../src/dialects/dialect/dialects.ts'
import { ROOT, runInProcess } from '../support/program.ts'
import { stepsNamedLikeColumns } from '../support/step-names.ts'

const FOLDER = join(ROOT, 'docs', 'queries')
const EVENTS = ['--events', 'events', '--events-columns', 'lead=email', '--events-columns', 'time=at']
const BESIDE = [...EVENTS, '--events-columns', 'event=event', '--previous', 'leads_yesterday']

it('a step with the name of a column is found', () => {
  const query =
    'WITH\nseen AS (\n  SELECT *,\n    1 AS days, -- of all\n    2 AS seen\n  FROM leads\n)\nSELECT * FROM seen'
  expect(stepsNamedLikeColumns(query)).toEqual(['seen'])
  expect(stepsNamedLikeColumns(query.replace('2 AS seen', '2 AS others'))).toEqual([])
})

describe.each(Object.values(DIALECTS))('$name', ({ name, joins }) => {
  it.each(['b2b', 'b2c', 'plg'])('no step of %s has the name of a column', async rulebook => {
    const types = name === 'snowflake' ? 'leads.types.snowflake.txt' : 'leads.types.txt'
    const argv = ['compile', '-r', rulebook, '--to', name, '--source', 'leads', '--types', types]
    const { stdout, exit } = await runInProcess([...argv, ...(joins ? BESIDE : [])], FOLDER)
    expect(exit).toBe(0)
    expect(stdout.match(/^\w+ AS .*\($/gm)?.length).toBeGreaterThan(10)
    expect(stepsNamedLikeColumns(stdout)).toEqual([])
  })
})
