import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import Ajv from 'ajv-draft-04'
import fc from 'fast-check'
import { marked } from 'marked'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import {
  type Check,
  type CheckReport,
  countOutcomes,
  isFinding,
  worstFirst,
} from '../../src/ir/results/check-report.ts'
import { disarm } from '../../src/report/disarm.ts'
import { FORMAT_NAMES, FORMATS } from '../../src/report/formats/formats.ts'
import { printJson } from '../../src/report/json.ts'
import { clean } from '../../src/report/terminal/terminal-text.ts'
import { CONTEXT, report } from '../support/checks.ts'
import { runs } from '../support/draws.ts'
import { commandsIn, type RunnerCommand } from '../support/runner.ts'

const EXAMPLE: CheckReport = {
  command: 'lint',
  summary: '1 error, 1 note',
  checks: [
    {
      id: 'lint/contradiction',
      title: 'a condition that can never hold',
      url: 'https://example.org/lint/contradiction',
      file: 'leadq.yaml',
      name: 'rule size',
      outcome: 'error',
      message: 'can never hold: above 50, below 10',
      hint: 'swap the two',
      place: { file: 'leadq.yaml', line: 7, col: 15, endLine: 7, endCol: 20 },
      related: [{ place: { file: 'leadq.yaml', line: 3, col: 1 }, message: 'declared here' }],
      fingerprint: '0a1b2c3d4e5f',
    },
    {
      id: 'lint/short-word',
      title: 'a short word that sits inside others',
      file: 'leadq.yaml',
      name: 'rule cto',
      outcome: 'info',
      message: '`cto` is inside `director`',
      place: { file: 'built-in b2b', line: 30, col: 3 },
      fingerprint: '111111111111',
    },
    {
      id: 'lint/clean',
      title: 'a rulebook with nothing wrong',
      file: 'other.yaml',
      name: 'other.yaml',
      outcome: 'passed',
      message: 'nothing wrong',
      fingerprint: '222222222222',
    },
  ],
}

const print = (name: keyof typeof FORMATS, of: CheckReport) => FORMATS[name].print(of, CONTEXT)

test.each(FORMAT_NAMES)('%s prints an example', name => {
  expect(print(name, EXAMPLE)).toMatchSnapshot()
})

test('a file that leadq wrote is known by its beginning', () => {
  fc.assert(
    fc.property(report, fc.constantFrom(...FORMAT_NAMES), (drawn, name) => {
      const text = print(name, drawn)
      if (text !== '') expect(text).toMatch(FORMATS[name].begins)
    }),
  )
  for (const { begins } of Object.values(FORMATS)) {
    for (const foreign of [
      'leadq: 1\n',
      '{}',
      '[{"a": 1}]',
      '<?xml version="1.0"?><a/>',
      '# Title\n',
      '{"version": "2.1.0"}',
    ]) {
      expect(foreign).not.toMatch(begins)
    }
  }
})

describe('SARIF', () => {
  const isValid = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(sarifSchema)

  test('fits its published schema, whatever is in it', () => {
    fc.assert(
      fc.property(report, drawn => {
        isValid(JSON.parse(print('sarif', drawn)))
        expect(isValid.errors).toBeNull()
      }),
    )
  })

  test('has what GitHub asks for beyond it', () => {
    const [run] = JSON.parse(print('sarif', EXAMPLE)).runs
    const { rules } = run.tool.driver
    for (const result of run.results) {
      expect(rules[result.ruleIndex].id).toBe(result.ruleId)
      expect(result.partialFingerprints.primaryLocationLineHash).toBeTruthy()
      const { artifactLocation, region } = result.locations[0].physicalLocation
      expect(artifactLocation.uri).toBe('sub/leadq.yaml')
      expect(Object.keys(region)).toEqual(['startLine', 'startColumn', 'endLine', 'endColumn'])
    }
    for (const rule of rules) expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1024)
  })
})

describe('JUnit', () => {
  interface Element {
    readonly name: string
    readonly attributes: Record<string, string>
    text: string
  }

  /** A parser that accepts well-formed XML only. */
  function parse(xml: string): Element[] {
    const elements: Element[] = []
    const open: Element[] = []
    const parser = new SaxesParser()
    parser.on('error', error => {
      throw error
    })
    parser.on('opentag', ({ name, attributes }) => {
      const element = { name, attributes, text: '' }
      elements.push(element)
      open.push(element)
    })
    parser.on('text', text => {
      const last = open.at(-1)
      if (last !== undefined) last.text += text
    })
    parser.on('closetag', () => void open.pop())
    parser.write(xml).close()
    return elements
  }

  const legal = (text: string) =>
    clean(text).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')

  test('is well-formed and says what was found, whatever is in it', () => {
    fc.assert(
      fc.property(report, drawn => {
        const elements = parse(print('junit', drawn))
        const named = (name: string) => elements.filter(element => element.name === name)
        const { error, skipped } = countOutcomes(drawn.checks)
        expect(named('testsuites')[0]?.attributes).toMatchObject({
          tests: `${drawn.checks.length}`,
          failures: `${error}`,
        })
        expect(
          named('testcase')
            .map(({ attributes }) => attributes.name)
            .sort(),
        ).toEqual(drawn.checks.map(({ name }) => legal(name)).sort())
        expect(named('skipped')).toHaveLength(skipped)
        expect(
          named('failure')
            .map(({ attributes }) => attributes.message)
            .sort(),
        ).toEqual(
          drawn.checks
            .filter(({ outcome }) => outcome === 'error')
            .map(({ message }) => legal(message))
            .sort(),
        )
      }),
    )
  })
})

describe('GitHub', () => {
  test('annotations are read as they were meant, and nothing else in them is a command', () => {
    fc.assert(
      fc.property(report, drawn => {
        const commands = commandsIn(print('github', drawn))
        const findings = drawn.checks.filter(isFinding)
        const shown = (outcome: Check['outcome']) => findings.filter(check => check.outcome === outcome).slice(0, 10)
        const expected = [...shown('error'), ...shown('warning'), ...shown('info')]
        expect(commands).toHaveLength(expected.length)
        for (const [index, check] of expected.entries()) {
          const { name, properties, data }: RunnerCommand = commands[index] ?? { name: '', properties: {}, data: '' }
          expect(name).toBe(check.outcome === 'info' ? 'notice' : check.outcome)
          expect(data).toContain(clean(check.message))
          expect(properties.title).toBe(`leadq ${check.id}`)
          if (check.place === undefined || check.place.file === 'built-in b2b') continue
          const { file, line, col, endLine, endCol } = check.place
          expect(properties).toMatchObject({ file: `sub/${file}`, line: `${line}`, endLine: `${endLine}` })
          if (line === endLine) expect(properties).toMatchObject({ col: `${col}`, endColumn: `${endCol}` })
        }
      }),
    )
  })

  test('no text for people, and no JSON, is a command to the runner', () => {
    const near = fc.array(
      fc.constantFrom(':', '::', '##', '#', '[', 'error', ']', ' ', '\n', 'add-mask', '\u00a0', '\u3000'),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          near.map(parts => parts.join('')),
        ),
        text => {
          expect(commandsIn(disarm(text))).toEqual([])
          expect(disarm(text).replaceAll('\u200b', '')).toBe(text.replaceAll('\u200b', ''))
          expect(commandsIn(printJson({ [text]: [text] }))).toEqual([])
          expect(JSON.parse(printJson({ text }))).toEqual({ text })
        },
      ),
      runs(500),
    )
  })
})

describe('GitLab', () => {
  test('every finding has its own fingerprint, a path and a line', () => {
    fc.assert(
      fc.property(report, drawn => {
        const issues: {
          fingerprint: string
          severity: string
          location: { path: string; lines: { begin: number } }
        }[] = JSON.parse(print('gitlab', drawn))
        expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length)
        for (const { location, severity } of issues) {
          expect(location.path).toMatch(/^sub\//)
          expect(location.lines.begin).toBeGreaterThan(0)
          expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity)
        }
      }),
    )
  })
})

describe('markdown', () => {
  const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }

  /** Removes invisible characters: zero-width spaces, and the backticks of code. */
  const plain = (text: string) =>
    text
      .replace(/[\u200b`']/g, '')
      .replace(/\s+/g, ' ')
      .trim()

  /** What a reader sees of some HTML. */
  function seen(html: string): string {
    const text = html.replace(/<[^>]*>/g, '').replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => ENTITIES[name] ?? '')
    return plain(text)
  }

  test('is read as it was meant: nothing that is told is markup, a link or a mention', () => {
    fc.assert(
      fc.property(report, drawn => {
        const html = marked.parse(print('markdown', drawn), { async: false, gfm: true })
        const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+|!--)/gi)].map(([, tag]) => tag))
        expect(
          [...tags].filter(
            tag => !['!--', 'h3', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'br', 'code'].includes(tag ?? ''),
          ),
        ).toEqual([])
        expect(html.replace(/<code>.*?<\/code>/g, '')).not.toMatch(/@\w|:\/\/|www\./i)
        const findings = worstFirst(drawn.checks.filter(isFinding))
        const cells = [...html.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell = '']) => cell)
        expect(cells).toHaveLength(findings.length * 3)
        for (const [index, { message }] of findings.entries()) {
          expect(seen(cells[index * 3 + 2] ?? '')).toContain(plain(clean(message)))
        }
      }),
    )
  })

  test('has room in a comment, and counts what is left out', () => {
    const [first] = EXAMPLE.checks
    if (first === undefined) throw new Error('no check')
    const many = { ...EXAMPLE, checks: Array.from({ length: 5_000 }, () => first) }
    const text = print('markdown', many)
    expect(text.length).toBeLessThan(65_536)
    expect(text).toMatch(/\nand [0-9,]+ more\n$/)
  })
})
