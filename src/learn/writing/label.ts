/** A heading as the label of a rule: on one line, and nothing that ends an item of a list. Empty: it cannot be one. */
export function labelText(text: string, most: number): string {
  const plain = text.replace(/[;\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ').trim()
  const label = Array.from(plain).slice(0, most).join('').trim()
  // No name in a rulebook is called this.
  return label === '__proto__' ? '' : label
}
