import { type Library, rulebookSchema } from '../src/rulebook/index.ts'
import { byId } from './dom.ts'
import { createEditor } from './editor.ts'
import { B2B, EXAMPLES } from './examples.ts'
import { type Judged, judgeLeads, type Leads } from './judge.ts'
import { type Compared, leadsView, leadView, movesView, problemsView, stagesView } from './views.ts'

/** The page: what is written on the left is judged a moment later, and shown beside what it was before. */

const WAIT = 250
const MAX_TEXT = 200_000
const MS_A_DAY = 86_400_000

const rows = byId('rows', HTMLTextAreaElement)
const day = byId('day', HTMLInputElement)
const example = byId('example', HTMLSelectElement)
const file = byId('file', HTMLInputElement)
const show = (id: string, content: Node | string) => byId(id, HTMLElement).replaceChildren(content)

const library: Library = {
  find: wanted =>
    wanted === 'b2b'
      ? { file: 'built-in b2b', text: B2B }
      : {
          code: 'file/not-found',
          message: `no such rulebook here: ${wanted}`,
          hint: 'the playground has the built-in `b2b`',
        },
}

/** A file that was opened, as long as nobody changes its text: its bytes say more than the text does. */
let leads: Leads = { name: EXAMPLES[0].file, bytes: EXAMPLES[0].leads }
/** The rulebook that this one is compared with. */
let kept = EXAMPLES[0].rulebook
let selected = 0
let timer = 0
let turn = 0

const editor = createEditor(byId('editor', HTMLElement), rulebookSchema(), later)

function later(): void {
  window.clearTimeout(timer)
  timer = window.setTimeout(judge, WAIT)
}

async function judge(): Promise<void> {
  turn += 1
  const mine = turn
  const asOf = Math.floor((day.valueAsNumber || Date.now()) / MS_A_DAY)
  const text = editor.text()
  const now = await judgeLeads(text, library, leads, asOf)
  const before = text === kept ? now : await judgeLeads(kept, library, leads, asOf)
  // Somebody has gone on writing.
  if (mine !== turn) return
  editor.show(now.diagnostics)
  show('problems', problemsView(now.diagnostics))
  document.body.classList.toggle('stale', now.result === undefined)
  if (now.result !== undefined) showResult(now.result, before)
}

function showResult(result: NonNullable<Judged['result']>, { result: before }: Judged): void {
  const compared: Compared[] = result.rows.map((row, index) => ({ row, index, before: before?.rows[index] }))
  show('read', [result.read, ...result.notes].join('. '))
  show('stages', stagesView(result, before?.rows))
  show('moves', movesView(compared))
  selected = Math.min(selected, Math.max(0, result.rows.length - 1))
  const select = (index: number) => {
    selected = index
    for (const button of document.querySelectorAll('[data-lead]')) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-lead') === String(index)))
    }
    const row = result.rows[index]
    show('lead', row === undefined ? 'There is no lead.' : leadView(row, result.explain(index)))
  }
  show('table', leadsView(compared, selected, select))
  select(selected)
}

/** The text of bytes for people to look at; what is judged are the bytes. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function open(name: string, bytes: Uint8Array): void {
  leads = { name, bytes }
  const text = textOf(bytes)
  rows.readOnly = text.length > MAX_TEXT
  rows.value = rows.readOnly ? `${text.slice(0, MAX_TEXT)}\n...` : text
  selected = 0
  later()
}

async function openFile(given: File | undefined): Promise<void> {
  if (given !== undefined) open(given.name, new Uint8Array(await given.arrayBuffer()))
}

function loadExample(): void {
  const chosen = EXAMPLES[example.selectedIndex] ?? EXAMPLES[0]
  kept = chosen.rulebook
  editor.replace(kept)
  open(chosen.file, chosen.leads)
}

example.append(...EXAMPLES.map(({ title }) => new Option(title)))
example.addEventListener('change', loadExample)
file.addEventListener('change', () => void openFile(file.files?.[0]))
rows.addEventListener('input', () => {
  leads = { name: 'rows.csv', bytes: new TextEncoder().encode(rows.value) }
  later()
})
// Anywhere on the page: a file that misses the field would otherwise replace the page, and the rulebook with it.
document.addEventListener('dragover', event => {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
})
document.addEventListener(
  'drop',
  event => {
    const [dropped] = event.dataTransfer?.files ?? []
    if (dropped === undefined) return
    event.preventDefault()
    event.stopPropagation()
    void openFile(dropped)
  },
  { capture: true },
)
day.addEventListener('change', later)
byId('keep', HTMLButtonElement).addEventListener('click', () => {
  kept = editor.text()
  later()
})
byId('back', HTMLButtonElement).addEventListener('click', () => editor.replace(kept))
day.value = new Date().toISOString().slice(0, 10)
loadExample()
