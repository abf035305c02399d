import { fold } from '../../ir/values/fold.ts'

/** Names of countries in the languages that leadq's headings are in, by the tables of ECMA-402. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl']

/** Further spellings that exports have. */
const OTHERS: Readonly<Record<string, string>> = {
  usa: 'US',
  'u.s.': 'US',
  'u.s.a.': 'US',
  'united states of america': 'US',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  holland: 'NL',
  'the netherlands': 'NL',
  brd: 'DE',
  deu: 'DE',
  aut: 'AT',
  che: 'CH',
  gbr: 'GB',
  fra: 'FR',
}

let codes: ReadonlyMap<string, string> | undefined

/** The ISO code of a country by its name or code; undefined if it is none. */
export function countryCode(text: string): string | undefined {
  codes ??= readCodes()
  return codes.get(fold(text))
}

function readCodes(): Map<string, string> {
  const found = new Map(Object.entries(OTHERS))
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const names = LANGUAGES.map(language => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }))
  for (const code of letters.flatMap(first => letters.map(second => `${first}${second}`))) {
    const spelled = names.flatMap(name => name.of(code) ?? [])
    if (spelled.length === 0) continue
    for (const name of [code, ...spelled]) found.set(fold(name), code)
  }
  return found
}
