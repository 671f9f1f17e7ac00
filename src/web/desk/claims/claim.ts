import { CLAIM_KINDS, CLAIM_STATUSES, keepClaim } from '../../../domain/sources/index.ts'
import { flag, idOrNone, oneOf, text } from '../../http/shapes.ts'
import { submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { claimShown } from './claim-shown.ts'
import { CLAIM, IN_EDITION, placeOfClaim } from './named.ts'

const SAID = {
  kind: oneOf(CLAIM_KINDS, 'kind.unknown'),
  status: oneOf(CLAIM_STATUSES, 'kind.unknown'),
  gist: text,
  note: text,
}

/** A claim: what it is, how it came here step by step, how it stands to others, and what readers propose. */
export const show = taking(
  { params: CLAIM, query: { ...IN_EDITION, done: flag, proposal: idOrNone<'sourceProposal'>() } },
  (ask, { claim, edition, ...since }) => claimShown(ask, claim, edition, since),
)

/** Says what it is and what has become of it. */
export const keep = taking(
  { params: CLAIM, form: { ...SAID, ...IN_EDITION }, about: { 'gist.too-long': 'gist' } },
  async (ask, { claim: id, edition: named, ...said }) => {
    const by = await ask.person()
    const { edition, location } = await placeOfClaim(ask, id, named)
    return submitAnew(ask, by, Object.values(said), async (tx) => {
      await keepClaim(tx, id, { ...said, language: edition.language }, { byId: by.id, at: ask.at })
      return { location }
    })
  },
  (ask, { claim, edition, ...said }, _, wrong) => claimShown(ask, claim, edition, { wrong, said }),
)
