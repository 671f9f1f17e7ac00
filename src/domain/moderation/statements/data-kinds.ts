import { paths } from '../../../addresses/paths.ts'
import { type ArchiveList, type DataKind, iso, rowsAfter, unnameRows } from '../../people/index.ts'
import type { Statement } from './statement.ts'
import type { StatementTables } from './tables.ts'

const statementsList: ArchiveList = {
  file: 'statements',
  async *rows(db, { person, origin, language }) {
    const theirs = db.look<StatementTables>().selectFrom('statement').selectAll().where('personId', '=', person.id)
    const next = (last: Statement | undefined, limit: number) =>
      theirs
        .where('id', '>', last?.id ?? (0 as Statement['id']))
        .orderBy('id')
        .limit(limit)
        .execute()
    for await (const { id, to, at } of rowsAfter(next))
      yield { page: origin + paths.statement(language, id), as: to, at: iso(at) }
  },
}

export const dataKinds: readonly DataKind[] = [
  {
    name: 'statements of reasons',
    tables: ['statement'],
    purpose:
      'Tells whose words or account a decision concerns, and who reported them, of it and of its ground, as the law asks.',
    term: 'while the publication stands',
    archived: 'where each can be read',
    lists: [statementsList],
    erased: 'that somebody was told',
    erases: [unnameRows('statement', 'personId')],
  },
]
