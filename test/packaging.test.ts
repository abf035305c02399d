import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { inFolder, ROOT } from './support/program.ts'
import { commandsIn } from './support/runner.ts'

/** The ways to run leadq in CI: the GitHub action, the GitLab job, the pre-commit hooks. Each is run as in reality. */

const RULEBOOK = `leadq: 1
scores: { fit: { rules: [ { id: size, field: employes, points_from: { 50: 10 } } ] } }
stages: [ { stage: nurture } ]
`
const TESTS = `rulebook: leadq.yaml
as_of: 2026-03-02
tests: [ { name: a lead, lead: { country: DE }, expect: { stage: SQL } } ]
`
const FINE = 'leadq: 1\nstages: [ { stage: nurture } ]\n'

describe('the action', () => {
  interface Step {
    readonly id: string
    readonly shell: string
    readonly run: string
    readonly if?: string
    readonly env?: Readonly<Record<string, string>>
    readonly 'working-directory'?: string
  }

  const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'))
  const steps: readonly Step[] = action.runs.steps

  it('puts nothing from outside into the text of a script', () => {
    for (const { run, shell } of steps) {
      expect(shell).toBe('bash')
      expect(run).toMatch(/^bash "\$GITHUB_ACTION_PATH\/scripts\/action\.sh" \w+$/)
      expect(run).not.toContain('${{')
    }
  })

  it('shows what is wrong, fails, and leaves reports', async () => {
    await inFolder(async folder => {
      writeFileSync(join(folder, 'leadq.yaml'), RULEBOOK)
      const ran = runAction({ rulebooks: 'leadq.yaml', tests: '' }, folder)
      expect(ran.exit).toBe(1)
      expect(commandsIn(ran.log)).toMatchObject([{ name: 'error', properties: { file: 'leadq.yaml', line: '2' } }])
      expect(ran.summary).toContain('### leadq lint: 1 error')
      expect(ran.summary).not.toContain('### leadq test')
      for (const report of ['lint.sarif', 'lint.xml', 'lint.md']) {
        expect(existsSync(join(ran.outputs.reports ?? '', report)), report).toBe(true)
      }
    })
  })

  it('runs the tests, also of a rulebook that lint complains of', async () => {
    await inFolder(async folder => {
      const short = 'leadq: 1\nstages: [ { stage: SQL, when: { job_title: { contains: cto } } }, { stage: nurture } ]\n'
      writeFileSync(join(folder, 'leadq.yaml'), short)
      writeFileSync(join(folder, 'leadq.test.yaml'), TESTS)
      const ran = runAction({}, folder)
      expect(ran.exit).toBe(1)
      expect(ran.summary).toContain('### leadq lint: 1 warning')
      expect(ran.summary).toContain('### leadq test: 1 test: 1 failed')
      expect(existsSync(join(ran.outputs.reports ?? '', 'test.xml'))).toBe(true)
    })
  })

  it('takes several rulebooks, and whatever they are called', async () => {
    await inFolder(async folder => {
      const hostile = ['--version', '$(touch owned).yaml', 'a b.yaml']
      for (const name of hostile) writeFileSync(join(folder, name), FINE)
      const ran = runAction({ rulebooks: `\n${hostile.join('\n')}\n`, tests: '' }, folder)
      expect(ran.exit, ran.log).toBe(0)
      expect(ran.summary).toContain('no problems')
      expect(existsSync(join(folder, 'owned'))).toBe(false)
    })
  })

  it('shows what a change of a rulebook does to leads, and fails where its gates say so', async () => {
    await inFolder(async folder => {
      repository(folder)
      writeFileSync(join(folder, 'leadq.yaml'), rulebookFrom(15))
      writeFileSync(join(folder, 'new.yaml'), FINE)
      const given = {
        rulebooks: 'leadq.yaml\nnew.yaml',
        tests: '',
        data: 'leads.csv',
        base: 'main',
        gates: 'gates.yaml',
      }
      const ran = runAction(given, folder)
      expect(ran.exit).toBe(1)
      expect(ran.summary).toContain('2 of 3 leads change their stage')
      expect(readFileSync(join(ran.outputs.reports ?? '', 'diff-1.md'), 'utf8')).toContain('a gate fails')
      expect(existsSync(join(ran.outputs.reports ?? '', 'diff-2.md'))).toBe(false)
      expect(ran.log).toContain('::notice::leadq: new.yaml is new')
    })
  })

  const WITH_DATA = { tests: '', data: 'leads.csv' }

  it.each([
    ['a pull request', { GITHUB_BASE_REF: 'main' }, 'origin/main'],
    ['a push', { GITHUB_EVENT_NAME: 'push' }, 'HEAD^'],
  ])('of %s without the history it fails, and shows the lines to add', async (_, event, base) => {
    await inFolder(async folder => {
      const git = repository(join(folder, 'up'))
      git('switch', '-qc', 'change')
      git('commit', '-q', '--allow-empty', '-m', 'change')
      execFileSync('git', ['clone', '-q', '--depth', '1', '-b', 'change', `file://${join(folder, 'up')}`, 'shallow'], {
        cwd: folder,
      })
      const ran = runAction(WITH_DATA, join(folder, 'shallow'), event)
      expect(ran.exit).toBe(1)
      expect(ran.log).toContain(`::error::leadq: no base to compare with: this checkout has no ${base}\n`)
      expect(ran.log).toMatch(/^ {4}with: \{ fetch-depth: 0 \}/m)
      expect(ran.log).toMatch(/^ {4}base: main/m)
    })
  })

  it('compares a push with the commit before it, and a new branch with what it grew from', async () => {
    await inFolder(async folder => {
      const git = repository(folder)
      const before = git('rev-parse', 'HEAD').trim()
      for (const least of [8, 15]) {
        writeFileSync(join(folder, 'leadq.yaml'), rulebookFrom(least))
        git('commit', '-qam', `from ${least}`)
      }
      const push = { before, after: git('rev-parse', 'HEAD').trim() }
      writeFileSync(join(folder, '.git', 'event.json'), JSON.stringify(push))
      const event = { GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: join(folder, '.git', 'event.json') }
      const ran = runAction(WITH_DATA, folder, event)
      expect(ran.log).toContain(`${before}:./leadq.yaml`)
      expect(ran.summary).toContain('2 of 3 leads change their stage')
      writeFileSync(join(folder, '.git', 'event.json'), JSON.stringify({ ...push, before: '0'.repeat(40) }))
      expect(runAction(WITH_DATA, folder, event).log).toContain('HEAD^:./leadq.yaml')
    })
  })

  it.each([
    ['the day of its commit', {}, '2026-03-02'],
    ['the day that is given', { 'as-of': '2026-01-31' }, '2026-01-31'],
  ])('scores a sample as of %s', async (_, given, day) => {
    await inFolder(async folder => {
      repository(folder)
      const ran = runAction({ ...WITH_DATA, base: 'main', ...given }, folder)
      expect(ran.exit, ran.log).toBe(0)
      expect(ran.log).toContain(`as of ${day}`)
    })
  })

  it('passes on every input', async () => {
    await inFolder(async folder => {
      repository(folder)
      writeFileSync(join(folder, 'leadq.test.yaml'), TESTS.replace('SQL', 'nurture'))
      writeFileSync(join(folder, 'events.csv'), 'lead,event,time\n1,page_view,2026-03-01\n')
      writeFileSync(join(folder, 'companies.csv'), 'Company,Employees\nAcme,5\n')
      const given = { ...WITH_DATA, tests: '.', base: 'main', events: 'events.csv', companies: 'companies.csv' }
      expect(runAction({ ...given, 'min-coverage': '1', 'min-killed': '0' }, folder).exit).toBe(0)
      expect(runAction({ tests: '.', 'min-coverage': '100' }, folder).exit).toBe(1)
      expect(runAction({ tests: '.', 'min-killed': '100' }, folder).exit).toBe(1)
      expect(runAction({ ...given, tests: '', events: 'gone.csv' }, folder).exit).toBe(66)
      expect(runAction({ ...given, tests: '', companies: 'gone.csv' }, folder).exit).toBe(66)
      const short = 'leadq: 1\nstages: [ { stage: SQL, when: { job_title: { contains: cto } } }, { stage: nurture } ]\n'
      writeFileSync(join(folder, 'short.yaml'), short)
      const lint = { rulebooks: 'short.yaml', tests: '' }
      expect(runAction(lint, folder).exit).toBe(0)
      expect(runAction({ ...lint, 'fail-on': 'warning' }, folder).exit).toBe(1)
    })
  })

  it.each<[what: string, given: Readonly<Record<string, string>>]>([
    ['no rulebook is named', { rulebooks: ' ', tests: '' }],
    ['a rulebook is not there', { rulebooks: 'gone.yaml', tests: '' }],
    ['a pattern matches nothing', { rulebooks: 'rules/*.yaml', tests: '' }],
    ['there are no tests', { tests: '.' }],
    ['a share of no tests is asked for', { tests: '', 'min-coverage': '100' }],
    ['the leads are not there', { tests: '', data: 'gone.csv', base: 'main' }],
    ['there is not one lead', { tests: '', data: 'none.csv', base: 'main' }],
    ['there are gates and no leads', { tests: '', gates: 'gates.yaml' }],
    ['the base is not there', { ...WITH_DATA, base: 'gone' }],
  ])('is not green where %s', async (_, given) => {
    await inFolder(async folder => {
      repository(folder)
      writeFileSync(join(folder, 'none.csv'), 'Lead ID,Employees\n')
      expect(runAction(given, folder).exit).not.toBe(0)
    })
  })

  it('finds rulebooks by a pattern, and no tests among them', async () => {
    await inFolder(async folder => {
      repository(folder)
      mkdirSync(join(folder, 'rules'))
      writeFileSync(join(folder, 'rules', 'a b.yaml'), FINE)
      writeFileSync(join(folder, 'rules', 'a b.test.yaml'), TESTS)
      const ran = runAction({ rulebooks: 'rules/**/*.yaml\nleadq.yaml', tests: '' }, folder)
      expect(ran.exit, ran.log).toBe(0)
      expect(ran.log).toContain('2 files: ')
    })
  })

  /** A rulebook, leads and gates in their first commit. */
  function repository(folder: string) {
    mkdirSync(folder, { recursive: true })
    const who = { NAME: 'A', EMAIL: 'a@b.example', DATE: '2026-03-02T09:00:00Z' }
    const people = ['AUTHOR', 'COMMITTER'].flatMap(role =>
      Object.entries(who).map(([key, value]) => [`GIT_${role}_${key}`, value]),
    )
    const env = { ...process.env, ...Object.fromEntries(people) }
    const git = (...args: readonly string[]) =>
      execFileSync('git', args, { cwd: folder, stdio: 'pipe', encoding: 'utf8', env })
    writeFileSync(join(folder, '.gitignore'), '.runner\n')
    writeFileSync(join(folder, 'leadq.yaml'), rulebookFrom(5))
    writeFileSync(join(folder, 'leads.csv'), 'Lead ID,Employees\n1,60\n2,70\n3,5\n')
    writeFileSync(join(folder, 'gates.yaml'), 'gates: { moved_pct: { fail: 20 } }\n')
    git('init', '-q', '-b', 'main')
    git('add', '.')
    git('commit', '-qm', 'base')
    return git
  }

  function rulebookFrom(least: number): string {
    const stages = `stages: [ { stage: SQL, when: { score.fit: { at_least: ${least} } } }, { stage: nurture } ]\n`
    return `leadq: 1\nscores: { fit: { rules: [ { id: size, field: employees, points_from: { 50: 10 } } ] } }\n${stages}`
  }

  /** Runs the steps of the action in a checkout, with the variables and files that the runner gives them. */
  function runAction(
    given: Readonly<Record<string, string>>,
    checkout: string,
    event: Readonly<Record<string, string>> = {},
  ) {
    const work = join(checkout, '.runner')
    mkdirSync(work, { recursive: true })
    const defaults = Object.entries<{ default: string }>(action.inputs).map(([name, { default: value }]) => [
      name,
      value,
    ])
    const inputs: Record<string, string> = { ...Object.fromEntries(defaults), ...given }
    const outputs: Record<string, Record<string, string>> = {}
    const resolve = (text: string) =>
      text.replace(/\$\{\{ (inputs|steps)\.([\w-]+)(?:\.outputs\.([\w-]+))? \}\}/g, (_, kind, name, output) =>
        kind === 'inputs' ? (inputs[name] ?? '') : (outputs[name]?.[output] ?? ''),
      )
    const [summary, output] = [join(work, 'summary.md'), join(work, 'output')]
    let log = ''
    let exit = 0
    for (const step of steps) {
      if (!isRun(step, exit)) continue
      writeFileSync(output, '')
      writeFileSync(join(work, 'step.sh'), step.run)
      const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, resolve(value)]))
      const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', join(work, 'step.sh')], {
        cwd: join(checkout, resolve(step['working-directory'] ?? '.')),
        encoding: 'utf8',
        env: {
          PATH: [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
          HOME: work,
          CI: 'true',
          GITHUB_ACTION_PATH: ROOT,
          GITHUB_ACTIONS: 'true',
          GITHUB_WORKSPACE: checkout,
          GITHUB_STEP_SUMMARY: summary,
          GITHUB_OUTPUT: output,
          RUNNER_TEMP: join(work, 'temp'),
          ...event,
          ...env,
        },
      })
      log += ran.stdout + ran.stderr
      exit = Math.max(exit, ran.status ?? 1)
      outputs[step.id] = Object.fromEntries(
        readFileSync(output, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map(line => line.split(/=(.*)/s).slice(0, 2)),
      )
    }
    const named = Object.entries<{ value: string }>(action.outputs).map(([name, { value }]) => [name, resolve(value)])
    return {
      exit,
      log,
      outputs: Object.fromEntries(named),
      summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '',
    }
  }
})

/** Without a condition a step runs if none before it failed; the other one is all that the action uses. */
function isRun(step: { readonly if?: string }, exit: number): boolean {
  if (step.if !== undefined)
    expect(step.if).toMatch(/^\$\{\{ !cancelled\(\) && steps\.install\.outcome == 'success' \}\}$/)
  return step.if !== undefined || exit === 0
}

/** The code blocks of docs/guides/ci.md. */
const PAGE = readFileSync(join(ROOT, 'docs', 'guides', 'ci.md'), 'utf8')
const BLOCKS = [...PAGE.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text)
const blockOf = (file: string) => parse(BLOCKS.find(text => text.startsWith(`# ${file}`)) ?? '')

describe('docs/guides/ci.md', () => {
  it('has the action with inputs that it has, and names all of them', () => {
    const { inputs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'))
    const { steps } = blockOf('.github/workflows/rulebook.yml').jobs.check
    const step = steps.find(({ id }: { readonly id?: string }) => id === 'leadq')
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)))
    for (const name of Object.keys(inputs)) expect(PAGE, name).toContain(`| \`${name}\` |`)
  })

  it('takes nothing from a registry by the name of leadq, but where it says that this is for later', () => {
    const scripts = [...BLOCKS, readFileSync(join(ROOT, 'docs', 'guides', 'changing-a-rulebook.md'), 'utf8')].join('\n')
    expect(scripts).not.toMatch(/npx (?:--yes )?leadq|(?<!your-organisation\/)leadq@|leadq\/leadq/)
  })

  it('has the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    expect([...PAGE.matchAll(/leadq-([\d.]+)\.tgz|rev: v([\d.]+)/g)].map(([, a, b]) => a ?? b)).toEqual(
      expect.arrayContaining([version]),
    )
    expect(PAGE).not.toMatch(new RegExp(`leadq-(?!${version.replaceAll('.', '\\.')})[\\d]`))
  })

  it('has a job on GitLab that leaves the reports that it names', async () => {
    const { script, artifacts } = blockOf('.gitlab-ci.yml').rulebook
    await inFolder(async folder => {
      writeFileSync(join(folder, 'leadq.yaml'), RULEBOOK)
      writeFileSync(join(folder, 'leadq.test.yaml'), TESTS)
      const run = () =>
        spawnSync('bash', ['-c', script.join('\n')], {
          cwd: folder,
          encoding: 'utf8',
          env: { PATH: withNpx(folder), HOME: folder, CI: 'true', GITLAB_CI: 'true', CI_PROJECT_DIR: folder },
        })
      expect(run().status).toBe(1)
      expect(JSON.parse(readFileSync(join(folder, artifacts.reports.codequality), 'utf8'))).toMatchObject([
        { check_name: 'rule/unknown-field', location: { path: 'leadq.yaml', lines: { begin: 2 } } },
      ])
      expect(artifacts.reports.junit).toEqual(['lint.xml', 'test.xml'])
      expect(readFileSync(join(folder, 'lint.xml'), 'utf8')).toContain('failures="1"')
      writeFileSync(join(folder, 'leadq.yaml'), FINE)
      rmSync(join(folder, 'leadq.test.yaml'))
      expect(run().status, 'no tests are no pass').toBe(1)
      writeFileSync(join(folder, 'leadq.test.yaml'), TESTS.replace('SQL', 'nurture'))
      expect(run().status).toBe(0)
    })
  })

  it('has hooks of pre-commit that there are', () => {
    const hooks = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'))
    const [repo] = blockOf('.pre-commit-config.yaml').repos
    const ids = hooks.map(({ id }: { readonly id: string }) => id)
    expect(repo.hooks.map(({ id }: { readonly id: string }) => id)).toEqual(ids)
  })

  it('has hooks whose entries run', async () => {
    await inFolder(async folder => {
      writeFileSync(join(folder, 'leadq.yaml'), FINE)
      const hooks = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'))
      for (const { entry, pass_filenames } of hooks) {
        const command = [...entry.split(' ').slice(1), ...(pass_filenames === false ? [] : ['leadq.yaml'])]
        const ran = spawnSync(process.execPath, [join(ROOT, 'bin', 'leadq.js'), ...command], { cwd: folder })
        // There are no tests yet, which does not count as passed.
        expect(ran.status, entry).toBe(entry.includes('test') ? 1 : 0)
      }
    })
  })
})

describe('the hooks of pre-commit', () => {
  const preCommit = process.env.PRE_COMMIT ?? 'pre-commit'
  const isThere = spawnSync(preCommit, ['--version']).status === 0
  if (!isThere)
    console.log(`skipped: no ${preCommit} on this machine (\`pip install pre-commit\`, or name it in PRE_COMMIT)`)

  it.skipIf(!isThere)('find what is wrong with a rulebook that is committed', { timeout: 600_000 }, async () => {
    await inFolder(async folder => {
      const env = { ...process.env, PRE_COMMIT_HOME: join(folder, '.cache'), CI: 'true' }
      const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, env })
      git('init', '-q')
      writeFileSync(join(folder, '.gitignore'), '.cache\n')
      const tried = () =>
        spawnSync(preCommit, ['try-repo', ROOT, '--all-files', '--verbose'], { cwd: folder, env, encoding: 'utf8' })
      writeFileSync(join(folder, 'leadq.yaml'), RULEBOOK)
      git('add', '-A')
      const broken = tried()
      expect(broken.stdout).toContain('unknown field `employes`')
      expect(broken.status).toBe(1)
      writeFileSync(join(folder, 'leadq.yaml'), FINE)
      git('add', '-A')
      const fine = tried()
      expect(fine.stdout).toContain('leadq.yaml: no problems found')
      expect(fine.stdout).toContain('there are no tests')
    })
  })
})

/** A PATH on which the packed leadq of docs/guides/ci.md is the built program. */
function withNpx(folder: string): string {
  const bin = join(folder, '.bin')
  mkdirSync(bin, { recursive: true })
  const npx = join(bin, 'npx')
  const program = `exec "${process.execPath}" "${join(ROOT, 'bin', 'leadq.js')}" "$@"`
  const isPacked = '[ "$1 $2" = "--yes --package" ] && [ "$4" = leadq ]'
  writeFileSync(
    npx,
    `#!/bin/sh\n${isPacked} && case "$3" in ./leadq-*.tgz) shift 4; ${program};; esac\necho "unexpected: npx $*" >&2; exit 99\n`,
  )
  chmodSync(npx, 0o755)
  return [bin, '/usr/local/bin', '/usr/bin', '/bin', process.env.PATH ?? ''].join(delimiter)
}
