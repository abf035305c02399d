import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { inFolder, type Ran, ROOT, runShell } from '../support/program.ts'
import { layOut, manifest } from '../support/run/nights.ts'

/** The files of `deploy/`: each is read by its own program where there is one here, and its command is executed. */

const text = (name: string) => readFileSync(join(ROOT, 'deploy', name), 'utf8')

/** A command for another folder than the one that it is written for. */
function placed(command: string, folder: string): string {
  return command.replaceAll('/tmp/leadq.flock', 'leadq.flock').replaceAll('/srv/leadq', folder)
}

/** Executes a command where it is meant to run, and looks for the run that it leaves. */
function expectRun(command: string): Promise<void> {
  return inFolder(async folder => {
    layOut(folder, 20)
    const ran: Ran = await runShell(placed(command, folder), folder)
    expect([ran.exit, ran.stderr]).toEqual([0, ''])
    expect(manifest(folder, 'latest')).toMatchObject({ status: 'published', counts: { scored: 20 } })
  })
}

describe('deploy/', () => {
  it('crontab: its line runs, and gives way to one that runs already', async () => {
    const line =
      text('crontab')
        .split('\n')
        .find(each => /^[\d*]/.test(each)) ?? ''
    const [, command = ''] = /^(?:[\d*,/-]+ ){5}(.*)$/.exec(line) ?? []
    await expectRun(command)
    await inFolder(async folder => {
      layOut(folder, 20)
      const here = placed(command, folder)
      const busy = await runShell(
        `flock leadq.flock -c 'sleep 2' & sleep 0.3; ${here}; code=$?; wait; exit $code`,
        folder,
      )
      expect(busy.exit).toBe(75)
    })
  })

  it('leadq.service and leadq.timer: systemd finds nothing wrong, and the command runs', async () => {
    const has = spawnSync('systemd-analyze', ['--version']).status === 0
    if (has) {
      const { status, stderr } = spawnSync(
        'systemd-analyze',
        ['verify', join(ROOT, 'deploy', 'leadq.service'), join(ROOT, 'deploy', 'leadq.timer')],
        { encoding: 'utf8' },
      )
      expect([status, stderr]).toEqual([0, ''])
      const when = /^OnCalendar=(.*)$/m.exec(text('leadq.timer'))?.[1] ?? ''
      expect(spawnSync('systemd-analyze', ['calendar', when]).status).toBe(0)
    }
    await expectRun(/^ExecStart=(.*)$/m.exec(text('leadq.service'))?.[1] ?? '')
  })

  it('kubernetes.yaml: the arguments run, and what needs a person is not tried again', async () => {
    const { kind, spec } = parse(text('kubernetes.yaml'))
    const job = spec.jobTemplate.spec
    const [container] = job.template.spec.containers
    expect([kind, spec.concurrencyPolicy, job.template.spec.restartPolicy]).toEqual(['CronJob', 'Forbid', 'Never'])
    expect(job.podFailurePolicy.rules[0]).toMatchObject({ action: 'FailJob', onExitCodes: { operator: 'NotIn' } })
    expect(job.podFailurePolicy.rules[0].onExitCodes.values).toContain(75)
    expect(container.volumeMounts.map(({ name }: { name: string }) => name).sort()).toEqual(
      job.template.spec.volumes.map(({ name }: { name: string }) => name).sort(),
    )
    await expectRun(`leadq ${container.args.join(' ')}`)
  })

  it('Dockerfile: what a container runs by itself runs', async () => {
    const [, entry = '[]'] = /^ENTRYPOINT (\[.*\])$/m.exec(text('Dockerfile')) ?? []
    const [, args = '[]'] = /^CMD (\[.*\])$/m.exec(text('Dockerfile')) ?? []
    await expectRun([...JSON.parse(entry), ...JSON.parse(args)].join(' '))
  })

  it('github-schedule.yml: the step runs and writes its summary', () =>
    inFolder(async folder => {
      layOut(folder, 20)
      const { jobs, on } = parse(text('github-schedule.yml'))
      expect(on.schedule).toEqual([{ cron: '0 3 * * *' }])
      const step = jobs.run.steps.find(({ run }: { run?: string }) => run !== undefined)
      mkdirSync(join(folder, 'kept'))
      writeFileSync(
        join(folder, 'step.sh'),
        step.run.replace(/npx --yes --package \.\/leadq-[\d.]+\.tgz leadq/, 'leadq'),
      )
      const env = { RUNS: join(folder, 'kept', 'runs'), GITHUB_STEP_SUMMARY: join(folder, 'summary.md') }
      expect((await runShell('bash -e step.sh', folder, env)).exit).toBe(0)
      expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toContain('| SQL |')
    }))

  it('windows-task.xml: well formed, and its command line is one of leadq', async () => {
    const found = new Map<string, string>()
    const parser = new SaxesParser()
    let name = ''
    parser.on('opentag', tag => {
      name = tag.name
    })
    parser.on('text', content => {
      if (content.trim() !== '') found.set(name, content.trim())
    })
    parser.on('error', error => {
      throw error
    })
    parser.write(text('windows-task.xml')).close()
    expect([found.get('Command'), found.get('MultipleInstancesPolicy')]).toEqual(['cmd.exe', 'IgnoreNew'])
    const [, command = ''] = /^\/c (leadq .*) >> leadq\.log 2>&1$/.exec(found.get('Arguments') ?? '') ?? []
    await expectRun(command.replace(' --log-format json', ''))
  })
})
