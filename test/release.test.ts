import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ROOT } from './support/program.ts'

/** What makes releases and takes reports: files that nobody runs here, so that their form is checked. */

const read = (...path: readonly string[]) => readFileSync(join(ROOT, ...path), 'utf8')

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly if?: string
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[]
}

const FOLDER = join(ROOT, '.github', 'workflows')
const workflows = readdirSync(FOLDER).map(name => ({ name, ...parse(readFileSync(join(FOLDER, name), 'utf8')) }))

describe.each(workflows)('.github/workflows/$name', ({ jobs, permissions }) => {
  const steps = Object.values<Job>(jobs).flatMap(job => job.steps)

  it('names every action by its commit, and puts nothing from outside into a script', () => {
    for (const { uses, run } of steps) {
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/)
      expect(run ?? '').not.toContain('${{')
    }
  })

  it('may write only where a release is made', () => {
    const allowed = [permissions, ...Object.values<Job>(jobs).map(job => job.permissions)].map(each => each ?? {})
    const writes = allowed.flatMap(each => Object.entries(each)).filter(([, level]) => level !== 'read')
    expect(['contents', 'id-token', 'attestations']).toEqual(expect.arrayContaining(writes.map(([name]) => name)))
  })

  it('runs only scripts that are there', () => {
    const scripts = steps.flatMap(({ run = '' }) =>
      [...run.matchAll(/(?:node|bash) ([\w./-]+)/g)].map(([, path = '']) => path),
    )
    for (const path of scripts) expect(read(path), path).not.toBe('')
  })
})

describe('a release', () => {
  const { jobs } = parse(read('.github', 'workflows', 'release.yml'))

  it('publishes with provenance, and only where the name is ours', () => {
    const publishing = Object.entries<Job>(jobs).filter(([, { steps }]) =>
      steps.some(({ run = '' }) => /npm publish/.test(run)),
    )
    expect(publishing.map(([name]) => name)).toEqual(['npm'])
    expect(jobs.npm.if).toContain("vars.NPM_PACKAGE == 'leadq'")
    expect(jobs.npm.permissions).toMatchObject({ 'id-token': 'write' })
    expect(JSON.stringify(jobs.npm.steps)).toContain('--provenance')
  })
})

describe('nothing that people copy runs or loads a package of a name that is not ours yet', () => {
  const FILES = [
    'README.md',
    'CONTRIBUTING.md',
    'action.yml',
    ...under('docs'),
    ...under('deploy'),
    ...under('scripts'),
    ...under('src'),
  ]
  /** `npx leadq`, `npm install leadq`, `leadq@1.2.3`, and addresses that serve files of packages. */
  const FOREIGN = [
    /\bnpx (?:--yes |-y )?leadq\b/,
    /\bnpm (?:i|install|exec|add)(?: -{1,2}[\w-]+(?:=\S+)?)* leadq\b(?![-./])/,
    /(?<!your-organisation\/)\bleadq@\d/,
    /unpkg\.com|jsdelivr\.net|esm\.sh/,
  ]

  /** Says itself that it is for later. */
  const LATER = /once .* published|after the release/i

  it('in docs, deployments, scripts and what leadq writes', () => {
    const foreign = FILES.flatMap(file => {
      const lines = read(file).split('\n')
      return lines
        .filter(line => FOREIGN.some(kind => kind.test(line)) && !LATER.test(line))
        .map(line => `${file}: ${line}`)
    })
    expect(FILES.length).toBeGreaterThan(100)
    expect(foreign).toEqual([])
  })

  function under(folder: string): string[] {
    return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.(?:md|ya?ml|ts|js|sh|xml|service|json)$|file$/.test(entry.name))
      .map(entry => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
      .filter(path => !path.includes('node_modules'))
  }
})

describe('templates for issues', () => {
  it.each(['bug.yml', 'export.yml', 'idea.yml'])('%s is a form, and asks for no real leads', name => {
    const { body, description, name: title } = parse(read('.github', 'ISSUE_TEMPLATE', name))
    expect([typeof title, typeof description]).toEqual(['string', 'string'])
    const ids = body.flatMap(({ id }: { readonly id?: string }) => id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    if (name !== 'idea.yml') expect(JSON.stringify(body)).toContain('never paste real ones')
  })
})
