import type { CodeText, PlainCode } from './code-text.ts'
import { FILE_TEXTS } from './file-texts.ts'
import { LEAD_TEXTS } from './lead-texts.ts'
import { RULEBOOK_TEXTS } from './rulebook-texts.ts'
import { RUN_TEXTS } from './run-texts.ts'
import { TOOL_TEXTS } from './tool-texts.ts'

/** The help on every code but those of lint: a code without help does not compile. */
export const CODE_TEXTS: Readonly<Record<PlainCode, CodeText>> = {
  ...RULEBOOK_TEXTS,
  ...FILE_TEXTS,
  ...LEAD_TEXTS,
  ...RUN_TEXTS,
  ...TOOL_TEXTS,
}
