import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, ROOT, runInProcess, runShell } from './support/program.ts'
import { terminalPicture } from './support/terminal-picture.ts'

/**
 * The README is executed: its commands are run, its rulebook is checked, and its picture shows what both print.
 * `UPDATE=1` draws the picture anew. Commands that set up a checkout are what `.ci/run` does.
 */
const UPDATE = process.env.UPDATE === '1' && process.env.CI === undefined

const README = readFileSync(join(ROOT, 'README.md'), 'utf8')
const PICTURE = join(ROOT, 'docs', 'images', 'terminal.svg')
const COLUMNS = 78

const blocks = [...README.matchAll(/^```(\w*)[^\n]*\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
  language,
  text,
}))
const commands = blocks
  .filter(({ language }) => language === 'sh')
  .flatMap(({ text }) => text.split('\n'))
  .filter(line => line !== '' && !line.startsWith('#'))
const rulebook = blocks.find(({ language }) => language === 'yaml')?.text ?? ''

describe('README.md', () => {
  it('fits two screens', () => expect(README.split('\n').length).toBeLessThanOrEqual(121))

  it('sets up and tests a checkout as `.ci/run` does', () => {
    expect(commands.slice(0, 2)).toEqual([
      expect.stringMatching(/^npm ci && node bin\/leadq\.js score /),
      'npm ci && npm test',
    ])
    expect(readFileSync(join(ROOT, '.ci', 'run'), 'utf8')).toContain('npm ci && npm test')
  })

  it('has commands that work in a checkout, to be copied as they are', async () => {
    const own = commands.map(line => line.replace('npm ci && ', '')).filter(line => line !== 'npm test')
    expect(own.length).toBe(4)
    await inFolder(async folder => {
      for (const line of own) {
        const { exit, stderr } = await runShell(line.replaceAll('out/', `${folder}/`), ROOT)
        expect([line, exit], stderr).toEqual([line, 0])
      }
    })
  })

  it('shows a rulebook of twelve lines that has no problems, and the picture of what it does', async () => {
    expect(rulebook.trim().split('\n').length).toBe(12)
    const picture = await inFolder(async folder => {
      copyFileSync(join(ROOT, 'fixtures', 'leads', 'trade-fair.csv'), join(folder, 'leads.csv'))
      writeFileSync(join(folder, 'leadq.yaml'), rulebook)
      expect(await runInProcess(['lint'], folder)).toMatchObject({ exit: 0, stdout: 'leadq.yaml: no problems found\n' })
      let screen = ''
      for (const line of ['leadq score leads.csv', 'leadq explain leads.csv --id TF-038']) {
        const ran = await runInProcess(line.split(' ').slice(1), folder, '', {
          COLUMNS: String(COLUMNS),
          FORCE_COLOR: '1',
        })
        expect([line, ran.exit]).toEqual([line, 0])
        screen += `\u001b[2m$\u001b[22m \u001b[1m${line}\u001b[22m\n${ran.stdout.trimEnd()}\n\n`
      }
      return terminalPicture(
        screen,
        COLUMNS,
        'A terminal: leadq score prints stages and reasons, leadq explain one lead',
      )
    })
    if (UPDATE) writeFileSync(PICTURE, picture)
    expect(readFileSync(PICTURE, 'utf8')).toBe(picture)
  })
})
