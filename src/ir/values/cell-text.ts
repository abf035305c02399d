import { normalise } from './fold.ts'

/** What is around and inside the text of a cell that says nothing of it; the dialects print the same tables. */

/** `="0012"`: how a spreadsheet is told to leave a text alone. */
const FORMULA_TEXT = '^="([^"]*)"$'

/** Entities of HTML, as web forms leave them in their exports. */
export const ENTITIES: readonly (readonly [entity: string, text: string])[] = [
  ...pairs('auml', 'ä', 'ouml', 'ö', 'uuml', 'ü', 'Auml', 'Ä', 'Ouml', 'Ö', 'Uuml', 'Ü', 'szlig', 'ß'),
  ...pairs('eacute', 'é', 'egrave', 'è', 'agrave', 'à', 'ccedil', 'ç', 'ndash', '–', 'mdash', '—', 'rsquo', '’'),
  ...pairs('#228', 'ä', '#246', 'ö', '#252', 'ü', '#196', 'Ä', '#214', 'Ö', '#220', 'Ü', '#223', 'ß', '#8211', '–'),
  ...pairs('nbsp', ' ', '#160', ' ', 'quot', '"', '#34', '"', 'apos', "'", '#39', "'", '#039', "'", '#x27', "'"),
  ...pairs('euro', '€', 'lt', '<', 'gt', '>', '#60', '<', '#62', '>', '#38', '&'),
  // Last, so that what was escaped twice is unescaped once.
  ...pairs('amp', '&'),
]

function pairs(...texts: string[]): [string, string][] {
  return texts.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[`&${name};`, texts[index + 1] ?? '']] : [],
  )
}

export const ENTITY = '&[#0-9A-Za-z]{2,6};'

const HAS_ENTITY = new RegExp(ENTITY)
const FORMULA = new RegExp(FORMULA_TEXT)

/** The text of a cell: in form C, without white space, a spreadsheet's wrapping or entities of HTML. */
export function cellText(cell: string): string {
  const text = normalise(cell).trim()
  if (text.startsWith('="')) return decoded(text.replace(FORMULA, '$1')).trim()
  return text.includes('&') ? decoded(text).trim() : text
}

function decoded(text: string): string {
  return HAS_ENTITY.test(text) ? ENTITIES.reduce((done, [entity, by]) => done.replaceAll(entity, by), text) : text
}
