import { Trouble } from '../../../kit/trouble.ts'
import type { Reading } from '../../../store/index.ts'
import type { ArticleId, ArticleTables, SectionId } from '../../articles/index.ts'
import type { AdmissionSetting } from '../admission/settings/setting.ts'
import { admissionIn, saidOfAdmission } from '../admission/settings/settings.ts'
import type { DecisionKind } from '../decisions/decision.ts'

/** By which setting a decision waits for a second person. */
const SETTING: Readonly<Partial<Record<DecisionKind, AdmissionSetting>>> = {
  remove: 'secondRemove',
  'remove-branch': 'secondRemove',
  redact: 'secondRemove',
  suspend: 'secondSuspend',
  ban: 'secondBan',
  lock: 'secondLock',
  slow: 'secondSlow',
}
/** What counts where it is about many at once. */
const TAKES_AWAY: readonly DecisionKind[] = ['remove', 'hold']

/** What a decision is about: comments under these articles, or nobody's in particular. */
export interface Extent {
  articleIds: readonly ArticleId[]
  comments: number
}

/** Whether the publication wants a second moderator's assent to such a decision. */
export async function needsSecond(db: Reading, kind: DecisionKind, { articleIds, comments }: Extent): Promise<boolean> {
  const setting = SETTING[kind]
  if (!setting && !TAKES_AWAY.includes(kind)) return false
  const said = await saidOfAdmission(db)
  const { secondMany } = admissionIn(said, null)
  if (secondMany > 0 && comments >= secondMany && comments > 1 && TAKES_AWAY.includes(kind)) return true
  if (!setting) return false
  if (articleIds.length === 0 || said.size === 0) return admissionIn(said, null)[setting] > 0
  return (await sectionsOf(db, articleIds)).some((id) => admissionIn(said, id)[setting] > 0)
}

/** Throws Trouble where a decision needs a second person and has none. */
export async function mustHaveSecond(db: Reading, kind: DecisionKind, extent: Extent): Promise<void> {
  if (await needsSecond(db, kind, extent)) throw new Trouble('conflict', 'decision.needs-second')
}

async function sectionsOf(db: Reading, articleIds: readonly ArticleId[]): Promise<(SectionId | null)[]> {
  const articles = db.look<Pick<ArticleTables, 'article'>>().selectFrom('article').select('sectionId').distinct()
  const rows = await articles.where('id', 'in', [...new Set(articleIds)]).execute()
  return rows.map(({ sectionId }) => sectionId)
}
