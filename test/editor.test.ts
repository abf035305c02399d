import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gatesSchema, type JsonSchema, rulebookSchema, runSchema, testSchema } from '../src/rulebook/index.ts'
import { type LanguageServer, startLanguageServer } from './support/language-server.ts'
import { ROOT, runInProcess } from './support/program.ts'

/** What an editor makes of the files that leadq writes: completion, hover texts and problems, by yaml-language-server itself. */

let folder = ''
let server: LanguageServer
let byName: LanguageServer

const text = (path: string) => readFileSync(join(folder, path), 'utf8')
/** The place behind some text of a file. */
const behind = (path: string, what: string) => {
  const lines = text(path).split('\n')
  const line = lines.findIndex(each => each.includes(what))
  return { line, character: (lines[line]?.indexOf(what) ?? 0) + what.length }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leadq-editor-'))
  const leadq = async (...argv: readonly string[]) => {
    const { exit, stdout, stderr } = await runInProcess(argv, folder)
    expect(exit, stderr).toBe(0)
    return stdout
  }
  writeFileSync(join(folder, 'leads.csv'), readFileSync(join(ROOT, 'fixtures', 'leads', 'trade-fair.csv')))
  await leadq('init', 'leads.csv', '--yes')
  writeFileSync(join(folder, 'shown.yaml'), await leadq('rules', 'show', '01-hello'))
  writeFileSync(join(folder, 'wrong.yaml'), text('shown.yaml').replace('label: company size', 'lable: company size'))
  await leadq('run', '--init')
  mkdirSync(join(folder, 'plain'))
  for (const [name, content] of Object.entries(PLAIN)) writeFileSync(join(folder, 'plain', name), content)
  const entries: readonly { readonly fileMatch: readonly string[] }[] = JSON.parse(
    readFileSync(join(ROOT, 'schema', 'schemastore.json'), 'utf8'),
  )
  const schemas = ['rulebook', 'test', 'run', 'gates'].map((name, index) => [
    join(ROOT, 'schema', `${name}.schema.json`),
    entries[index]?.fileMatch ?? [],
  ])
  server = await startLanguageServer(folder)
  byName = await startLanguageServer(join(folder, 'plain'), { schemas: Object.fromEntries(schemas) })
}, 60_000)

afterAll(() => {
  server?.close()
  byName?.close()
  rmSync(folder, { recursive: true, force: true })
})

const PLAIN = {
  'leadq.yaml': 'leadq: 1\nstagse: [ { stage: x } ]\n',
  'b2b.leadq.yaml': 'leadq: 1\nstages: [ { stage: x } ]\n',
  'leadq.test.yaml': 'rulebook: leadq.yaml\ntests: [ { name: a, expects: { stage: SQL } } ]\n',
  'leadq.run.yaml': 'inputs: [leads.csv]\nrulez: b2b\n',
  'leadq.gates.yaml': 'gates: { moved_pc: { fail: 20 } }\n',
  'docker-compose.yaml': 'services: {}\n',
}

describe('an editor', () => {
  it.each(['leadq.yaml', 'leadq.test.yaml', 'leadq.run.yaml', 'shown.yaml'])(
    'finds the schema of %s by its first line, and nothing wrong',
    async path => {
      expect(text(path)).toMatch(/^# yaml-language-server: \$schema=\.leadq\/\w+\.schema\.json\n/)
      expect(await server.open(path)).toEqual([])
    },
  )

  it('shows a misspelt key where it stands', async () => {
    const [problem, ...more] = await server.open('wrong.yaml')
    expect(problem?.message).toContain('lable')
    const { line, character } = behind('wrong.yaml', 'lable')
    expect(problem?.range.start).toEqual({ line, character: character - 'lable'.length })
    expect(more).toEqual([])
  })

  it('offers keys and values, and says what a key is for', async () => {
    await server.open('shown.yaml')
    expect(await server.complete('shown.yaml', behind('shown.yaml', '{ id: decider, '))).toEqual(
      expect.arrayContaining(['per', 'max']),
    )
    expect(await server.complete('shown.yaml', behind('shown.yaml', 'when: { job_title: { '))).toEqual(
      expect.arrayContaining(['has_word', 'contains']),
    )
    expect(await server.hover('shown.yaml', behind('shown.yaml', 'points_fr'))).toMatch(/highest|threshold|reached/i)
  })

  it.each([
    ['leadq.yaml', 'stagse'],
    ['leadq.test.yaml', 'expects'],
    ['leadq.run.yaml', 'rulez'],
    ['leadq.gates.yaml', 'moved_pc'],
  ])('finds the schema of %s by its name, without a line in it', async (path, wrong) => {
    const problems = await byName.open(path)
    expect(problems.map(({ message }) => message).join('\n')).toContain(wrong)
  })

  it.each(['b2b.leadq.yaml', 'docker-compose.yaml'])('finds nothing wrong with %s', async path => {
    expect(await byName.open(path)).toEqual([])
  })
})

describe.each([
  ['rulebooks', rulebookSchema()],
  ['tests', testSchema()],
  ['run files', runSchema()],
  ['gates', gatesSchema()],
])('the schema of %s', (_, schema) => {
  it('says of every key what it is for', () => {
    expect(silent(schema, schema, '')).toEqual([])
  })
})

/** The paths of the properties without a description of their own or of what they refer to. */
function silent(node: unknown, root: JsonSchema, path: string): string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => {
    if (key !== 'properties' || typeof value !== 'object' || value === null)
      return silent(value, root, `${path}/${key}`)
    const own = Object.entries(value).filter(([, property]) => !isDescribed(property, root))
    return [...own.map(([name]) => `${path}/${name}`), ...silent(value, root, path)]
  })
}

function isDescribed(property: unknown, root: JsonSchema): boolean {
  const { description, $ref } = Object(property)
  if (typeof description === 'string' && description.trim().length > 3) return true
  if (typeof $ref !== 'string') return false
  const target = $ref
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((node, step) => Object(node)[step], root)
  return isDescribed(target, root)
}
