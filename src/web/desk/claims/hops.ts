import {
  addHop,
  addSource,
  changeHop,
  decideProposal,
  hopOfClaim,
  moveHop,
  removeHop,
} from '../../../domain/sources/index.ts'
import { idFrom } from '../../../kit/ids.ts'
import { idOrNone, oneOfOrNone, text } from '../../http/shapes.ts'
import { submitAnew, submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { claimShown } from './claim-shown.ts'
import { ABOUT_HOP, HOP, hopFrom } from './hop-typed.ts'
import { CLAIM, HOP_ID, IN_EDITION, placeOfClaim } from './named.ts'
import { type Given, reportAsked } from './report-read.ts'

/** Before which step another comes; at the end where none is named. */
const POSITION = text.transform((sent) => (/^\d{1,6}$/.test(sent) ? Number(sent) : undefined))

/** Adds a step, at its end or at a place; one that a reader proposed is theirs. */
export const add = taking(
  {
    params: CLAIM,
    form: { ...HOP, ...IN_EDITION, position: POSITION, proposal: idOrNone<'sourceProposal'>() },
    about: ABOUT_HOP,
  },
  async (ask, { claim: id, edition: named, position, proposal, ...sent }, given: Given) => {
    const by = await ask.person()
    const { edition, location } = await placeOfClaim(ask, id, named)
    const { typed, read } = await reportAsked(ask.store, sent, null, given)
    return submitOnce(ask, by, [JSON.stringify([sent, position, proposal])], async (tx) => {
      const keeping = { byId: by.id, at: ask.at }
      const draft = await hopFrom(tx, typed, { ...keeping, read, language: edition.language })
      if (draft.sourceDocumentId) await addSource(tx, edition.articleId, draft.sourceDocumentId, ask.at)
      const taken = proposal ? await decideProposal(tx, proposal, 'taken', keeping) : undefined
      await addHop(tx, id, { ...draft, proposedById: taken?.personId ?? null }, { ...keeping, position })
      return { location }
    })
  },
  (ask, { claim, edition, position: _, proposal, ...adding }, __, wrong) =>
    claimShown(ask, claim, edition, { wrong, adding, proposal: idFrom<'sourceProposal'>(proposal) }),
)

/** Says otherwise what a step is; or moves it, or takes it out. */
export const change = taking(
  {
    params: { ...CLAIM, ...HOP_ID },
    form: { ...HOP, ...IN_EDITION, act: oneOfOrNone(['up', 'down', 'remove']) },
    about: ABOUT_HOP,
  },
  async (ask, { claim: id, hop, edition: named, act, ...sent }, given: Given) => {
    const by = await ask.person()
    const { edition, location } = await placeOfClaim(ask, id, named)
    const { sourceDocumentId } = await hopOfClaim(ask.store, id, hop)
    const { typed, read } = act ? { typed: sent } : await reportAsked(ask.store, sent, sourceDocumentId, given)
    return submitAnew(ask, by, [JSON.stringify([act, sent])], async (tx) => {
      const keeping = { byId: by.id, at: ask.at }
      const before = await hopOfClaim(tx, id, hop)
      if (act === 'remove') await removeHop(tx, hop, keeping)
      else if (act) await moveHop(tx, hop, act === 'up' ? -1 : 1, keeping)
      else {
        const draft = await hopFrom(tx, typed, { ...keeping, before, read, language: edition.language })
        if (draft.sourceDocumentId) await addSource(tx, edition.articleId, draft.sourceDocumentId, ask.at)
        await changeHop(tx, hop, draft, keeping)
      }
      return { location }
    })
  },
  (ask, { claim, hop: id, edition, act: _, ...typed }, __, wrong) =>
    claimShown(ask, claim, edition, { wrong, changing: { id, typed } }),
)
