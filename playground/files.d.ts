/** Files that are part of the bundle. */
declare module '*.yaml' {
  const text: string
  export default text
}
declare module '*.csv' {
  const bytes: Uint8Array
  export default bytes
}
