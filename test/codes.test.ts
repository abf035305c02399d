import { describe, expect, it } from 'vitest'
import { readYaml } from '../src/rulebook/yaml/yaml.ts'
import { ALL_CODES, codeHelp } from '../src/tools/help/code-help.ts'
import { languageOf } from './support/code-pages.ts'
import { ROOT, runInProcess } from './support/program.ts'

/** The help on every code says what can be typed: its commands have these flags, its examples are YAML. */

const all = ALL_CODES.map(codeHelp)

describe('the help on codes', () => {
  it('has sentences, in which nobody is told and nothing is said', () => {
    for (const { code, means, remedy } of all) {
      expect([code, means.endsWith('.'), remedy.endsWith('.')]).toEqual([code, true, true])
      expect([code, means.length + remedy.length]).toEqual([code, expect.toSatisfy((size: number) => size > 80)])
      expect([code, `${means} ${remedy}`]).toEqual([code, expect.not.stringMatching(/\b(?:is|are) (?:said|told)\b/)])
    }
  })

  it('names flags that its commands have', async () => {
    const lines = all.flatMap(({ code, means, remedy, example = '' }) =>
      [...`${means} ${remedy}`.matchAll(/`([^`]+)`/g), ...example.split('\n').map(line => ['', line])]
        .map(([, text = '']) => text.replace(/^(?:[A-Z_]+=\S+ )+/, ''))
        .filter(text => text.startsWith('leadq '))
        .map(text => ({ code, text })),
    )
    expect(lines.length).toBeGreaterThan(40)
    const helps = new Map<string, string>()
    for (const { code, text } of lines) {
      const [, command = ''] = text.split(' ')
      if (!helps.has(command)) helps.set(command, (await runInProcess(['help', command], ROOT)).stdout)
      const help = helps.get(command) ?? ''
      expect([code, command, help.startsWith('Usage: leadq') || command === 'help']).toEqual([code, command, true])
      for (const flag of text.match(/ --?[a-z][a-z-]*/g) ?? []) {
        expect([code, text, flag, new RegExp(`${flag.trim()}\\b`).test(help)]).toEqual([code, text, flag, true])
      }
    }
  })

  it('has examples in YAML that can be read', () => {
    const written = all.flatMap(({ code, example }) =>
      example !== undefined && languageOf(example) === 'yaml' ? [{ code, example }] : [],
    )
    expect(written.length).toBeGreaterThan(30)
    for (const { code, example } of written) {
      const problems: string[] = []
      readYaml({ file: code, text: example }, (_, message) => problems.push(message))
      expect([code, problems]).toEqual([code, []])
    }
  })
})
