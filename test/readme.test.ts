import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, ROOT, runShell } from './support/program.ts'

/**
 * The README is executed. Each block of ```console runs in one folder, in order; what its commands print is what stands
 * below them. `UPDATE=1` writes it there. Commands that set up a checkout are what `.ci/run` does.
 */
const UPDATE = process.env.UPDATE === '1' && process.env.CI === undefined

const README = join(ROOT, 'README.md')

/** Files that the examples speak of, by the names they use. */
const EXAMPLES = {
  'leads.csv': 'fixtures/leads/trade-fair.csv',
  'messe.csv': 'fixtures/leads/messe.csv',
  'hello.yaml': 'rules/01-hello.yaml',
}

interface Block {
  /** The file it shows, for blocks that are not executed. */
  readonly text: string
  readonly language: string
}

const blocks: Block[] = [...readFileSync(README, 'utf8').matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', text = '']) => ({ language, text }),
)

/** A block of `$ command` lines, each with what it printed. */
function steps(block: string): { readonly command: string; readonly output: string }[] {
  return block
    .split(/^(?=\$ )/m)
    .map(step => ({ command: step.slice(2, step.indexOf('\n')), output: step.slice(step.indexOf('\n') + 1) }))
}

describe('README.md', () => {
  it('prints what the program prints', { timeout: 120_000 }, async () => {
    const console = blocks.filter(({ language }) => language === 'console')
    expect(console.length).toBeGreaterThan(3)
    let text = readFileSync(README, 'utf8')
    await inFolder(async folder => {
      for (const [name, source] of Object.entries(EXAMPLES)) copyFileSync(join(ROOT, source), join(folder, name))
      writeFileSync(join(folder, 'hello.test.yaml'), blocks.find(({ language }) => language === 'yml')?.text ?? '')
      for (const block of console) {
        let written = ''
        for (const { command } of steps(block.text)) {
          const { stdout } = await runShell(`exec 2>&1; ${command}`, folder, { COLUMNS: '80' })
          written += `$ ${command}\n${stdout}`
        }
        if (UPDATE) text = text.replace(block.text, () => written)
        else expect(written).toBe(block.text)
      }
    })
    if (UPDATE) writeFileSync(README, text)
  })

  it('shows the rulebook that ships', () => {
    const shown = blocks.find(({ language }) => language === 'yaml')?.text
    if (UPDATE) {
      const hello = readFileSync(join(ROOT, EXAMPLES['hello.yaml']), 'utf8')
      writeFileSync(
        README,
        readFileSync(README, 'utf8').replace(shown ?? '', () => hello),
      )
    } else expect(shown).toBe(readFileSync(join(ROOT, EXAMPLES['hello.yaml']), 'utf8'))
  })

  it('sets up and tests a checkout as `.ci/run` does', () => {
    const setUp = blocks.find(({ language }) => language === 'sh')?.text ?? ''
    expect(setUp).toContain('\n$ npm ci && npm test\n')
    const main = /^\$ npm ci && node bin\/leadq\.js (.*)$/m.exec(setUp)?.[1]
    expect(main).toBeDefined()
  })

  it('the main job of the set-up runs', async () => {
    const setUp = blocks.find(({ language }) => language === 'sh')?.text ?? ''
    const line = /^\$ npm ci && (node bin\/leadq\.js .*)$/m.exec(setUp)?.[1] ?? 'false'
    const { exit, stdout } = await inFolder(folder => runShell(`${line.replace('-o out/', `-o ${folder}/`)}`, ROOT))
    expect(exit).toBe(0)
    expect(stdout).toContain('leads scored')
  })
})
