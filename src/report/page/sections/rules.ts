import type { PageData } from '../../../ir/results/page.ts'
import { bar } from '../chart/bar.ts'
import { html } from '../markup.ts'
import { folded, lead, note, table } from '../table.ts'
import type { Language } from '../words/words.ts'
import type { Absent, Section } from './section.ts'

/** Rules and fields that are shown at once; the others fold away. */
const MAX_SHOWN = 12

/** What the rules give and take, and those that never fired. */
export function rulesSection({ rules, leads: all }: PageData, { words, spell }: Language): Section {
  const columns = [
    { head: words.rule },
    { head: words.leadsHead, kind: 'number' as const },
    { head: words.share, kind: 'number' as const },
    { head: words.points, kind: 'number' as const },
    { head: '', kind: 'bar' as const },
  ]
  const most = Math.max(0, ...rules.fired.map(({ points }) => Math.abs(points)))
  const rows = rules.fired.map(({ label, leads, points }) => [
    label,
    spell.number(leads),
    spell.percent(leads, all),
    spell.change(points),
    bar([{ size: Math.abs(points), colour: points < 0 ? 'minus' : 'plus' }], most),
  ])
  const { silent } = rules
  return {
    id: 'rules',
    title: words.rules,
    body: [
      rows.length === 0
        ? note(words.noRules)
        : [lead(words.rulesText), table(words.rules, columns, rows.slice(0, MAX_SHOWN))],
      rows.length > MAX_SHOWN
        ? folded(words.more(spell.number(rows.length - MAX_SHOWN)), table(words.rules, columns, rows.slice(MAX_SHOWN)))
        : undefined,
      silent === undefined
        ? note(words.silentUnknown)
        : silent.length === 0
          ? note(words.noSilent)
          : folded(
              words.silent(spell.number(silent.length)),
              html`<ul class="chips">${silent.map(label => html`<li>${label}</li>`)}</ul>`,
            ),
    ],
  }
}

/** How full the fields are. */
export function qualitySection({ quality, qualityOf }: PageData, { words, spell }: Language): Section | Absent {
  const head = { id: 'quality', title: words.quality }
  if (quality.length === 0) return { title: words.quality, why: words.noQuality }
  const hasBefore = quality.some(({ before }) => before !== undefined)
  const columns = [
    { head: qualityOf === 'columns' ? words.column : words.field },
    { head: words.filled, kind: 'number' as const },
    { head: '', kind: 'bar' as const },
    { head: words.invalid, kind: 'number' as const },
    ...(hasBefore ? [{ head: words.change, kind: 'number' as const }] : []),
  ]
  const rows = [...quality]
    .map(field => ({ ...field, all: field.filled + field.empty + field.invalid }))
    .sort((a, b) => a.filled / a.all - b.filled / b.all)
    .map(({ field, filled, invalid, all, before }) => {
      const moved = before === undefined || all === 0 ? undefined : Math.round(100 * (filled / all - before))
      return [
        field,
        spell.percent(filled, all),
        bar(
          [
            { size: filled, colour: 'plus' },
            { size: invalid, colour: 'minus' },
          ],
          all,
        ),
        invalid === 0 ? '\u{2013}' : spell.number(invalid),
        ...(hasBefore ? [moved === undefined ? '\u{2013}' : words.pointsChange(spell.change(moved))] : []),
      ]
    })
  return {
    ...head,
    body: [
      lead(qualityOf === 'columns' ? words.columnsText : words.qualityText),
      table(words.quality, columns, rows.slice(0, MAX_SHOWN)),
      rows.length > MAX_SHOWN
        ? folded(
            words.more(spell.number(rows.length - MAX_SHOWN)),
            table(words.quality, columns, rows.slice(MAX_SHOWN)),
          )
        : undefined,
    ],
  }
}
