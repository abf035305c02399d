/** The rows of the table of `npm run bench`. */
export const rows = []

/** A row for two lists of runs: the best of each and its median, and the ratio of the best. */
export function compare(what, other, ours, theirs, read, unit, aim) {
  const [own, peer] = [ours, theirs].map(list => list.map(read).sort((a, b) => a - b))
  const show = list => `${digits(list[0])} ${unit} (${digits(list[list.length >> 1])})`
  row(what, show(own), `${show(peer)}, ${other}`, own[0] / peer[0], aim)
}

export function row(what, own, other, ratio, aim) {
  rows.push([what, own, other, ratio.toFixed(2), aim])
}

export function digits(value) {
  return value < 20 ? value.toFixed(2) : value.toFixed(0)
}

export function count(leads) {
  return leads.toLocaleString('en')
}
