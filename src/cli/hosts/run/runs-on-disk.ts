import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { OpenFile, RunsHost } from '../../../tools/history/runs-host.ts'

/** A folder of runs on disk, to be read. */
export function createRunsOnDisk(cwd: string): RunsHost {
  return {
    names: folder => readdir(resolve(cwd, folder)).catch(() => []),
    readText: path => readFile(resolve(cwd, path), 'utf8').catch(() => undefined),
    open: async path => openFile(resolve(cwd, path)),
  }
}

/** A few small pieces are read of each of many files: waiting for each piece would take longer than reading it. */
function openFile(path: string): OpenFile | undefined {
  try {
    const file = openSync(path, 'r')
    const { size } = fstatSync(file)
    return {
      size,
      read(at, length) {
        if (at < 0 || length < 0 || at + length > size) throw new RangeError('the file is too short')
        const bytes = Buffer.allocUnsafe(length)
        const read = readSync(file, bytes, 0, length, at)
        return bytes.subarray(0, read)
      },
      close: () => closeSync(file),
    }
  } catch {
    return undefined
  }
}
