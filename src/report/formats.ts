import type { Format } from './formats/format.ts'
import { github } from './formats/github.ts'
import { gitlab } from './formats/gitlab.ts'
import { json } from './formats/json.ts'
import { junit } from './formats/junit.ts'
import { markdown } from './formats/markdown.ts'
import { sarif } from './formats/sarif.ts'

/** How results of checks can be printed for machines, and for people who are not at a terminal. */
export const FORMATS = { json, junit, sarif, github, gitlab, markdown } as const satisfies Record<string, Format>

export type FormatName = keyof typeof FORMATS

export type { Format, FormatContext } from './formats/format.ts'
