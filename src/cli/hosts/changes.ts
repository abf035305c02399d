import { type FSWatcher, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'

/** Editors write a file in several steps; changes within this many milliseconds count as one. */
const SETTLED = 100
/** Folders below the working directory that are watched: a project of rulebooks has a handful. */
const MAX_FOLDERS = 500

export interface Changes {
  /** Resolves once a rulebook or file of tests has changed since the last call, or `close` was called. */
  next(): Promise<void>
  close(): void
}

/** Watches all YAML files in a folder and below, hidden folders and `node_modules` aside. */
export function watchChanges(root: string): Changes {
  let isChanged = false
  let isClosed = false
  let wake = () => {}
  let timer: NodeJS.Timeout | undefined
  const notice = () => {
    isChanged = true
    wake()
  }
  const watchers: FSWatcher[] = foldersBelow(root).map(folder =>
    watch(folder, (_, file) => {
      if (file === null || !/\.ya?ml$/.test(file)) return
      clearTimeout(timer)
      timer = setTimeout(notice, SETTLED)
    }),
  )
  return {
    async next() {
      if (!isChanged && !isClosed) {
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
      isChanged = false
    },
    close() {
      isClosed = true
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
      wake()
    },
  }
}

function foldersBelow(root: string): string[] {
  const found = [root]
  for (const folder of found) {
    if (found.length >= MAX_FOLDERS) break
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory() || entry.name.startsWith('.') || entry.name === 'node_modules') continue
      found.push(join(folder, entry.name))
    }
  }
  return found.slice(0, MAX_FOLDERS)
}
