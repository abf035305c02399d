import { Parser } from 'htmlparser2'
import { collectCells, type SheetCells } from './sheet-cells.ts'

/** A table of a page. */
export interface MarkupTable {
  readonly name: string
  readonly values: unknown[][]
}

export interface Page {
  /** The title of the page. */
  readonly title: string
  readonly tables: readonly MarkupTable[]
}

/** Tags inside a cell that part words. */
const BREAKS: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li', 'tr'])

interface Open {
  readonly cells: SheetCells
  text: string | undefined
  across: number
  down: number
}

/** The tables of a web page; one inside another is a table of its own. */
export function readPage(html: string): Page {
  const open: Open[] = []
  const tables: MarkupTable[] = []
  let title = ''
  let hidden = 0
  let inTitle = false

  function closeCell(): void {
    const top = open.at(-1)
    if (top?.text === undefined) return
    top.cells.cell(top.text.replace(/\s+/g, ' ').trim(), top.across, top.down)
    top.text = undefined
  }

  const parser = new Parser({
    onopentag(tag, { colspan, rowspan }) {
      if (tag === 'table') open.push({ cells: collectCells(), text: undefined, across: 1, down: 1 })
      const top = open.at(-1)
      if (tag === 'script' || tag === 'style') hidden += 1
      if (tag === 'title') inTitle = true
      if (tag === 'tr') {
        closeCell()
        top?.cells.row()
      } else if ((tag === 'td' || tag === 'th') && top !== undefined) {
        closeCell()
        top.text = ''
        top.across = spanOf(colspan)
        top.down = spanOf(rowspan)
      } else if (top?.text !== undefined && BREAKS.has(tag)) top.text += ' '
    },
    ontext(text) {
      if (inTitle) title += text
      const top = open.at(-1)
      if (top?.text !== undefined && hidden === 0) top.text += text
    },
    onclosetag(tag) {
      if (tag === 'script' || tag === 'style') hidden -= 1
      if (tag === 'title') inTitle = false
      if (tag === 'td' || tag === 'th') closeCell()
      if (tag !== 'table') return
      closeCell()
      const table = open.pop()
      if (table !== undefined) tables.push({ name: `table ${tables.length + 1}`, values: table.cells.values() })
    },
  })
  parser.end(html)
  return { title: title.replace(/\s+/g, ' ').trim(), tables }
}

function spanOf(text: string | undefined): number {
  const span = Number(text ?? 1)
  return Number.isInteger(span) && span > 1 ? Math.min(span, 1000) : 1
}
