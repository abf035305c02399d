import { html, type Markup, type Part } from './markup.ts'

/** A column of a table on a page. */
export interface PageColumn {
  readonly head: string
  /** Numbers stand at the right; bars take the room that is left. */
  readonly kind?: 'text' | 'number' | 'bar'
}

/** A table whose first column names its rows. `caption` is read out, and not shown. */
export function table(caption: string, columns: readonly PageColumn[], rows: readonly (readonly Part[])[]): Markup {
  const classOf = (index: number) => columns[index]?.kind ?? 'text'
  return html`<div class="scroll" role="group" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${columns.map(
    ({ head, kind }) =>
      kind === 'bar' ? html`<td class="bar-cell"></td>` : html`<th scope="col" class="${kind ?? 'text'}">${head}</th>`,
  )}</tr></thead><tbody>${rows.map(
    row =>
      html`<tr>${row.map((cell, index) =>
        index === 0
          ? html`<th scope="row">${cell}</th>`
          : html`<td class="${classOf(index) === 'bar' ? 'bar-cell' : classOf(index)}">${cell}</td>`,
      )}</tr>
`,
  )}</tbody></table></div>`
}

/** A table that opens on demand, without a script. */
export function folded(summary: string, content: Part): Markup {
  return html`<details><summary>${summary}</summary>${content}</details>`
}

/** A sentence where there is nothing to draw. */
export function note(text: string): Markup {
  return html`<p class="empty">${inline(text)}</p>`
}

/** A sentence about what is shown. */
export function lead(text: string): Markup {
  return html`<p class="lead">${inline(text)}</p>`
}

/** Code is between backticks. */
export function inline(text: string): Part[] {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 0 ? part : html`<code>${part}</code>`))
}
