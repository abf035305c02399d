/** `1,024 MB`, for messages about limits. */
export function megabytes(bytes: number): string {
  const count = Math.ceil(bytes / 1_048_576)
  return `${String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')} MB`
}
