import { elements } from './workbook-parts.ts'

/** How a style shows numbers where that belongs to their meaning: `0.625` as `62.5%`, `1067` as `01067`. */
export type Shown = { readonly as: 'percent' } | { readonly as: 'padded'; readonly digits: number }

/** By the number of a style; those that show numbers as they are, or as dates, are not in it. */
export function shownStyles(xml: string): Map<number, Shown> {
  const codes = new Map(elements(xml, 'numFmt').map(({ numFmtId, formatCode = '' }) => [numFmtId, formatCode]))
  const start = xml.indexOf('cellXfs')
  const styles = start < 0 ? '' : xml.slice(start, xml.indexOf('cellXfs', start + 1))
  const shown = elements(styles, 'xf').map(({ numFmtId = '0' }) => shownBy(codes.get(numFmtId) ?? BUILT_IN[numFmtId]))
  return new Map(shown.flatMap((how, style) => (how === undefined ? [] : [[style, how] as const])))
}

const BUILT_IN: Readonly<Record<string, string>> = { 9: '0%', 10: '0.00%' }

function shownBy(code = ''): Shown | undefined {
  // For positive numbers; texts, colours and conditions aside.
  const [first = ''] = code.replace(/"[^"]*"|\\./g, '').split(';')
  const plain = first.replace(/\[[^\]]*\]/g, '')
  if (plain.includes('%')) return { as: 'percent' }
  return /^0{2,}$/.test(plain) && plain.length === code.length ? { as: 'padded', digits: plain.length } : undefined
}
