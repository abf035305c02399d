const LONG = /^[A-Za-z0-9]{18}$/
const SUFFIXES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'

/**
 * Salesforce's id of 18 characters with the capitals it has. Its last three say which of the others are capitals, so that
 * an id that has lost them all can have them back; undefined if they do not fit. See Salesforce's "18-character ID".
 */
export function restoreCapitals(text: string): string | undefined {
  if (!LONG.test(text)) return undefined
  const id = text.slice(0, 15)
  const restored = withCapitals(id.toLowerCase(), text.slice(15).toUpperCase())
  // What has lost its capitals as a whole can have them back; what has the wrong ones is damaged in some other way.
  const hasNone = text === text.toLowerCase() || text === text.toUpperCase()
  return restored !== undefined && (hasNone || restored.slice(0, 15) === id) ? restored : undefined
}

/** Each character of the suffix stands for five of the id, the first one by its lowest bit. Digits are no capitals. */
function withCapitals(id: string, suffix: string): string | undefined {
  const signs = Array.from(id, (sign, index) => {
    const bits = SUFFIXES.indexOf(suffix.charAt(Math.floor(index / 5)))
    if (bits < 0) return undefined
    const isCapital = ((bits >> (index % 5)) & 1) === 1
    return isCapital && /\d/.test(sign) ? undefined : isCapital ? sign.toUpperCase() : sign
  })
  return signs.includes(undefined) ? undefined : signs.join('') + suffix
}
