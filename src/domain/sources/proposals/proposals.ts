import { isInkless } from '../../../kit/characters.ts'
import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { keepable, refuseLonger } from '../../../text/words.ts'
import { type ArticleId, publicationOf } from '../../articles/index.ts'
import { record } from '../../audit/index.ts'
import type { PersonId, PersonTables } from '../../people/index.ts'
import { claimsElsewhere } from '../chain/claims-elsewhere.ts'
import { spokenIn } from '../chain/spoken.ts'
import { proposalDecided } from '../claims/acts.ts'
import type { ClaimId } from '../claims/claim.ts'
import { claimInTurn } from '../claims/keeping-claims.ts'
import type { Keeping } from '../keeping.ts'
import { addressFrom } from '../said-of.ts'
import type { SourceTables } from '../tables.ts'
import { LONGEST_PROPOSAL, type Proposal, type ProposalId } from './proposal.ts'

/** As many of one person as may wait at once. */
export const MOST_WAITING = 20

/** Keeps a source that a reader knows for a claim until the desk has seen it; the same again is the same one. */
export async function proposeSource(
  tx: Writing,
  { claimId, personId, url, words, at }: Pick<Proposal, 'claimId' | 'url' | 'words' | 'at'> & { personId: PersonId },
): Promise<ProposalId> {
  const address = addressFrom(url)
  if (!address) throw new Trouble('invalid', 'url.missing')
  const said = keepable(words).trim()
  refuseLonger(said, LONGEST_PROPOSAL)
  if (isInkless(said)) throw new Trouble('invalid', 'proposal.wordless')
  await claimInTurn(tx, claimId)
  await tx.inTurn(`proposals of ${personId}`)
  const own = tx.look<SourceTables>().selectFrom('sourceProposal').select(['id', 'url', 'claimId'])
  const waiting = await own.where('personId', '=', personId).where('state', '=', 'waiting').execute()
  const same = waiting.find((one) => one.url === address && one.claimId === claimId)
  if (same) return same.id
  if (waiting.length >= MOST_WAITING) throw new Trouble('too-many', 'proposal.too-many', { limit: MOST_WAITING })
  const row = {
    claimId,
    personId,
    url: address,
    words: said,
    at,
    state: 'waiting',
    decidedById: null,
    decidedAt: null,
  } as const
  const insert = tx.change<SourceTables>().insertInto('sourceProposal').values(row)
  return (await insert.returning('id').executeTakeFirstOrThrow()).id
}

/** The proposal, which must wait; throws Trouble where it does not. */
export async function waitingProposal(tx: Writing, id: ProposalId): Promise<Proposal> {
  const found = await proposalWithId(tx, id)
  if (!found) throw new Trouble('missing', 'proposal.missing')
  await claimInTurn(tx, found.claimId)
  const proposal = (await proposalWithId(tx, id))!
  if (proposal.state !== 'waiting') throw new Trouble('conflict', 'proposal.decided')
  return proposal
}

/** Says what became of a proposal; answers with it. */
export async function decideProposal(
  tx: Writing,
  id: ProposalId,
  state: 'taken' | 'declined',
  { byId, at }: Keeping,
): Promise<Proposal> {
  const proposal = await waitingProposal(tx, id)
  const { url, personId } = proposal
  const proposals = tx.change<SourceTables>().updateTable('sourceProposal')
  await proposals.set({ state, decidedById: byId, decidedAt: at }).where('id', '=', id).execute()
  await record(tx, proposalDecided, { byId, aboutId: personId ?? undefined, after: { address: url, state }, at })
  return proposal
}

function proposalWithId(db: Reading, id: ProposalId): Promise<Proposal | undefined> {
  return db.look<SourceTables>().selectFrom('sourceProposal').selectAll().where('id', '=', id).executeTakeFirst()
}

/** What waits for an article, the oldest first, with who proposed it. */
export function proposalsWaitingFor(db: Reading, articleId: ArticleId, limit: number) {
  return waiting(db).where('claim.articleId', '=', articleId).orderBy('sourceProposal.id').limit(limit).execute()
}

/** What waits for a claim. */
export function proposalsWaitingForClaim(db: Reading, claimId: ClaimId, limit: number) {
  return waiting(db).where('claim.id', '=', claimId).orderBy('sourceProposal.id').limit(limit).execute()
}

/** What waits anywhere, the oldest first, with the claim that it is about as a language has it. */
export async function proposalsWaiting(db: Reading, language: Language, limit: number) {
  const rows = await waiting(db).orderBy('sourceProposal.id').limit(limit).execute()
  const { defaultLanguage } = await publicationOf(db)
  const ids = [...new Set(rows.map(({ claimId }) => claimId))]
  const claims = await claimsElsewhere(db, ids, spokenIn(language, defaultLanguage))
  return rows.map((row) => ({ ...row, claim: claims.get(row.claimId) }))
}

function waiting(db: Reading) {
  return db
    .look<SourceTables & PersonTables>()
    .selectFrom('sourceProposal')
    .innerJoin('claim', 'claim.id', 'sourceProposal.claimId')
    .leftJoin('person', 'person.id', 'sourceProposal.personId')
    .select(['sourceProposal.id', 'sourceProposal.claimId', 'sourceProposal.url', 'sourceProposal.words'])
    .select(['sourceProposal.at', 'claim.articleId', 'claim.key', 'person.name as by'])
    .where('sourceProposal.state', '=', 'waiting')
}

/** What a person proposed, the oldest first, after a number. */
export function proposalsBy(db: Reading, personId: PersonId, after: number, limit: number): Promise<Proposal[]> {
  const own = db.look<SourceTables>().selectFrom('sourceProposal').selectAll().where('personId', '=', personId)
  return own
    .where('id', '>', after as ProposalId)
    .orderBy('id')
    .limit(limit)
    .execute()
}
