/** A number for each record of a batch, from 1; 0 where it is not known, so that the reference has to be asked. */
export interface Source {
  readonly ids: Int32Array
  /** All numbers are below this. */
  size(): number
  /** Whether 0 can have come up. */
  hasUnknown(): boolean
}

/** What a piece asks of one source. */
export interface Question {
  readonly source: Source
  /** Numbers with the same answer are the same to the piece. */
  answer(id: number): string
}

/** What is asked of one source several times is asked at once: a step of the walk instead of several. */
export function bySource(questions: readonly Question[]): Question[] {
  const all = new Map<Source, Question[]>()
  for (const question of questions) {
    const others = all.get(question.source)
    if (others === undefined) all.set(question.source, [question])
    else others.push(question)
  }
  return [...all].map(([source, own]) => {
    const [only] = own
    if (own.length === 1 && only !== undefined) return only
    return { source, answer: id => JSON.stringify(own.map(({ answer }) => answer(id))) }
  })
}
