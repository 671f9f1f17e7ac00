import { type ExpressionBuilder, sql } from 'kysely'
import { HOUR_MS } from '../../../kit/clock.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { SectionId } from '../../articles/index.ts'
import { admissionIn, saidOfAdmission } from '../admission/settings/settings.ts'
import type { ModerationTables } from '../tables.ts'
import { caseOverdue } from './events.ts'

const AT_ONCE = 100

/** Sections in which cases may wait for so long, or (null) all others. */
interface Patience {
  sections: readonly SectionId[] | null
  others: readonly SectionId[]
  waitMs: number
}

/** When the next case will have waited longer than the publication wants; undefined where it wants nothing. */
export async function nextOverdue(db: Reading): Promise<number | undefined> {
  const moments: number[] = []
  for (const patience of await patiences(db)) {
    const [first] = await untold(db, patience, Number.MAX_SAFE_INTEGER, 1)
    if (first) moments.push(first.openedAt + patience.waitMs)
  }
  return moments.length > 0 ? Math.min(...moments) : undefined
}

/** Says of cases that have waited too long that they have, once of each. */
export async function tellOverdue(tx: Writing, now: number): Promise<void> {
  for (const patience of await patiences(tx)) {
    const late = await untold(tx, patience, now - patience.waitMs, AT_ONCE)
    for (const { id } of late) {
      const told = tx.change<ModerationTables>().updateTable('moderationCase').set({ toldAt: now })
      await told.where('id', '=', id).where('toldAt', 'is', null).execute()
      tx.note(caseOverdue, { about: id, at: now })
    }
  }
}

async function patiences(db: Reading): Promise<Patience[]> {
  const said = await saidOfAdmission(db)
  const sections = [...said.keys()].filter((id) => id !== null)
  const each = [null, ...sections].map((id) => ({
    sections: id === null ? null : [id],
    others: sections,
    waitMs: admissionIn(said, id).waitHours * HOUR_MS,
  }))
  return each.filter(({ waitMs }) => waitMs > 0)
}

function untold(db: Reading, { sections, others }: Patience, openedBy: number, limit: number) {
  const open = db.look<ModerationTables>().selectFrom('moderationCase').select(['id', 'openedAt'])
  const waiting = open.where(sql<boolean>`"closedAt" is null`).where(sql<boolean>`"toldAt" is null`)
  const here = waiting.where((e) => isWithin(e, sections, others)).where('openedAt', '<=', openedBy)
  return here.orderBy('openedAt').orderBy('id').limit(limit).execute()
}

type Expressions = ExpressionBuilder<ModerationTables, 'moderationCase'>

function isWithin(e: Expressions, sections: Patience['sections'], others: readonly SectionId[]) {
  if (sections) return e('sectionId', 'in', [...sections])
  return others.length === 0 ? e.and([]) : e.or([e('sectionId', 'is', null), e('sectionId', 'not in', [...others])])
}
