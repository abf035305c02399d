import { writeFileSync } from 'node:fs'
import { DATA } from './files.js'

/** A rulebook of two hundred rules of every kind, many of which exclude each other, written to `data/` for lint to look at. */
const COUNTRIES = 'DE AT CH FR NL BE LU DK SE NO FI PL CZ HU SK SI IT ES PT IE GB US CA MX BR AR CL JP KR CN'.split(' ')
const TITLES = [
  'CEO',
  'Head of Sales',
  '"*leiter"',
  'Director',
  'VP',
  'Manager',
  'Founder',
  'Owner',
  'Buyer',
  'Analyst',
]
const FIELDS = ['industry', 'city', 'seniority', 'source', 'department']

export function rulesFile() {
  const path = `${DATA}rules-200.yaml`
  const places = COUNTRIES.map(
    (country, index) => `{ id: place-${index}, when: { country: ${country} }, points: ${5 + (index % 9)} }`,
  )
  const titles = TITLES.flatMap((title, index) => [
    `{ id: title-${index}, when: { job_title: { has_word: ${title}, not: { has_word: ${TITLES[(index + 1) % TITLES.length]} } } }, points: ${10 + index} }`,
    `{ id: no-title-${index}, when: { job_title: { known: true, not: { has_word: [${TITLES.slice(0, index + 1).join(', ')}] } } }, points: ${index - 12} }`,
  ])
  const sizes = range(30).map(
    index =>
      `{ id: size-${index}, when: { employees: { at_least: ${index * 20}, below: ${index * 20 + 20} } }, points: ${index} }`,
  )
  const texts = range(60).map(
    index =>
      `{ id: text-${index}, when: { any: [ { ${FIELDS[index % 5]}: { contains: value-${index} } }, { ${FIELDS[(index + 1) % 5]}: { starts_with: other-${index} } } ] }, points: ${1 + (index % 7)} }`,
  )
  const dates = range(30).map(
    index =>
      `{ id: date-${index}, when: { created_date: { in_last: ${index + 1}d } }, points: 2, since: last_activity_date, fade: { half_life: ${index + 5}d } }`,
  )
  const counts = range(30).map(
    index =>
      `{ id: count-${index}, per: ${index % 2 ? 'page_views' : 'visits'}, every: ${index + 1}, points: 1, max: ${index + 3} }`,
  )
  const group = (name, max, rules) =>
    `      ${name}:\n        max: ${max}\n        rules:\n${rules.map(rule => `          - ${rule}\n`).join('')}`
  writeFileSync(
    path,
    `leadq: 1
scores:
  fit:
    max: 100
    groups:
${group('places', 12, places)}${group('titles', 18, titles)}${group('sizes', 25, sizes)}${group('texts', 60, texts)}
  engagement:
    max: 100
    groups:
${group('dates', 40, dates)}${group('counts', 90, counts)}
stages:
  - { stage: SQL, when: { score.fit: { at_least: 80 }, score.engagement: { at_least: 80 } } }
  - { stage: MQL, when: { score.fit: { at_least: 50 } } }
  - { stage: nurture }
`,
  )
  return path
}

function range(count) {
  return Array.from({ length: count }, (_, index) => index)
}
