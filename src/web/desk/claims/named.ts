import { paths } from '../../../addresses/paths.ts'
import type { ArticleId, Edition } from '../../../domain/articles/index.ts'
import { type EditionId, editionsAtDesk, editionWithId } from '../../../domain/articles/index.ts'
import { type ClaimId, claimWithId } from '../../../domain/sources/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading } from '../../../store/index.ts'
import type { Ask } from '../../http/ask.ts'
import { id, idOrNone } from '../../http/shapes.ts'

export const CLAIM = { claim: id<'claim'>('claim.missing') }
export const QUOTE = { quote: id<'quote'>('quote.missing') }
export const HOP_ID = { hop: id<'hop'>('hop.missing') }
export const PROPOSAL = { proposal: id<'sourceProposal'>('proposal.missing') }
export const EDITION = { edition: id<'edition'>('edition.missing') }

/** In the words of which edition a claim is told. */
export const IN_EDITION = { edition: idOrNone<'edition'>() }

/** The edition that is named, or else the first of the article. */
export async function editionOf(db: Reading, articleId: ArticleId, named: EditionId | undefined): Promise<Edition> {
  const edition = named && (await editionWithId(db, named))
  if (edition && edition.articleId === articleId) return edition
  const [first] = await editionsAtDesk(db, articleId)
  if (!first) throw new Trouble('missing', 'edition.missing')
  return first
}

/** The edition in whose words a claim is told; throws Trouble where there is no such claim. */
export async function editionOfClaim(db: Reading, id: ClaimId, named: EditionId | undefined): Promise<Edition> {
  const claim = await claimWithId(db, id)
  if (!claim) throw new Trouble('missing', 'claim.missing')
  return editionOf(db, claim.articleId, named)
}

/** The same, with where its page says that something was kept. */
export async function placeOfClaim(ask: Ask, id: ClaimId, named: EditionId | undefined) {
  const edition = await ask.store.read((db) => editionOfClaim(db, id, named))
  return { edition, location: `${paths.deskSourcedClaim(id, await ask.language(), edition.id)}&done=1` }
}
