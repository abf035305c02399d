import { sha256Base64 } from '../../base/hash.ts'
import type { PageData, PageLanguage } from '../../ir/results/page.ts'
import { html, own, textOf } from './markup.ts'
import { bestSection } from './sections/best.ts'
import { chanceSection, channelsSection } from './sections/channels.ts'
import { inputSection } from './sections/input.ts'
import { qualitySection, rulesSection } from './sections/rules.ts'
import { mapSection, scoresSection } from './sections/scores.ts'
import { printAbsent, printSection, type Section, type SectionMaker } from './sections/section.ts'
import { movesSection, printTotals, stagesSection } from './sections/stages.ts'
import { trendSection } from './sections/trend.ts'
import { STYLE } from './style.ts'
import { LANGUAGES, type Language } from './words/words.ts'

/** The sections of a page, in their order. */
const SECTIONS: readonly SectionMaker[] = [
  stagesSection,
  movesSection,
  mapSection,
  rulesSection,
  trendSection,
  qualitySection,
  chanceSection,
  scoresSection,
  channelsSection,
  bestSection,
  inputSection,
]

/** One HTML file that needs nothing else: no network, no script. */
export function printPage(data: PageData, code: PageLanguage): string {
  const language = LANGUAGES[code]
  const { words } = language
  const made = SECTIONS.flatMap(make => make(data, language) ?? [])
  const absent = made.flatMap(each => ('why' in each ? [each] : []))
  const sections = [
    ...made.flatMap(each => ('why' in each ? [] : [each])),
    ...(absent.length === 0 ? [] : [printAbsent(absent, words.absent)]),
  ]
  const links = sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)
  const page = html`<!doctype html>
<html lang="${language.code}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${data.title} · ${words.report}</title>
<style>${own(STYLE)}</style>
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header><p class="brand">${words.report}</p><h1>${data.title}</h1><p class="meta">${metaOf(data, language)}</p></header>
<nav aria-label="${words.contents}"><ul>${links}</ul></nav>
<main id="content">
${printTotals(data, language)}
${inPairs(sections).map(printSection)}</main>
<footer><p>${words.footer(data.version)}</p></footer>
</body>
</html>
`
  return textOf(page)
}

/** Narrow sections stand side by side; one without a neighbour takes the whole width, so that no hole stays. */
function inPairs(sections: readonly Section[]): Section[] {
  let isSecond = false
  return sections.map((section, index) => {
    const next = sections[index + 1]
    if (section.wide === true || isSecond) {
      isSecond = false
      return section
    }
    isSecond = next !== undefined && next.wide !== true
    return isSecond ? section : { ...section, wide: true }
  })
}

function metaOf({ asOf, rulebook, leads, run }: PageData, { words, spell }: Language): string {
  const version = rulebook?.version === undefined ? '' : ` ${rulebook.version}`
  return [
    words.leads(spell.number(leads), leads === 1),
    ...(asOf === undefined ? [] : [words.asOf(spell.day(asOf))]),
    ...(run === undefined ? [] : [words.run(run)]),
    ...(rulebook === undefined ? [] : [words.rulebook(`${rulebook.name}${version}`)]),
  ].join(' · ')
}

/** Nothing is loaded and no script runs, whatever a cell may have brought in; the one style is known by its hash. */
const POLICY = `default-src 'none'; style-src 'sha256-${sha256Base64(STYLE)}'; base-uri 'none'; form-action 'none'`
