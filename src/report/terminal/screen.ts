import { widthOf } from './terminal-text.ts'

/** Lines of a terminal, less the one of the next command. */
export const SCREEN = 23

/** Lines that a text takes on a terminal: one that is too long goes on in the next. */
export function heightOf(text: string, width: number): number {
  const lines = text.replace(/\n$/, '').split('\n')
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / width)), 0)
}

/**
 * Room for everything, or where that does not fit, less of it: one step after the other is taken, the least important
 * thing first, and each keeps those before it.
 */
export function roomThatFits<Room>(all: Room, steps: readonly Partial<Room>[], fits: (room: Room) => boolean): Room {
  let room = all
  for (const step of steps) {
    if (fits(room)) break
    room = { ...room, ...step }
  }
  return room
}
