import { paths } from '../../../addresses/paths.ts'
import type { EditionId } from '../../../domain/articles/index.ts'
import {
  actorNames,
  type ClaimId,
  chainAtDesk,
  type ProposalId,
  proposalsWaitingForClaim,
} from '../../../domain/sources/index.ts'
import { idFrom } from '../../../kit/ids.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { freshKey, keyAgain } from '../../http/submit.ts'
import type { Wrong } from '../../http/wrong.ts'
import { type ClaimShown, claimPage } from './claim-page.ts'
import { EMPTY_HOP } from './hop-form.ts'
import { type TypedHop, typedHop } from './hop-typed.ts'
import { editionOfClaim } from './named.ts'

export const MOST_NAMES = 300
const MOST_PROPOSALS = 50

/** What was done on the page of a claim, or came back from one of its forms. */
export interface Since {
  done?: boolean
  wrong?: Wrong
  said?: ClaimShown['said']
  adding?: TypedHop
  changing?: { id: number; typed: TypedHop }
  elsewhere?: string
  proposal?: ProposalId | undefined
}

/** The page of a claim, in the words of the edition that is named, or else of the first. */
export async function claimShown(
  ask: Ask,
  id: ClaimId,
  named: EditionId | string | undefined,
  { done = false, wrong, said, adding, changing, elsewhere, proposal }: Since,
): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { edition, chain, ...found } = await read(ask, id, idFrom<'edition'>(String(named ?? '')))
  const claim = chain.claims.find((one) => one.id === id)!
  const taking = found.proposals.find((one) => one.id === proposal)
  const target = (action: string) => ({ action, key: freshKey(), hidden: { edition: String(edition.id) } })
  const shown: ClaimShown = {
    ...found,
    edition,
    chain,
    claim,
    said: said ?? { kind: claim.kind, status: claim.status, gist: claim.gist, note: claim.note },
    adding: adding ?? { ...EMPTY_HOP, url: taking?.url ?? '' },
    hops: claim.hops.map((hop) => ({ hop, typed: changing?.id === hop.id ? changing.typed : typedHop(hop) })),
    again: said ? 'said' : adding ? 'adding' : changing ? 'changing' : elsewhere === undefined ? null : 'relating',
    changingId: changing?.id ?? null,
    elsewhere: elsewhere ?? '',
    taking: taking ?? null,
    errors: wrong?.errors ?? {},
    error: wrong?.error ?? null,
    done,
    forms: {
      keep: target(paths.deskSourcedClaim(id)),
      add: { ...target(paths.deskHops(id)), key: keyAgain(ask, adding && wrong) },
      change: (hopId) => target(paths.deskHop(id, hopId)),
      relate: target(paths.deskRelations(id)),
      decline: (proposalId) => target(paths.deskProposalRefusal(proposalId)),
    },
  }
  return page(claimPage(frame, shown, say), wrong?.status)
}

function read(ask: Ask, id: ClaimId, named: EditionId | undefined) {
  return ask.store.read(async (db) => {
    const edition = await editionOfClaim(db, id, named)
    const { articleId, language } = edition
    const [chain, names, proposals] = await Promise.all([
      chainAtDesk(db, { articleId, editionId: edition.id, language }),
      actorNames(db, language, MOST_NAMES),
      proposalsWaitingForClaim(db, id, MOST_PROPOSALS),
    ])
    return { edition, chain, names, proposals }
  })
}
