/** Elements with texts, never markup: what stands in a cell is shown as it is. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.map(child => (typeof child === 'string' ? visible(child) : child)))
  return made
}

/** Signs that turn the direction of a text or cannot be seen are left out. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, sign => (sign === '\n' || sign === '\t' ? sign : ''))
}

export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new TypeError(`no #${id}`)
  return found
}

export function signed(points: number): string {
  return points < 0 ? `\u2212${-points}` : `+${points}`
}
