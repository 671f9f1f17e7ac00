import { isInkless } from '../../../kit/characters.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { keepable, refuseLonger } from '../../../text/words.ts'
import { type ArticleId, editionCorrected, editionsAtDesk, isReadable } from '../../articles/index.ts'
import { record } from '../../audit/index.ts'
import { correctionMadeAct } from '../acts.ts'
import { claimWithId } from '../claims/claims.ts'
import { claimCorrected } from '../claims/keeping-claims.ts'
import { correctionMade } from '../events.ts'
import type { Keeping } from '../keeping.ts'
import type { SourceTables } from '../tables.ts'
import { type Correction, type CorrectionId, type CorrectionWords, LONGEST_SAID, WEIGHTS } from './correction.ts'

export interface CorrectionDraft extends Pick<Correction, 'claimId' | 'weight'> {
  articleId: ArticleId
  /** Since the edition appeared, where nothing is said. */
  since: number | null
  /** Editions of which nothing is said are not concerned. */
  words: readonly CorrectionWords[]
}

/** Corrects an article in public; answers with the number of the correction. Throws Trouble where nothing is said, or of no edition that readers see. */
export async function correct(tx: Writing, draft: CorrectionDraft, { byId, at }: Keeping): Promise<CorrectionId> {
  const { articleId, claimId, weight } = draft
  if (!WEIGHTS.includes(weight)) throw new Trouble('invalid', 'kind.unknown')
  const words = draft.words.map(checked).filter(({ wrong, right }) => wrong !== '' || right !== '')
  if (words.length === 0) throw new Trouble('invalid', 'correction.empty')
  const editions = (await editionsAtDesk(tx, articleId)).filter(isReadable)
  for (const { editionId, wrong, right } of words) {
    if (!editions.some(({ id }) => id === editionId)) throw new Trouble('conflict', 'correction.not-shown')
    if (isInkless(wrong) || isInkless(right)) throw new Trouble('invalid', 'correction.half')
  }
  const appeared = editions.map(({ publishedAt }) => publishedAt ?? at)
  const claim = claimId === null ? undefined : await claimWithId(tx, claimId)
  if (claimId !== null && claim?.articleId !== articleId) throw new Trouble('invalid', 'claim.missing')
  const since = draft.since ?? Math.min(at, ...appeared)
  if (since > at) throw new Trouble('invalid', 'since.to-come')
  const insert = tx
    .change<SourceTables>()
    .insertInto('correction')
    .values({ articleId, claimId, weight, since, byId, at })
  const { id } = await insert.returning('id').executeTakeFirstOrThrow()
  const rows = words.map((said) => ({ correctionId: id, ...said }))
  await tx.change<SourceTables>().insertInto('correctionWords').values(rows).execute()
  for (const { editionId } of words) await editionCorrected(tx, editionId, at)
  tx.note(correctionMade, { about: id, articleId, at })
  if (claimId !== null && weight === 'correction') await claimCorrected(tx, claimId, { byId, at })
  await record(tx, correctionMadeAct, { byId, after: { article: articleId, correction: id }, at })
  return id
}

function checked({ editionId, wrong, right }: CorrectionWords): CorrectionWords {
  for (const said of [wrong, right]) refuseLonger(said, LONGEST_SAID, 'correction.too-long')
  return { editionId, wrong: keepable(wrong).trim(), right: keepable(right).trim() }
}
