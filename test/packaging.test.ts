import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { inFolder, ROOT } from './support/program.ts'
import { commandsIn } from './support/runner.ts'

/** What others run leadq by: the action on GitHub, the job on GitLab, the hooks of pre-commit. All of it is run as they do. */

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
    readonly env: Readonly<Record<string, string>>
    readonly 'working-directory': string
  }

  const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'))
  const steps: readonly Step[] = action.runs.steps

  it('puts nothing from outside into the text of a script', () => {
    for (const { run, shell } of steps) {
      expect(shell).toBe('bash')
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
      const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' })
      const stages = (least: number) =>
        `stages: [ { stage: SQL, when: { score.fit: { at_least: ${least} } } }, { stage: nurture } ]\n`
      const rules =
        'leadq: 1\nscores: { fit: { rules: [ { id: size, field: employees, points_from: { 50: 10 } } ] } }\n'
      writeFileSync(join(folder, 'leadq.yaml'), rules + stages(5))
      writeFileSync(join(folder, 'leads.csv'), 'Lead ID,Employees\n1,60\n2,70\n3,5\n')
      writeFileSync(join(folder, 'gates.yaml'), 'gates: { moved_pct: { fail: 20 } }\n')
      git('init', '-q', '-b', 'main')
      git('add', '.')
      git('-c', 'user.name=A', '-c', 'user.email=a@b.example', 'commit', '-qm', 'base')
      writeFileSync(join(folder, 'leadq.yaml'), rules + stages(15))
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
    })
  })

  /** Runs the steps of the action in a checkout, with the variables and files that the runner gives them. */
  function runAction(given: Readonly<Record<string, string>>, checkout: string) {
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
      if (!isRun(step, exit, resolve)) continue
      writeFileSync(output, '')
      writeFileSync(join(work, 'step.sh'), step.run)
      const env = Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, resolve(value)]))
      const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', join(work, 'step.sh')], {
        cwd: join(checkout, resolve(step['working-directory'])),
        encoding: 'utf8',
        env: {
          PATH: withNpx(work),
          HOME: work,
          CI: 'true',
          GITHUB_ACTIONS: 'true',
          GITHUB_WORKSPACE: checkout,
          GITHUB_STEP_SUMMARY: summary,
          GITHUB_OUTPUT: output,
          RUNNER_TEMP: join(work, 'temp'),
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

/** Without a condition a step runs if none before it failed; these conditions are all that the action uses. */
function isRun(step: { readonly if?: string }, exit: number, resolve: (text: string) => string): boolean {
  const [, condition] = /^\$\{\{ !cancelled\(\) && (.*) != '' \}\}$/.exec(step.if ?? '') ?? []
  if (condition !== undefined) return resolve(`\${{ ${condition} }}`) !== ''
  expect(step.if).toBeUndefined()
  return exit === 0
}

describe('the job on GitLab', () => {
  it('leaves the reports that it names', async () => {
    const snippet = [...readFileSync(join(ROOT, 'docs', 'ci.md'), 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
      .map(([, text = '']) => text)
      .find(text => text.includes('.gitlab-ci.yml'))
    const { script, artifacts } = parse(snippet ?? '').rulebook
    await inFolder(async folder => {
      writeFileSync(join(folder, 'leadq.yaml'), RULEBOOK)
      writeFileSync(join(folder, 'leadq.test.yaml'), TESTS)
      const env = { PATH: withNpx(folder), HOME: folder, CI: 'true', GITLAB_CI: 'true', CI_PROJECT_DIR: folder }
      const ran = spawnSync('bash', ['-c', script.join('\n')], {
        cwd: folder,
        encoding: 'utf8',
        env,
      })
      expect(ran.status).toBe(1)
      expect(JSON.parse(readFileSync(join(folder, artifacts.reports.codequality), 'utf8'))).toMatchObject([
        { check_name: 'rule/unknown-field', location: { path: 'leadq.yaml', lines: { begin: 2 } } },
      ])
      expect(artifacts.reports.junit).toEqual(['lint.xml', 'test.xml'])
      expect(readFileSync(join(folder, 'lint.xml'), 'utf8')).toContain('failures="1"')
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
      expect(fine.status).toBe(0)
    })
  })
})

/** A PATH on which `npx --yes leadq@...` is the built program: it is not published before it is tested. */
function withNpx(folder: string): string {
  const bin = join(folder, '.bin')
  mkdirSync(bin, { recursive: true })
  const npx = join(bin, 'npx')
  writeFileSync(
    npx,
    `#!/bin/sh\n[ "$1" = --yes ] && case "$2" in leadq@*) shift 2; exec "${process.execPath}" "${join(ROOT, 'bin', 'leadq.js')}" "$@";; esac\necho "unexpected: npx $*" >&2; exit 99\n`,
  )
  chmodSync(npx, 0o755)
  return [bin, '/usr/local/bin', '/usr/bin', '/bin', process.env.PATH ?? ''].join(delimiter)
}
