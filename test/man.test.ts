import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandsBelow, pathOf } from '../src/cli/help/paths.ts'
import { loadProgram } from '../src/cli/program.ts'
import { inFolder, ROOT, runInProcess, surroundings } from './support/program.ts'

/** Manual pages: one for each command, which say all that its help says, and which groff takes without a warning. */

const hasGroff = spawnSync('groff', ['--version']).status === 0
if (!hasGroff) console.log('manual pages are not rendered: groff is not installed')

describe('manual pages', () => {
  it('there is one for every command, with all its options', () =>
    inFolder(async folder => {
      const program = await loadProgram(undefined, { around: surroundings(ROOT), end: () => {} })
      const all = commandsBelow(program)
      const { stderr, exit } = await runInProcess(['help', '--man=man1'], folder)
      expect([stderr, exit]).toEqual(['', 0])
      const files = all.map(command => `${pathOf(command).replaceAll(' ', '-')}.1`)
      expect(readdirSync(join(folder, 'man1')).sort()).toEqual(files.sort())
      for (const command of all) {
        const page = readFileSync(join(folder, 'man1', `${pathOf(command).replaceAll(' ', '-')}.1`), 'utf8')
        const plain = page.replaceAll('\\-', '-')
        expect(plain).toContain(`\n${pathOf(command).replaceAll(' ', '-')} - `)
        for (const { long, hidden } of command.options) {
          if (!hidden && long) expect([pathOf(command), plain.includes(long)]).toEqual([pathOf(command), true])
        }
        if (!hasGroff) continue
        const { stdout, stderr: warnings } = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-z'], { input: page })
        expect([pathOf(command), String(stdout), String(warnings)]).toEqual([pathOf(command), '', ''])
      }
      const again = await runInProcess(['help', '--man=man1'], folder)
      expect(again.exit).toBe(0)
    }))

  it.each([
    [['help', '--man'], '.TH "LEADQ" 1'],
    [['help', 'score', '--man'], '.TH "LEADQ\\-SCORE" 1'],
    [['help', '--man', 'rules', 'show'], '.TH "LEADQ\\-RULES\\-SHOW" 1'],
  ])('%j', async (argv, begins) => {
    const { stdout, exit } = await runInProcess(argv, ROOT)
    expect([stdout.slice(0, begins.length), exit]).toEqual([begins, 0])
  })

  it('an unknown command is refused', async () => {
    const { stderr, exit } = await runInProcess(['help', '--man', 'scoer'], ROOT)
    expect(stderr).toContain('no manual page on `scoer`')
    expect(stderr).toContain('did you mean `score`?')
    expect(exit).toBe(2)
  })
})
