import type { Format } from './format.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { sarif } from './sarif.ts'

interface FormatEntry {
  readonly print: Format
  /** How a file of this format begins if leadq wrote it: such a one is overwritten by the next run. */
  readonly begins: RegExp
}

/** The output formats of check results. */
export const FORMATS = {
  json: { print: json, begins: /^\{\s*"format_version"/ },
  junit: { print: junit, begins: /^<\?xml[^>]*>\s*<testsuites name="leadq / },
  sarif: { print: sarif, begins: /^\{\s*"\$schema"[^{]*"runs": \[\s*\{\s*"tool": \{\s*"driver": \{\s*"name": "leadq"/ },
  github: { print: github, begins: /^::(?:error|warning|notice) / },
  gitlab: { print: gitlab, begins: /^\[(?:\]|\s*\{\s*"description")/ },
  markdown: { print: markdown, begins: /^<!-- leadq:/ },
} as const satisfies Record<string, FormatEntry>

export type FormatName = keyof typeof FORMATS

export const FORMAT_NAMES = Object.keys(FORMATS).filter(isFormat)

export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name)
}

export type { FormatContext } from './format.ts'
