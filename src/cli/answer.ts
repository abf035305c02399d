import { resolve } from 'node:path'
import { printJson } from '../report/json.ts'
import type { Console } from './console.ts'
import { writeReport } from './hosts/reports.ts'
import type { Surroundings } from './surroundings.ts'
import { VERSION } from './version.ts'

/** The flags of a command that answers with a document. */
export interface AnswerFlags {
  readonly json?: true | undefined
  /** `--json=FILE`: the document goes there, and the text is printed all the same. */
  readonly jsonFile?: string | undefined
  readonly quiet?: true | undefined
}

/** The answer of a command for people and for machines. */
export interface Answer {
  readonly text: () => string
  readonly document: () => string
}

/** Prints the answer of a command as text, or as the JSON document if that was asked for; a file gets the document, too. */
export async function printAnswer(
  { json, jsonFile, quiet }: AnswerFlags,
  { text, document }: Answer,
  { around, console }: { readonly around: Surroundings; readonly console: Console },
  print: (text: string) => Promise<void> = console.report,
): Promise<void> {
  if (jsonFile !== undefined) await writeReport(resolve(around.cwd, jsonFile), jsonFile, document(), DOCUMENT)
  if (json === true) await print(document())
  else if (quiet !== true) await print(text())
}

/** leadq's documents begin with their version, or with what their schema is called. */
const DOCUMENT = /^\s*\{\s*(?:"format_version"|"\$schema": "[^"]*",\s*"title": "leadq )/

/** A document for machines, with what made it. */
export function documentOf(body: object): string {
  return printJson({ format_version: '1.0', tool: { name: 'leadq', version: VERSION }, ...body })
}
