import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inFolder, runInProcess } from '../support/program.ts'

const RULES = 'leadq: 1\nscores: { fit: { rules: [{ id: size, field: employees, points_from: { 200: 25 } }] } }\n'
const COMPILE = ['compile', '--to', 'duckdb', '--source', 'leads', '-r', 'rules.yaml']

it.each([
  [
    'an incremental model of leads that are compared with each other',
    'dedupe: { by: email }\n',
    'id integer\nemail text\nupdated_at date',
    ['--incremental'],
    '`dedupe` looks at all leads together',
  ],
  [
    'an incremental model without ids',
    '',
    'employees integer\nupdated_at date',
    ['--incremental'],
    'no column holds the id',
  ],
  [
    'an incremental model without a day of change',
    '',
    'id integer\nemployees integer',
    ['--incremental'],
    'says when a lead was changed',
  ],
  ['a name that is no model', '', 'id integer\nemployees integer', ['--name', 'a b'], 'is not the name of a dbt model'],
  ['a source that is no table', '', 'id integer\nemployees integer', ['--source', 'a b'], 'is not the name of a table'],
])('refuses %s', async (_, more, types, flags, said) => {
  await inFolder(async folder => {
    writeFileSync(join(folder, 'rules.yaml'), RULES + more)
    writeFileSync(join(folder, 'types.txt'), types)
    const ran = await runInProcess([...COMPILE, '--types', 'types.txt', '--dbt', 'package', ...flags], folder)
    expect(ran.stderr).toContain(said)
    expect(ran.exit).toBe(2)
    expect(readdirSync(folder)).not.toContain('package')
  })
})

it('writes over nothing that somebody else wrote, and all files or none', async () => {
  await inFolder(async folder => {
    writeFileSync(join(folder, 'rules.yaml'), RULES)
    mkdirSync(join(folder, 'project'))
    writeFileSync(join(folder, 'project', 'dbt_project.yml'), 'name: ours\n')
    const refused = await runInProcess([...COMPILE, '--dbt', 'project'], folder)
    expect(refused.stderr).toContain('file/exists')
    expect(readdirSync(join(folder, 'project'))).toEqual(['dbt_project.yml'])
    expect(readFileSync(join(folder, 'project', 'dbt_project.yml'), 'utf8')).toBe('name: ours\n')
  })
})

it('takes another model into its folder, and names a source that several of them read once', async () => {
  await inFolder(async folder => {
    writeFileSync(join(folder, 'rules.yaml'), RULES)
    for (const name of ['first', 'second']) {
      const ran = await runInProcess([...COMPILE, '--dbt', 'package', '--name', name, '--force'], folder)
      expect(ran.exit).toBe(0)
    }
    const models = readdirSync(join(folder, 'package', 'models'))
    expect(models).toEqual(['first.sql', 'first.yml', 'leadq_leads_source.yml', 'second.sql', 'second.yml'])
  })
})
