/** Whether a delimiter is one byte, so that records are cut from bytes. */
export function isOneByte(delimiter: string | undefined): delimiter is string {
  return delimiter?.length === 1 && delimiter < '\u{80}'
}
