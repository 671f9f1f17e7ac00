import type { Kysely } from 'kysely'
import { SECOND_MS } from '../../../../kit/clock.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import { prepared } from '../../../../store/index.ts'
import type { ArticleId } from '../../../articles/index.ts'
import type { PersonId } from '../../../people/index.ts'
import type { AdmissionTables } from '../tables.ts'
import type { AdmissionRule, Submission, Surroundings } from './rule.ts'

/** However heated a branch is, nobody waits longer for that. */
const LONGEST_HEAT_SECONDS = 10 * 60

/** Between one's comments in a discussion one waits so long as the publication or a moderator says, and longer for each report in the branch. */
export const slowMode: AdmissionRule = {
  name: 'slow-mode',
  judge(submission, around) {
    if (submission.editOf) return undefined
    const slow = slowSeconds(around)
    if (slow === 0 && (around.settings.heatSeconds === 0 || !submission.parent)) return undefined
    return mustHaveWaited(submission, around, slow)
  },
}

function slowSeconds({ settings, restraints }: Surroundings): number {
  return Math.max(settings.slowSeconds, ...restraints.map(({ seconds }) => seconds))
}

async function mustHaveWaited(submission: Submission, around: Surroundings, slow: number): Promise<undefined> {
  const { parent, by, articleId, at } = submission
  const reports = parent ? await around.heat(parent) : 0
  const heat = Math.min(reports * around.settings.heatSeconds, LONGEST_HEAT_SECONDS)
  const seconds = slow + heat
  if (seconds === 0) return undefined
  const [last] = await lastPost(around.db, { personId: by.id, articleId, since: at - seconds * SECOND_MS })
  if (!last) return undefined
  const left = Math.max(1, Math.ceil((last.at - at) / SECOND_MS) + seconds)
  const key = heat > 0 ? 'admission.slow-heat' : 'admission.slow'
  throw new Trouble('too-many', key, { seconds, left }, { retryAfterSeconds: left })
}

type Asked = { personId: PersonId; articleId: ArticleId; since: number }

const lastPost = prepared((db: Pick<Kysely<AdmissionTables>, 'selectFrom'>, { personId, articleId, since }: Asked) =>
  db
    .selectFrom('recentPost')
    .select('at')
    .where('personId', '=', personId)
    .where('at', '>', since)
    .where('articleId', '=', articleId)
    .orderBy('at', 'desc')
    .limit(1),
)
