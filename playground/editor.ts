import { acceptCompletion, autocompletion, type CompletionResult, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, lintKeymap, type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView, hoverTooltip, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { Diagnostic } from '../src/base/diagnostic.ts'
import type { JsonSchema } from '../src/rulebook/index.ts'
import { aboutKeyAt, offersAt } from './complete.ts'

/** The editor of the rulebook: completion and hover texts from its schema, problems where they are. */
export interface Editor {
  text(): string
  replace(text: string): void
  show(diagnostics: readonly Diagnostic[]): void
}

export function createEditor(parent: HTMLElement, schema: JsonSchema, changed: () => void): Editor {
  const complete = ({
    state,
    pos,
    explicit,
  }: {
    state: EditorState
    pos: number
    explicit: boolean
  }): CompletionResult | null => {
    const { from, offers } = offersAt(state.doc.toString(), pos, schema)
    if (offers.length === 0 || (!explicit && from === pos)) return null
    return {
      from,
      options: offers.map(({ label, about, kind }) => {
        const type = kind === 'key' ? 'property' : 'enum'
        return { label, type, apply: kind === 'key' ? `${label}: ` : label, ...(about && { info: about }) }
      }),
      validFor: /^[\w.-]*$/,
    }
  }
  const hover = hoverTooltip(({ state }, pos) => {
    const found = aboutKeyAt(state.doc.toString(), pos, schema)
    if (found === undefined) return null
    const create = () => {
      const dom = document.createElement('div')
      dom.textContent = found.about
      return { dom }
    }
    return { pos: found.from, end: found.to, create }
  })
  const view = new EditorView({
    parent,
    state: EditorState.create({
      extensions: [
        lineNumbers(),
        history(),
        indentOnInput(),
        yaml(),
        syntaxHighlighting(COLOURS),
        lintGutter(),
        autocompletion({ override: [complete] }),
        hover,
        // Tab takes an offer or indents; Escape and then Tab leaves the editor.
        keymap.of([
          { key: 'Tab', run: acceptCompletion },
          ...completionKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          ...lintKeymap,
          indentWithTab,
        ]),
        EditorView.contentAttributes.of({ 'aria-label': 'Rulebook', tabindex: '0', 'aria-describedby': 'editor-help' }),
        EditorView.updateListener.of(({ docChanged }) => docChanged && changed()),
        EditorState.tabSize.of(2),
      ],
    }),
  })
  return {
    text: () => view.state.doc.toString(),
    replace: text => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    show: diagnostics =>
      view.dispatch(
        setDiagnostics(
          view.state,
          diagnostics.flatMap(each => markOf(each, view.state)),
        ),
      ),
  }
}

/** Colours are classes of the style sheet, so that dark and light are one matter. */
const COLOURS = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], class: 'y-key' },
  { tag: tags.comment, class: 'y-comment' },
  { tag: [tags.string, tags.content], class: 'y-text' },
  { tag: [tags.bool, tags.number, tags.null], class: 'y-value' },
])

function markOf({ place, severity, message, hint, code }: Diagnostic, { doc }: EditorState): Mark[] {
  if (place === undefined || place.line > doc.lines) return []
  const line = doc.line(place.line)
  const last = doc.line(Math.min(place.endLine ?? place.line, doc.lines))
  const from = Math.min(line.from + place.col - 1, line.to)
  const to = Math.max(from, Math.min(last.from + (place.endCol ?? place.col) - 1, last.to))
  return [{ from, to, severity, source: code, message: hint === undefined ? message : `${message}\nhint: ${hint}` }]
}
