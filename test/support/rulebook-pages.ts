import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Expr, Subject } from '../../src/ir/plan/expr.ts'
import { amountsOf } from '../../src/ir/plan/payment.ts'
import type { Bounds, Plan, Rule } from '../../src/ir/plan/plan.ts'
import { printExpr } from '../../src/ir/plan/print-expr.ts'
import { readRulebook } from '../../src/rulebook/index.ts'
import { code, MADE, table } from './markdown.ts'
import { ROOT } from './program.ts'

/** Pages about the rulebooks that ship with leadq, in English and German: what each of their parts asks and gives. */

const ENGLISH = {
  title: 'The built-in rulebooks',
  intro: `leadq brings rulebooks to start from, or to use as they are: \`leadq score leads.csv -r b2b\`. \`leadq rules show b2b > leadq.yaml\` makes one
yours, with comments; \`extends: b2b\` says only what is different ([Write a rulebook](../rulebook.md)).`,
  variants: `Each has a variant for Germany, \`b2b-de\`, \`b2c-de\` and \`plg-de\`: with German labels, and tracked behaviour counts only with consent
([Consent](../consent.md)).`,
  use: 'Use it',
  score: 'Score',
  most: 'at most',
  least: 'at least',
  gate: 'Counts only if',
  rule: 'rule',
  points: 'points',
  condition: 'if',
  stages: 'Stages',
  stagesAbout: 'The first row that matches decides.',
  stage: 'stage',
  criteria: 'Criteria',
  ask: 'question while it is unknown',
  exclude: 'Excluded',
  segments: 'Segments',
  label: 'label',
  tags: 'Tags',
  next: 'Next steps',
  step: 'next step',
  due: 'due after',
  days: (count: number): string => (count === 1 ? 'day' : 'days'),
  each: 'each',
  upTo: 'to',
  otherwise: 'otherwise',
  fades: 'fades',
  event: 'event',
  anyEvent: 'any event',
}

type Words = typeof ENGLISH

const GERMAN: Words = {
  title: 'Die mitgelieferten Regelwerke',
  intro: `leadq bringt fertige Regelwerke mit. Man kann sie unverändert verwenden: \`leadq score leads.csv -r b2b-de\`, mit
\`leadq rules show b2b-de > leadq.yaml\` samt Kommentaren als Vorlage kopieren oder mit \`extends: b2b-de\` nur die Unterschiede aufschreiben.`,
  variants: `Die Seiten zeigen die deutschen Fassungen: Das Verhalten auf der Website zählt nur mit Einwilligung und erst ab dem Tag, an dem sie erteilt
wurde. Felder und Bedingungen sind so geschrieben wie im Regelwerk.`,
  use: 'Verwenden',
  score: 'Score',
  most: 'höchstens',
  least: 'mindestens',
  gate: 'Zählt nur, wenn',
  rule: 'Regel',
  points: 'Punkte',
  condition: 'wenn',
  stages: 'Stufen',
  stagesAbout: 'Die erste Zeile, die zutrifft, entscheidet.',
  stage: 'Stufe',
  criteria: 'Kriterien',
  ask: 'Frage, solange die Antwort fehlt',
  exclude: 'Ausgeschlossen',
  segments: 'Segmente',
  label: 'Bezeichnung',
  tags: 'Tags',
  next: 'Nächste Schritte',
  step: 'nächster Schritt',
  due: 'fällig nach',
  days: (count: number): string => (count === 1 ? 'Tag' : 'Tagen'),
  each: 'je',
  upTo: 'bis',
  otherwise: 'sonst',
  fades: 'klingt ab',
  event: 'Ereignis',
  anyEvent: 'jedes Ereignis',
}

/** File name -> text, as it stands in `docs/guides/rulebooks/`. */
export function rulebookPages(): Map<string, string> {
  return pagesOf(['b2b', 'b2c', 'plg'], ENGLISH)
}

/** The same in German, as it stands in `docs/de/rulebooks/`. */
export function germanRulebookPages(): Map<string, string> {
  return pagesOf(['b2b-de', 'b2c-de', 'plg-de'], GERMAN)
}

function pagesOf(names: readonly string[], words: Words): Map<string, string> {
  const plans = names.map(name => [name, planOf(name)] as const)
  const list = plans.map(([name, { name: title }]) => `- [${code(name)}](${name}.md): ${title}`).join('\n')
  const index = `${MADE}\n# ${words.title}\n\n${words.intro}\n\n${list}\n\n${words.variants}\n`
  return new Map([
    ['README.md', index],
    ...plans.map(([name, plan]) => [`${name}.md`, pageOf(name, plan, words)] as const),
  ])
}

function planOf(name: string): Plan {
  const read = (file: string) => ({ file, text: readFileSync(join(ROOT, 'rules', `${file}.yaml`), 'utf8') })
  const { plan, diagnostics } = readRulebook(read(name), { find: read })
  if (plan === undefined) throw new Error(`${name}: ${diagnostics.map(({ message }) => message).join('; ')}`)
  return plan
}

function pageOf(name: string, plan: Plan, words: Words): string {
  const show = (expr: Expr | undefined) => (expr === undefined ? words.otherwise : printed(expr, plan))
  const sections = [
    ...plan.scores.map(score => {
      const groups = score.groups.map(group => {
        const gate = group.when === undefined ? '' : `\n${words.gate}: ${show(group.when)}.\n`
        const rows = group.rules.map(rule => [
          rule.label ?? rule.id,
          pointsOf(rule, words),
          conditionOf(rule, plan, words),
        ])
        const title = group.name === undefined ? '' : `### ${group.name}${boundsOf(group, words)}\n`
        return `${title}${gate}\n${table([words.rule, words.points, words.condition], rows)}\n`
      })
      return `## ${words.score} ${code(score.name)}${boundsOf(score, words)}\n\n${groups.join('\n')}`
    }),
    section(
      words.criteria,
      ['', words.condition, words.ask],
      plan.criteria.map(each => [code(each.name), show(each.when), each.ask ?? '']),
    ),
    section(
      words.exclude,
      ['', words.condition],
      plan.exclude.map(each => [each.label ?? each.id, show(each.when)]),
    ),
    section(
      words.stages,
      [words.stage, words.condition],
      plan.stages.map(each => [each.stage, show(each.when)]),
      words.stagesAbout,
    ),
    ...plan.segments
      .filter(({ hidden }) => hidden !== true)
      .map(each =>
        section(
          `${words.segments}: ${each.name}`,
          [words.label, words.condition],
          each.rows.map(row => [row.label, show(row.when)]),
        ),
      ),
    section(
      words.tags,
      ['', words.condition],
      plan.tags.map(each => [each.name, show(each.when)]),
    ),
    section(
      words.next,
      [words.step, words.condition, words.due],
      plan.next.map(each => [
        each.do,
        show(each.when),
        each.due === undefined ? '' : `${each.due} ${words.days(each.due)}`,
      ]),
    ),
  ]
  return `${MADE}
# ${code(name)}: ${plan.name}

\`\`\`sh example
leadq score leads.csv -r ${name}
leadq rules show ${name} > leadq.yaml
\`\`\`

${sections.filter(each => each !== '').join('\n')}`
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[], about = ''): string {
  return rows.length === 0 ? '' : `## ${title}\n\n${about === '' ? '' : `${about}\n\n`}${table(head, rows)}\n`
}

function boundsOf({ max, min }: Bounds, words: Words): string {
  const parts = [
    ...(max === undefined ? [] : [`${words.most} ${max}`]),
    ...(min === undefined || min === 0 ? [] : [`${words.least} ${min}`]),
  ]
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

function printed(expr: Expr, { fields }: Plan, most = 5): string {
  const typeOf = (subject: Subject) =>
    subject.kind === 'field' && fields[subject.name]?.type === 'date' ? 'date' : 'other'
  return printExpr(expr, typeOf, most).replace(/[|<*_]/g, '\\$&')
}

function pointsOf({ earns, max, fade }: Rule, words: Words): string {
  const pays = earns.kind === 'events' ? earns.pays : earns
  const amounts = pays.kind === 'per' ? [pays.points] : amountsOf(pays).filter(points => points !== 0)
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)]
  const range = least === most ? String(most) : `${least} ${words.upTo} ${most}`
  const notes = [
    ...(earns.kind === 'per' ? [`${words.each} ${earns.every === 1 ? '' : earns.every}`.trim()] : []),
    ...(earns.kind === 'events' ? [words.each] : []),
    ...(max === undefined ? [] : [`${words.most} ${max}`]),
    ...(fade.kind === 'none' ? [] : [words.fades]),
  ]
  return notes.length === 0 ? range : `${range} (${notes.join(', ')})`
}

function conditionOf({ when, earns }: Rule, plan: Plan, words: Words): string {
  const own = earns.kind === 'once' ? [] : earns.kind === 'events' ? [eventOf(earns.names, words)] : [code(earns.field)]
  return [...own, ...(when === undefined ? [] : [printed(when, plan)])].join('; ')
}

function eventOf(names: readonly string[], words: Words): string {
  return names.length === 0 ? words.anyEvent : `${words.event} ${names.map(code).join(', ')}`
}
