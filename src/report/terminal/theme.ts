import { Chalk, type ChalkInstance } from 'chalk'
import { ASCII, type Glyphs, UNICODE } from './glyphs.ts'

/** The properties of the terminal that printers need. */
export interface Theme {
  readonly chalk: ChalkInstance
  /** Columns; text that can be cut or wrapped stays inside. */
  readonly width: number
  readonly glyphs: Glyphs
  /** Nothing is left out for want of room. */
  readonly verbose?: boolean
  /** All has to fit on one screen: tables have no rule under their headings. */
  readonly compact?: boolean
}

/** So many of a list, unless everything was asked for. */
export function atMost(count: number, { verbose }: Pick<Theme, 'verbose'>): number {
  return verbose === true ? Number.POSITIVE_INFINITY : count
}

/** Minimum width; on narrower terminals the terminal wraps the lines. */
const NARROWEST = 60
/** Maximum width: longer lines are hard to read. */
const WIDEST = 200

export function themeOf(terminal: {
  readonly colour: boolean
  readonly width: number
  readonly unicode: boolean
}): Theme {
  return {
    chalk: new Chalk({ level: terminal.colour ? 1 : 0 }),
    width: Math.min(WIDEST, Math.max(NARROWEST, Math.floor(terminal.width))),
    glyphs: terminal.unicode ? UNICODE : ASCII,
  }
}
