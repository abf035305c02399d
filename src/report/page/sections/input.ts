import type { PageData, PageInput } from '../../../ir/results/page.ts'
import { html, type Part } from '../markup.ts'
import { folded, lead, note, table } from '../table.ts'
import type { Language } from '../words/words.ts'
import type { Absent, Section } from './section.ts'

/** How the input was read: what adds up, what was rejected, and what was guessed. */
export function inputSection(data: PageData, language: Language): Section | Absent {
  const { words, spell } = language
  const { counts, inputs, warnings } = data
  const head = { id: 'input', title: words.input, wide: true }
  const told = html`<h3>${words.warnings}</h3>${
    warnings.length === 0
      ? note(words.noWarnings)
      : html`<ul class="remarks">${warnings.map(
          ({ message, hint, code }) =>
            html`<li>${message}${hint === undefined ? undefined : html` <span class="hint">${hint}</span>`} <code>${code}</code></li>`,
        )}</ul>`
  }`
  if (counts === undefined) return { title: words.input, why: words.noInput }
  const sum = [
    [words.read, counts.read],
    [words.scored, counts.scored],
    [words.rejected, counts.rejected],
    [words.duplicate, counts.duplicate],
    [words.skipped, counts.left_out],
  ] as const
  return {
    ...head,
    body: [
      lead(words.inputText),
      html`<p class="sum">${sum.map(
        ([word, count], index) =>
          html`<span>${index === 0 ? '' : index === 1 ? '= ' : '+ '}<b>${spell.number(count)}</b> ${word}</span> `,
      )}</p>`,
      inputs.map(input => printInput(input, language)),
      told,
    ],
  }
}

function printInput(input: PageInput, { words, spell, say }: Language): Part {
  const skipped = Object.entries(input.skipped).map(([kind, count]) => `${spell.number(count)} ${say(kind)}`)
  const rejects = input.rejects.map(({ message, count, first_line }) => [
    message,
    spell.number(count),
    words.firstLine(spell.number(first_line)),
  ])
  return html`<h3>${input.name}</h3><p>${words.detected}: ${input.facts.map(say).join(' · ')}${skipped.length === 0 ? '' : `. ${words.skipped}: ${skipped.join(', ')}`}</p>${
    rejects.length === 0
      ? note(words.noRejects)
      : table(
          words.rejects,
          [{ head: words.rejects }, { head: words.leadsHead, kind: 'number' }, { head: '' }],
          rejects,
        )
  }${folded(
    words.columns(spell.number(input.columns.length)),
    table(
      words.columns(spell.number(input.columns.length)),
      [{ head: words.column }, { head: words.field }, { head: words.readAs }],
      input.columns.map(({ column, field, readAs = '' }) => [column, field, readAs.split(', ').map(say).join(', ')]),
    ),
  )}${
    input.unused.length === 0
      ? undefined
      : folded(
          words.unused(spell.number(input.unused.length)),
          html`<ul class="chips">${input.unused.map(column => html`<li>${column}</li>`)}</ul>`,
        )
  }`
}
