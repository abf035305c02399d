/** Fields that tell records apart. */
const KEYS = new Set(['id', 'external_id', 'company_id'])

const ROUNDED = /^\d(?:[.,]\d+)?E\+\d{1,3}$/i

/** Whether a key was rounded by a spreadsheet: `1.11015E+11` stands for many ids, so it is none. */
export function isDamagedKey(field: string, text: string): boolean {
  return KEYS.has(field) && ROUNDED.test(text)
}
