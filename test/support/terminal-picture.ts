/** What a terminal shows, as a picture in SVG: text with the colours of ANSI sequences, one element for each run of one style. */

const [CHAR, LINE, PAD, BAR] = [8.4, 19, 18, 34] as const

interface Style {
  readonly color: string | undefined
  readonly isBold: boolean
  readonly isDim: boolean
}

const PLAIN: Style = { color: undefined, isBold: false, isDim: false }

const COLORS: Readonly<Record<string, string>> = {
  31: '#ff7b72',
  32: '#7ee787',
  33: '#e3b341',
  34: '#79c0ff',
  35: '#d2a8ff',
  36: '#76e3ea',
}

/** `title` is what screen readers say. */
export function terminalPicture(text: string, columns: number, title: string): string {
  const lines = text.trimEnd().split('\n')
  const width = Math.ceil(columns * CHAR + 2 * PAD)
  const height = lines.length * LINE + BAR + PAD
  let style = PLAIN
  const rows = lines.flatMap((line, row) => {
    let column = 0
    const y = BAR + row * LINE + 14
    return line.split(/(\u001b\[\d+m)/).flatMap(part => {
      const code = /^\u001b\[(\d+)m$/.exec(part)?.[1]
      if (code !== undefined) {
        style = styleAfter(code, style)
        return []
      }
      const indent = part.length - part.trimStart().length
      const x = PAD + (column + indent) * CHAR
      column += part.length
      const shown = part.trim()
      return shown === '' ? [] : [`<text x="${x.toFixed(1)}" y="${y}"${attributes(style)}>${escaped(shown)}</text>`]
    })
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">
<title>${escaped(title)}</title>
<style>text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace; fill: #e6edf3; white-space: pre } .b { font-weight: 700 } .d { fill: #8b949e }</style>
<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>
<circle cx="20" cy="16" r="5" fill="#ff5f57"/><circle cx="37" cy="16" r="5" fill="#febc2e"/><circle cx="54" cy="16" r="5" fill="#28c840"/>
${rows.join('\n')}
</svg>
`
}

function styleAfter(code: string, style: Style): Style {
  if (code === '0') return PLAIN
  if (code === '1') return { ...style, isBold: true }
  if (code === '2') return { ...style, isDim: true }
  if (code === '22') return { ...style, isBold: false, isDim: false }
  return { ...style, color: COLORS[code] }
}

function attributes({ color, isBold, isDim }: Style): string {
  const names = [...(isBold ? ['b'] : []), ...(isDim ? ['d'] : [])]
  return `${names.length > 0 ? ` class="${names.join(' ')}"` : ''}${color === undefined ? '' : ` style="fill:${color}"`}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
