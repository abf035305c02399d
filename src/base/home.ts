/** Where the project is at home: for fields of reports that name their tool, and links in them. Nothing is ever loaded from there. */
export const HOME = 'https://github.com/leadq/leadq'

/** The address of a page in `docs/`, such as `lint/gap.md`. */
export function pageAt(path: string): string {
  return `${HOME}/blob/main/docs/${path}`
}
