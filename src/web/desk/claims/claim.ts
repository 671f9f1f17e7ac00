import { paths } from '../../../addresses/paths.ts'
import type { EditionId } from '../../../domain/articles/index.ts'
import {
  actorNames,
  addHop,
  type ChainHop,
  CLAIM_RELATIONS,
  type ClaimId,
  type ClaimKind,
  type ClaimStatus,
  chainAtDesk,
  changeHop,
  claimWithId,
  decideProposal,
  hopOfClaim,
  keepClaim,
  moveHop,
  proposalsWaitingForClaim,
  relateClaims,
  removeHop,
} from '../../../domain/sources/index.ts'
import { idFrom } from '../../../kit/ids.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, idOrNone, text } from '../../http/shapes.ts'
import { freshKey, keyAgain, submitAnew, submitOnce } from '../../http/submit.ts'
import { type Read, taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { claimPage } from './claim-page.ts'
import { EMPTY_HOP } from './hop-form.ts'
import { ABOUT_HOP, HOP, hopFrom, type TypedHop } from './hop-typed.ts'
import { CLAIM, editionOf, HOP_ID, IN_EDITION, PROPOSAL } from './named.ts'

const SAID = { kind: text, status: text, gist: text, note: text }
const MOST_NAMES = 300
const MOST_PROPOSALS = 50

/** A claim: what it is, how it came here step by step, how it stands to others, and what readers propose. */
export const show = taking(
  { params: CLAIM, query: { ...IN_EDITION, done: flag, proposal: idOrNone<'sourceProposal'>() } },
  (ask, { claim, edition, done, proposal }) => shown(ask, { claim, edition }, { done, proposal }),
)

/** Says what it is and what has become of it. */
export const keep = taking(
  { params: CLAIM, form: { ...SAID, ...IN_EDITION }, about: { 'gist.too-long': 'gist' } },
  async (ask, { claim: id, edition: named, kind, status, gist, note }) => {
    const by = await ask.person()
    const { edition, location } = await placeOf(ask, id, named)
    return submitAnew(ask, by, [kind, status, gist, note], async (tx) => {
      const said = { kind: kind as ClaimKind, status: status as ClaimStatus, gist, note, language: edition.language }
      await keepClaim(tx, id, said, { byId: by.id, at: ask.at })
      return { location }
    })
  },
  (ask, { claim, edition, ...said }, _, wrong) => shown(ask, { claim, edition }, { wrong, said }),
)

/** Adds a step, at its end or at a place; one that a reader proposed is theirs. */
export const add = taking(
  {
    params: CLAIM,
    form: { ...HOP, ...IN_EDITION, position: text, proposal: idOrNone<'sourceProposal'>() },
    about: ABOUT_HOP,
  },
  async (ask, { claim: id, edition: named, position, proposal, ...typed }) => {
    const by = await ask.person()
    const { edition, location } = await placeOf(ask, id, named)
    return submitOnce(ask, by, [...Object.values(typed).map(String), position, String(proposal)], async (tx) => {
      const keeping = { byId: by.id, at: ask.at }
      const draft = await hopFrom(tx, typed, { ...keeping, language: edition.language })
      const taken = proposal ? await decideProposal(tx, proposal, 'taken', keeping) : undefined
      const place = /^\d+$/.test(position) ? Number(position) : undefined
      await addHop(tx, id, { ...draft, proposedById: taken?.personId ?? null }, { ...keeping, position: place })
      return { location }
    })
  },
  (ask, { claim, edition, position: _, proposal, ...typed }, __, wrong) =>
    shown(ask, { claim, edition }, { wrong, adding: typed, proposal: idFrom<'sourceProposal'>(proposal) }),
)

/** Says otherwise what a step is; or moves it, or takes it out. */
export const change = taking(
  { params: { ...CLAIM, ...HOP_ID }, form: { ...HOP, ...IN_EDITION, act: text }, about: ABOUT_HOP },
  async (ask, { claim: id, hop: hopId, edition: named, act, ...typed }) => {
    const by = await ask.person()
    const { edition, location } = await placeOf(ask, id, named)
    return submitAnew(ask, by, [act, ...Object.values(typed).map(String)], async (tx) => {
      const keeping = { byId: by.id, at: ask.at }
      const before = await hopOfClaim(tx, id, hopId)
      if (act === 'up') await moveHop(tx, hopId, -1, keeping)
      else if (act === 'down') await moveHop(tx, hopId, 1, keeping)
      else if (act === 'remove') await removeHop(tx, hopId, keeping)
      else
        await changeHop(
          tx,
          hopId,
          await hopFrom(tx, typed, { ...keeping, before, language: edition.language }),
          keeping,
        )
      return { location }
    })
  },
  (ask, { claim, hop, edition, act: _, ...typed }, __, wrong) =>
    shown(ask, { claim, edition }, { wrong, changing: { id: hop, typed } }),
)

/** Says how it stands to another claim; with `end`, that it does not. */
export const relate = taking(
  { params: CLAIM, form: { ...IN_EDITION, type: text, to: idOrNone<'claim'>(), isBy: flag, end: flag } },
  async (ask, { claim: id, edition: named, type: sent, to, isBy, end }) => {
    const by = await ask.person()
    const { location } = await placeOf(ask, id, named)
    return submitAnew(ask, by, [sent, String(to), String(isBy), String(end)], async (tx) => {
      const type = CLAIM_RELATIONS.find((one) => one === sent)
      if (!type || !to) throw new Trouble('invalid', 'claim.other-missing')
      const relation = isBy ? { fromId: to, toId: id, type } : { fromId: id, toId: to, type }
      await relateClaims(tx, relation, { byId: by.id, at: ask.at, isOver: end })
      return { location }
    })
  },
  (ask, { claim, edition }, _, wrong) => shown(ask, { claim, edition }, { wrong }),
)

/** Puts a proposal aside. */
export const decline = taking({ params: PROPOSAL, form: IN_EDITION }, async (ask, { proposal, edition: named }) => {
  const by = await ask.person()
  const language = await ask.language()
  return submitAnew(ask, by, [], async (tx) => {
    const { claimId } = await decideProposal(tx, proposal, 'declined', { byId: by.id, at: ask.at })
    return { location: paths.deskSourcedClaim(claimId, language, named) }
  })
})

/** The edition in whose words a claim is told, and the address of its page. */
async function placeOf(ask: Ask, id: ClaimId, named: EditionId | undefined) {
  const edition = await ask.store.read(async (db) => {
    const claim = await claimWithId(db, id)
    if (!claim) throw new Trouble('missing', 'claim.missing')
    return editionOf(db, claim.articleId, named)
  })
  return { edition, location: `${paths.deskSourcedClaim(id, await ask.language(), edition.id)}&done=1` }
}

interface Since {
  done?: boolean
  wrong?: Wrong
  said?: Record<keyof typeof SAID, string>
  adding?: TypedHop
  changing?: { id: number; typed: TypedHop }
  proposal?: Read<typeof PROPOSAL>['proposal'] | undefined
}

async function shown(
  ask: Ask,
  { claim: id, edition: named }: { claim: ClaimId; edition?: EditionId | string | undefined },
  { done = false, wrong, said, adding, changing, proposal }: Since,
) {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const found = await ask.store.read(async (db) => {
    const claim = await claimWithId(db, id)
    if (!claim) throw new Trouble('missing', 'claim.missing')
    const edition = await editionOf(db, claim.articleId, idFrom<'edition'>(String(named ?? '')))
    const { articleId, language } = edition
    const [chain, names, proposals] = await Promise.all([
      chainAtDesk(db, { articleId, editionId: edition.id, language }),
      actorNames(db, language, MOST_NAMES),
      proposalsWaitingForClaim(db, id, MOST_PROPOSALS),
    ])
    return { edition, chain, names, proposals }
  })
  const claim = found.chain.claims.find((one) => one.id === id)!
  const taking = found.proposals.find((one) => one.id === proposal)
  const target = (action: string) => ({ action, key: freshKey(), hidden: { edition: String(found.edition.id) } })
  const html = claimPage(
    frame,
    {
      ...found,
      claim,
      said: said ?? { kind: claim.kind, status: claim.status, gist: claim.gist, note: claim.note },
      adding: adding ?? { ...EMPTY_HOP, url: taking?.url ?? '' },
      hops: claim.hops.map((hop) => ({ hop, typed: changing?.id === hop.id ? changing.typed : typedOf(hop) })),
      changingId: changing?.id ?? null,
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
    },
    say,
  )
  return page(html, wrong?.status)
}

function typedOf({
  actor,
  anonymity,
  descriptor,
  relation,
  report,
  language,
  saidOn,
  isMarkedSeen,
}: ChainHop): TypedHop {
  return {
    who: actor?.name ?? '',
    whoKind: actor?.kind === 'party' ? (actor.partyKind ?? 'person') : 'outlet',
    anonymity,
    descriptor,
    relation,
    url: report?.url ?? '',
    title: report?.title ?? '',
    hopLanguage: language ?? '',
    saidOn: saidOn ?? '',
    seen: isMarkedSeen ? '1' : '',
  }
}
