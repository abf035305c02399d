/** Words of job titles, departments, industries, places and messages, English and German, in which shorter ones hide. */
const COMMON_WORDS: readonly string[] = `
  director doctor contractor sector factory actor october manufacturing architecture victor distributor protector
  unit digital security capital recruiting editor credit hospital quality hospitality university city community italy
  leitung arbeit gesundheit sicherheit  logistik
  throughout chronology  chrome
  product enterprise procurement april prokurist professor project
  retail email chain maintenance training repair chairman contain
  marketing department market charge party article pharma apartment
  operations corporate cooperation support transport report opportunity airport passport
  assistant associate analyst administration management managerin engineering
  consultant consulting accounting accountant
  financial finance finland
  services service sales salesforce
  developer development deutschland designer
  handwerk hardware chandler
  vertreter convert
  industry industrie industrial interim
  software  solutions scooter
  president
  shareholder ahead
  buyer busy business
  downtown
  society officer
  promotion
  usa usability germany switzerland austria australia
  latest greatest contest protest
  current parent trent yorkshire hampshire
  leadership partnership internship relationship
  career carrier

  restore
  delaware
  collaboration available syllabus label
  happy application supply appliance
  internet cabinet network
  luxury linux auxiliary building requirement equipment
  qatar seoul precious html
  headquarters recreation creation
  administrator minister administer
  thermal formal format information performance platform
  electrical selection election
  medical educational national rational regional
  studio audio radio
`
  .trim()
  .split(/\s+/)

/** Words whose beginning means something else when it stands alone. */
const BEGINNINGS: ReadonlyMap<string, string> = new Map([
  ['intern', 'international'],
  ['secret', 'secretary'],
  ['part', 'partner'],
  ['engine', 'engineer'],
  ['rep', 'report'],
  ['art', 'article'],
  ['car', 'career'],
  ['bar', 'barcelona'],
  ['lab', 'label'],
  ['app', 'apparel'],
  ['it', 'italy'],
  ['pr', 'product'],
  ['ma', 'market'],
  ['pa', 'party'],
])

/** What a word can end with and still be about the same. */
const ENDINGS: ReadonlySet<string> = new Set(
  `s es er ers r rs or ors ing ings ed d ly ment ments ship ships ist ists ism al ic ion ions ation ations ive able ee ees
  y ies e en n in innen ung ungen isch lich`
    .trim()
    .split(/\s+/),
)

/** Parts with which words are put together: what is behind them is still the word that is meant. */
const FIRST_PARTS: ReadonlySet<string> = new Set(
  `co sub super over under fore home head whole tele bio fin micro macro multi non out up down pre post self vice ober
  haupt gross groß klein haus land stadt`
    .trim()
    .split(/\s+/),
)

/** A common word in which a text stands by accident; undefined if there is none. */
export function wordAround(text: string): string | undefined {
  return BEGINNINGS.get(text) ?? COMMON_WORDS.find(word => hidesIn(text, word))
}

/** Whether a text stands in a word that is about something else: not as its beginning, nor as its last part. */
function hidesIn(text: string, word: string): boolean {
  const at = word.indexOf(text)
  if (at === -1 || word === text) return false
  const before = word.slice(0, at).replace(/[-\s]+$/, '')
  const behind = word.slice(at + text.length)
  if (at === 0) return BEGINNINGS.has(text) && !ENDINGS.has(behind)
  return !FIRST_PARTS.has(before) && !/[-\s/]/.test(word.charAt(at - 1))
}

/** The same of words as they come: what ends a long word is mostly the word that is meant, as in `vertriebsleiter`. */
export function hidesInside(text: string, word: string): boolean {
  return hidesIn(text, word) && !(word.endsWith(text) && word.length - text.length > 3)
}
