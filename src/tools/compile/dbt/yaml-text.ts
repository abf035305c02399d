/** A text as YAML: its double-quoted scalars are those of JSON. */
export function yamlText(text: string): string {
  return JSON.stringify(text)
}
