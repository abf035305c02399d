import { commit, type Host, type Sink } from '../../leads/host.ts'

/** Writes all files, or none. */
export async function writeWhole(
  host: Pick<Host, 'create'>,
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<void> {
  const sinks: Sink[] = []
  try {
    for (const { path, text } of files) {
      const sink = await host.create(path)
      sinks.push(sink)
      await sink.write(text)
    }
    await commit(sinks)
  } catch (error) {
    for (const sink of sinks) await sink.discard()
    throw error
  }
}
