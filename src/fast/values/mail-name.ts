const [AT, DOT, PLUS, MINUS, UNDERSCORE] = [0x40, 0x2e, 0x2b, 0x2d, 0x5f]
const [NAME, BREAK] = [1, 2]
const MAX_BREAKS = 8

/** What stands before the @ of an address, if it is made of usual signs only. */
export interface MailNames {
  /** The place of the @ behind such a name; -1 for all others. */
  end(from: number, to: number): number
  /** Of the name that was found last: the place of its first plus; 0 if it has none. */
  plus(): number
}

export function createMailNames(bytes: Uint8Array): MailNames {
  let plus = 0
  return {
    end(from, to) {
      let at = from
      let breaks = 0
      let before = BREAK
      plus = 0
      for (; at < to; at += 1) {
        const byte = bytes[at] ?? 0
        if (byte === AT) break
        const sign = SIGNS[byte] ?? 0
        if (sign === 0 || (sign === BREAK && before === BREAK)) return -1
        if (sign === BREAK) {
          breaks += 1
          if (byte === PLUS && plus === 0) plus = at
        }
        before = sign
      }
      return at < to && before === NAME && breaks <= MAX_BREAKS ? at : -1
    },
    plus: () => plus,
  }
}

/** What may stand before the @: part of a name, or a sign between two parts. */
const SIGNS = new Uint8Array(256)
for (let byte = 0x30; byte < 0x7b; byte += 1) if (/[0-9A-Za-z]/.test(String.fromCharCode(byte))) SIGNS[byte] = NAME
SIGNS[MINUS] = NAME
SIGNS[UNDERSCORE] = NAME
SIGNS[DOT] = BREAK
SIGNS[PLUS] = BREAK
