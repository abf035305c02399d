import { atLeast, type Fragments } from '../memory.ts'
import { createBudget, createPiece, type Piece } from '../pieces/pieces.ts'
import { extendTable, type Table, type Written } from './columns.ts'

/** Neighbouring columns with few texts: their texts together are one fragment, as long as there are few of those, too. */
export interface Join {
  readonly tables: readonly Table[]
  /** The numbers of all tables. */
  readonly piece: Piece<readonly number[]>
  /** By the number of the piece; 0 has none. */
  fragments: Int32Array
  known: number
}

/** Cells of the tables of a join: some thousand texts. */
const MAX_CELLS = 2 ** 17

/** The columns of the output with neighbours joined. */
export function joinColumns(columns: readonly Written[], batch: number): readonly (Written | Join)[] {
  const joined: (Written | Join)[] = []
  let run: Table[] = []
  const close = () => {
    joined.push(...(run.length > 1 ? [createJoin(run, batch)] : run))
    run = []
  }
  for (const column of columns) {
    if ('source' in column && column.isFew) {
      run.push(column)
      continue
    }
    close()
    joined.push(column)
  }
  close()
  return joined
}

function createJoin(tables: readonly Table[], batch: number): Join {
  const questions = tables.map(({ source }) => ({ source, answer: (id: number) => String(id) }))
  return {
    tables,
    piece: createPiece(batch, questions, createBudget(MAX_CELLS)),
    fragments: new Int32Array(64),
    known: 1,
  }
}

/** Numbers the texts of a batch, and gives new ones a fragment. */
export function extendJoin(join: Join, records: number, fragments: Fragments): void {
  const { tables, piece } = join
  for (const table of tables) extendTable(table, fragments)
  piece.run(records)
  piece.learn(records, record => tables.map(({ source }) => source.ids[record] ?? 0))
  const { values } = piece
  join.fragments = atLeast(join.fragments, piece.size())
  for (; join.known < values.length; join.known += 1) {
    const ids = values[join.known] ?? []
    join.fragments[join.known] = fragments.of(tables.map((table, index) => table.text(ids[index] ?? 0)).join(''))
  }
}
