import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { SCRIPTS } from '../src/cli/completion/scripts.ts'
import { kindOfArgument, kindOfOption } from '../src/cli/completion/value-kinds.ts'
import { loadProgram } from '../src/cli/program.ts'
import { inFolder, ROOT, runInProcess, runShell, surroundings } from './support/program.ts'

/** Completion as shells get it: the words that the program offers, and the scripts in the shells themselves. */

const RULEBOOK = `leadq: 1
scores: { fit: { rules: [ { id: dach, label: In DACH, when: { country: DE }, points: 5 } ] } }
stages: [ { stage: Hot lead, when: { score.fit: { at_least: 5 } } }, { stage: Cold } ]
`

/** A folder with a rulebook and an export that must not be opened. */
function inProject<T>(act: (folder: string) => Promise<T>): Promise<T> {
  return inFolder(async folder => {
    writeFileSync(join(folder, 'leadq.yaml'), RULEBOOK)
    writeFileSync(join(folder, 'broken.yaml'), 'scores: [')
    writeFileSync(join(folder, 'leads.csv'), 'id,secret_column\n1,x\n')
    mkdirSync(join(folder, 'runs'))
    return act(folder)
  })
}

async function offered(words: readonly string[], folder: string): Promise<string[]> {
  const { stdout, stderr, exit } = await runInProcess(['__complete', ...words], folder)
  expect([stderr, exit]).toEqual(['', 0])
  return stdout.trimEnd().split('\n')
}

const values = (lines: readonly string[]) => lines.slice(1).map(line => line.split('\t')[0])

describe('what is offered', () => {
  it.each<[words: string[], paths: string, values: string[]]>([
    [['sco'], 'none', ['score']],
    [['score', '--on'], 'none', ['--only', '--on-exists']],
    [['score', ''], 'files', []],
    [['score', 'leads.csv', '--only', 'H'], 'none', ['Hot lead']],
    [['score', '--only', 'Cold,Hot'], 'none', ['Cold,Hot lead']],
    [['score', '--sort', ''], 'none', ['score', 'fit']],
    [['score', '-r', 'plg', '--only', 'nu'], 'none', ['nurture']],
    [['score', '--rules=plg', '--only', 'nu'], 'none', ['nurture']],
    [['score', '--rules', 'pl'], 'files yaml yml', ['plg', 'plg-de']],
    [['score', '--rules=pl'], 'files yaml yml', ['--rules=plg', '--rules=plg-de']],
    [['score', '--rules', '=', 'pl'], 'files yaml yml', ['plg', 'plg-de']],
    [['score', '--rules', '='], 'files yaml yml', ['01-hello', 'b2b', 'b2b-de', 'b2c', 'b2c-de', 'plg', 'plg-de']],
    [['score', '--on-exists', 'a'], 'none', ['append']],
    [['score', '--format', 'x'], 'none', ['xlsx']],
    [['score', '--as-of', ''], 'none', ['today', 'yesterday']],
    [['--next', 'score', '--engine'], 'none', ['auto', 'stream', 'duckdb', 'spark', 'spark-sql']],
    [['score', '--', '--on'], 'files', []],
    [['score', '-r', 'broken.yaml', '--only', ''], 'none', []],
    [['score', '-r', 'missing.yaml', '--only', ''], 'none', []],
    [['score', '--max-rejects', ''], 'none', []],
    [['backtest', 'leads.csv', '--won', ''], 'none', []],
    [['history', '--rule', ''], 'none', ['dach']],
    [['forget', ''], 'folders', []],
    [['rules', 's'], 'none', ['show']],
    [['rules', 'show', '--'], 'none', ['--as-written', '--json', '--help']],
    [['fields', 'employ'], 'none', ['employees']],
    [['tune', '--direction', 'employ'], 'none', ['employees=up', 'employees=down']],
    [['compile', '--to', 'd'], 'none', ['duckdb']],
    [['lint', '--format', 'sa'], 'none', ['sarif']],
    [['completion', 'p'], 'none', ['powershell']],
    [['help', 'rule/unknown-f'], 'none', ['rule/unknown-field']],
    [['help', 'wal'], 'none', ['walkthrough']],
    [['nothing', '--such', ''], 'none', []],
  ])('%j', (words, paths, expected) =>
    inProject(async folder => {
      const lines = await offered(words, folder)
      expect([lines[0], ...values(lines)]).toEqual([paths, ...expected])
    }),
  )
})

it('every option and argument says what its value is', async () => {
  const program = await loadProgram(undefined, { around: surroundings(ROOT), end: () => {} })
  const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)]
  const silent = all(program).flatMap(command => [
    ...command.options
      .filter(option => !option.hidden && (option.required || option.optional))
      .filter(option => option.argChoices === undefined && kindOfOption(option) === undefined)
      .map(({ flags }) => `${command.name()} ${flags}`),
    ...command.registeredArguments
      .filter(argument => argument.argChoices === undefined && kindOfArgument(command, argument) === undefined)
      .map(argument => `${command.name()} <${argument.name()}>`),
  ])
  expect(silent).toEqual([])
})

describe('in bash', () => {
  it.each<[line: string[], word: number, expected: string[]]>([
    [['leadq', 'sco'], 1, ['score']],
    [['leadq', 'score', '--rules', '=', 'b2b'], 4, ['b2b', 'b2b-de']],
    [['leadq', 'score', '--only', 'Hot'], 3, ['Hot\\ lead']],
    [['leadq', 'score', 'lea'], 2, ['leadq.yaml', 'leads.csv']],
    [['leadq', 'lint', 'l'], 2, ['leadq.yaml']],
    [['leadq', 'verify', ''], 2, ['runs']],
  ])('%j', (line, word, expected) =>
    inProject(async folder => {
      const words = line.map(each => `'${each}'`).join(' ')
      const script = `source <(leadq completion bash); COMP_WORDS=(${words}); COMP_CWORD=${word}; _leadq; printf '%s\\n' "\${COMPREPLY[@]}"`
      const { stdout, stderr } = await runShell(script, folder)
      expect([stdout.trim().split('\n').sort(), stderr]).toEqual([expected, ''])
    }),
  )
})

describe.skipIf(isMissing('fish'))('in fish', () => {
  it.each([
    ['leadq sco', ['score']],
    ['leadq score --only Hot', ['Hot lead']],
    ['leadq score --rules=plg', ['--rules=plg', '--rules=plg-de']],
    ['leadq lint lead', ['leadq.yaml']],
  ])('%s', (line, expected) =>
    inProject(async folder => {
      const script = `fish --no-config -c "source (leadq completion fish | psub); complete -C '${line}'"`
      const { stdout } = await runShell(script, folder)
      const found = stdout.trim().split('\n')
      expect(found.map(each => each.split('\t')[0])).toEqual(expected)
    }),
  )
})

describe.skipIf(isMissing('zsh'))('in zsh', () => {
  it('a word is completed as it is typed', () =>
    inProject(async folder => {
      writeFileSync(join(folder, 'typed.zsh'), TYPED)
      const { stdout } = await runShell('zsh -f typed.zsh', folder)
      expect(stdout).toContain('<leadq score --only Hot\\ lead -r leadq.yaml ')
    }))
})

/** A terminal in which somebody types. */
const TYPED = `zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PS1=; autoload -U compinit; compinit -u -D; source <(leadq completion zsh); bindkey "^I" complete-word; show() { print -r -- "<$BUFFER>"; exit }; zle -N show; bindkey "^X" show; echo rea""dy'
zpty -r shell out '*ready*'
zpty -w -n shell $'leadq score --only Hot\\t-r leadq.y\\t\\x18'
zpty -r shell out '*<*>*'
print -r -- "$out"
`

describe('the script for PowerShell', () => {
  it('registers a completer that asks the program', () => {
    expect(SCRIPTS.powershell).toContain('Register-ArgumentCompleter -Native -CommandName leadq')
    expect(SCRIPTS.powershell).toContain('-split "`t", 2')
    expect(SCRIPTS.powershell).not.toMatch(/\\[`$]/)
    for (const [open, close] of ['()', '{}', '[]'].map(pair => [...pair])) {
      const count = (sign = '') => SCRIPTS.powershell.replaceAll("'[\\s''(){};,|&$]'", '').split(sign).length
      expect(count(open)).toBe(count(close))
    }
  })
})

function isMissing(shell: string): boolean {
  try {
    execFileSync(shell, ['--version'], { stdio: 'ignore' })
    return false
  } catch {
    console.log(`completion in ${shell} is not tested: ${shell} is not installed`)
    return true
  }
}
