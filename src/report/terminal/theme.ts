import { Chalk, type ChalkInstance } from 'chalk'
import { ASCII, type Glyphs, UNICODE } from './glyphs.ts'

/** Everything a printer has to know of the terminal; whoever prints has found it out. */
export interface Theme {
  readonly chalk: ChalkInstance
  /** Columns; text that can be cut or wrapped stays inside. */
  readonly width: number
  readonly glyphs: Glyphs
}

/** Below this a table is only noise: better that the terminal breaks the lines. */
const NARROWEST = 60
/** Beyond this the eye loses the line. */
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
