import { fold } from './fold.ts'

/** What two column headings share when they are the same heading, however an export spells, spaces or joins them. */
export function headingKey(heading: string): string {
  return fold(heading).replace(/[^\p{L}\p{N}]/gu, '')
}
