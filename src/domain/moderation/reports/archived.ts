import { paths } from '../../../addresses/paths.ts'
import type { Reading } from '../../../store/index.ts'
import { type ArchiveList, iso, type PersonId, rowsAfter } from '../../people/index.ts'
import type { Report } from './report.ts'
import type { ReportTables } from './tables.ts'

export const reportsList: ArchiveList = {
  file: 'reports',
  async *rows(db, { person, origin }) {
    const next = (last: Report | undefined, limit: number) => reportsBy(db, person.id, last?.id ?? 0, limit)
    for await (const { commentId, ruleId, words, state, at, answeredAt } of rowsAfter(next))
      yield {
        of: origin + paths.comment(commentId),
        rule: ruleId,
        words,
        state,
        at: iso(at),
        answeredAt: iso(answeredAt),
      }
  },
}

function reportsBy(db: Reading, personId: PersonId, after: number, limit: number): Promise<Report[]> {
  const reports = db.look<ReportTables>().selectFrom('report').selectAll().where('personId', '=', personId)
  return reports
    .where('id', '>', after as Report['id'])
    .orderBy('id')
    .limit(limit)
    .execute()
}
