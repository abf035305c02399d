import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, ROOT } from './support/program.ts'

describe('--watch', () => {
  it('lints again when a rulebook changes, and ends with the signal', { timeout: 60_000 }, async () => {
    await inFolder(async folder => {
      const write = (field: string) =>
        writeFileSync(
          join(folder, 'leadq.yaml'),
          `leadq: 1\nstages: [ { stage: SQL, when: { ${field}: DE } }, { stage: cold } ]\n`,
        )
      write('contry')
      const child = spawn(process.execPath, [join(ROOT, 'bin', 'leadq.js'), 'lint', '--watch'], { cwd: folder })
      let said = ''
      const until = (text: string) =>
        new Promise<void>(resolve => {
          const look = () => {
            if (said.includes(text)) resolve()
            else setTimeout(look, 20)
          }
          look()
        })
      child.stdout.on('data', chunk => (said += chunk))
      child.stderr.on('data', chunk => (said += chunk))
      const ended = new Promise<number | null>(resolve => child.on('close', resolve))
      await until('watching for changes')
      expect(said).toContain('unknown field `contry`')
      said = ''
      write('country')
      await until('watching for changes')
      expect(said).toContain('leadq.yaml: no problems found')
      child.kill('SIGINT')
      expect(await ended).toBe(130)
    })
  })
})
