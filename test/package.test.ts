import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bindPlan } from '../src/io/bind/bind.ts'
import { columnsOf } from '../src/ir/plan/columns.ts'
import { HEAD, type WorkerJob } from '../src/tools/warehouse/spark/worker/worker-job.ts'
import { planOf } from './support/plans.ts'
import { ROOT } from './support/program.ts'

/** The package as users get it: packed from a copy of the sources, installed into an empty folder, and run there. */

const MAX_UNPACKED = 2_000_000

/** Files of the package, by folder; anything else in it is a mistake. */
const SHIPPED = [
  /^(?:package\.json|README\.md|LICENSE|bin\/leadq\.js)$/,
  /^dist\/(?:leadq|rulebook|thread|topics|worker)\.js$|^dist\/patterns\.cjs$/,
  /^dist\/chunks\/[A-Z0-9]+\.js$/,
  /^dist\/(?:packed\/[\w-]+\.json|plans\/[\w-]+\.json|rules\/[\w-]+\.yaml|docs\/[\w/-]+\.md)\.br$/,
  /^dist\/THIRD_PARTY_LICENCES\.txt$/,
  /^spark\/leadq_(?:driver|worker)\.py$/,
]
const PERMISSIVE = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', '0BSD']

const ADDRESS: unknown = expect.stringMatching(/^https:/)

interface Packed {
  readonly filename: string
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string }[]
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly dev?: true; readonly devOptional?: true; readonly optional?: true }>
  >
}

let folder = ''
let checkout = ''
let packed: Packed

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadq-package-'))
  checkout = join(folder, 'checkout')
  mkdirSync(checkout)
  const sources = [
    'bin',
    'docs',
    'rules',
    'scripts',
    'spark',
    'src',
    'LICENSE',
    'README.md',
    'package.json',
    'package-lock.json',
  ]
  for (const name of sources) cpSync(join(ROOT, name), join(checkout, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'))
  const [only] = packages(npm(checkout, 'pack', '--json'))
  if (only === undefined) throw new Error('npm packed nothing')
  packed = only
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the package', () => {
  it(`has less than ${MAX_UNPACKED / 1e6} MB, and nothing that does not run`, () => {
    expect(packed.unpackedSize).toBeLessThan(MAX_UNPACKED)
    const paths = packed.files.map(({ path }) => path)
    expect(paths.filter(path => !SHIPPED.some(kind => kind.test(path)))).toEqual([])
  })

  it('leaves the checkout as it was', () => {
    expect(readFileSync(join(checkout, 'package.json'), 'utf8')).toBe(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  })

  it('names the licence of every library in it and beside it, and each is permissive', () => {
    const text = readFileSync(join(checkout, 'dist', 'THIRD_PARTY_LICENCES.txt'), 'utf8')
    const bundled = [...text.matchAll(/^(\S+) \d\S* \((.+)\)$/gm)].map(([, name, licence]) => [name, licence])
    expect(bundled.map(([name]) => name)).toEqual(
      expect.arrayContaining(['chalk', 'commander', 're2js', 'string-width']),
    )
    execFileSync(process.execPath, ['scripts/sbom.js', 'sbom.json'], { cwd: checkout })
    const { components, metadata } = JSON.parse(readFileSync(join(checkout, 'sbom.json'), 'utf8'))
    expect(metadata.component.purl).toMatch(/^pkg:npm\/leadq@/)
    const listed = components.map(({ name, licenses }: Component) => [name, licenses[0]?.license.id])
    expect(listed).toEqual(expect.arrayContaining([...bundled, ['yaml', 'ISC'], ['@duckdb/node-api', 'MIT']]))
    expect(listed.map(([name]: [string]) => name)).not.toContain('vitest')
    expect(listed.filter(([, licence]: [string, string]) => !PERMISSIVE.includes(licence))).toEqual([])
  })
})

describe.each([
  { what: 'with DuckDB', args: [] },
  { what: 'without DuckDB', args: ['--omit=optional'] },
])('installed $what', ({ what, args }) => {
  let user = ''

  beforeAll(() => {
    user = join(folder, what)
    mkdirSync(user)
    writeFileSync(
      join(user, 'leads.csv'),
      'Lead ID,Email,Country,Employees\n1,ada@acme.example,DE,60\n2,bob@web.de,DE,3\n',
    )
    writeFileSync(join(user, 'leadq.yaml'), RULEBOOK)
    writeFileSync(join(user, 'leadq.test.yaml'), TESTS)
    lockAs(user)
    npm(user, 'ci', '--prefer-offline', '--no-audit', '--no-fund', ...args)
  }, 240_000)

  it('runs', () => {
    const leadq = (...argv: readonly string[]) =>
      execFileSync(join(user, 'node_modules', '.bin', 'leadq'), argv, { cwd: user, encoding: 'utf8' })
    expect(leadq('score', 'leads.csv', '-o', '-', '-q')).toMatch(/^1,ada@acme\.example,DE,60,SQL,/m)
    expect(leadq('score', 'leads.csv', '-r', 'b2b', '-o', '-', '-q')).toContain('leadq_stage')
    expect(leadq('explain', 'leads.csv', '--id', '1')).toContain('size')
    expect(leadq('lint')).toContain('leadq.yaml: 1 note')
    expect(leadq('test')).toContain('1 test in 1 file: all passed')
    expect(leadq('help', 'nightly')).toContain('# ')
    expect(leadq('rules', 'list')).toContain('b2b-de')
    expect(leadq('rules', 'show', 'b2b-de', '--as-written')).toContain('extends: b2b')
    expect(leadq('lint', 'b2c-de')).toContain('no problems found')
    expect(leadq('help', 'lead/cells')).toContain('cells than the header')
    expect(leadq('schema', 'manifest')).toContain('"$schema"')
    expect(leadq('demo', 'demo')).toContain('leads.csv')
  })

  it('has parts that load by themselves, each from its own folder', () => {
    const dist = join(user, 'node_modules', 'leadq', 'dist')
    const parts = readdirSync(join(dist, 'chunks')).map(name => pathToFileURL(join(dist, 'chunks', name)).href)
    const script = `for (const part of ${JSON.stringify(parts)}) await import(part)`
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: user })
  })

  it('judges on a worker of Spark, patterns included', () => {
    const headings = ['Lead ID', 'Email', 'Country', 'Employees']
    const rows = [['1', 'ada@acme.example', 'DE', '60']]
    const plan = planOf(RULEBOOK)
    const { bound } = bindPlan(plan, { name: 'leads', headings, rows, delimiter: ',' })
    const job: WorkerJob = { plan, bound, asOf: 20_514, columns: columnsOf(plan), width: headings.length }
    writeFileSync(join(user, 'job.json'), JSON.stringify(job))
    const worker = join(user, 'node_modules', 'leadq', 'dist', 'worker.js')
    const lines = Buffer.from('1\tada@acme.example\tDE\t60\n')
    const head = Buffer.alloc(HEAD)
    head.writeUInt32LE(1, 0)
    head.writeUInt32LE(lines.length, HEAD / 2)
    const input = Buffer.concat([head, lines])
    const answer = execFileSync(process.execPath, [worker, 'job.json'], { cwd: user, input })
    expect(answer.readUInt32LE(0)).toBe(1)
    expect(answer.subarray(HEAD).toString()).toMatch(/^\tSQL\t.*size.*own-mail/)
  })

  it('has no script that npm would run or warn of', () => {
    const own = JSON.parse(readFileSync(join(user, 'node_modules', 'leadq', 'package.json'), 'utf8'))
    expect(own).not.toHaveProperty('scripts')
    expect(own).not.toHaveProperty('devDependencies')
    expect(own).toMatchObject({ license: 'MIT', homepage: ADDRESS, bugs: ADDRESS, repository: { type: 'git' } })
    const duckdb = statSync(join(user, 'node_modules', '@duckdb'), { throwIfNoEntry: false })
    expect(duckdb !== undefined).toBe(args.length === 0)
  })
})

interface Component {
  readonly name: string
  readonly licenses: readonly { readonly license: { readonly id: string } }[]
}

const RULEBOOK = `leadq: 1
scores:
  fit:
    rules:
      - { id: size, field: employees, points_from: { 50: 10 } }
      - { id: own-mail, when: { email: { matches: '@acme[.]example$' } }, points: 5 }
stages: [ { stage: SQL, when: { score.fit: { at_least: 10 } } }, { stage: nurture } ]
`
const TESTS = `rulebook: leadq.yaml
as_of: 2026-03-02
tests: [ { name: large, lead: { employees: 60 }, expect: { stage: SQL } } ]
`

/** A folder that wants the packed leadq, with the versions of this checkout's lock: they are in npm's cache. */
function lockAs(user: string): void {
  const tarball = `file:${join(checkout, packed.filename)}`
  const { packages: locked }: Lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  const shipped = Object.entries(locked).filter(([path, { dev }]) => path !== '' && dev !== true)
  const { dependencies, optionalDependencies, version, bin } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  )
  const root = { name: 'user', version: '1.0.0', dependencies: { leadq: tarball } }
  const leadq = { version, resolved: tarball, bin, dependencies, optionalDependencies }
  const lock = {
    ...{ name: 'user', version: '1.0.0', lockfileVersion: 3, requires: true },
    packages: { '': root, ...Object.fromEntries(shipped), 'node_modules/leadq': leadq },
  }
  writeFileSync(join(user, 'package.json'), JSON.stringify(root))
  writeFileSync(join(user, 'package-lock.json'), JSON.stringify(lock))
}

function npm(cwd: string, ...args: readonly string[]): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** What `npm pack --json` prints comes after the output of the scripts that it ran. */
function packages(printed: string): readonly Packed[] {
  return JSON.parse(printed.slice(printed.indexOf('[\n')))
}
