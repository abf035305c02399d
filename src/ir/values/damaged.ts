/** Fields that tell records apart. */
const KEYS = new Set(['id', 'external_id', 'company_id'])

/** `1.11015E+11`, in a regular expression that every engine reads alike. */
export const ROUNDED_KEY = '^[0-9](?:[.,][0-9]+)?[Ee][+][0-9]{1,3}$'

const ROUNDED = new RegExp(ROUNDED_KEY)

export function isKeyField(field: string): boolean {
  return KEYS.has(field)
}

/** Whether a key was rounded by a spreadsheet: `1.11015E+11` stands for many ids, so it is none. */
export function isDamagedKey(field: string, text: string): boolean {
  return isKeyField(field) && ROUNDED.test(text)
}
