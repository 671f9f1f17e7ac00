import { type NotedPassage, notedAt } from '../../../addresses/noted-passage.ts'
import { CLAIM_RELATIONS, type ClaimId, claimNoted, relateClaims } from '../../../domain/sources/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading } from '../../../store/index.ts'
import { flag, idOrNone, oneOf, text } from '../../http/shapes.ts'
import { submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { claimShown } from './claim-shown.ts'
import { CLAIM, IN_EDITION, placeOfClaim } from './named.ts'

const RELATION = {
  type: oneOf(CLAIM_RELATIONS, 'claim.other-missing'),
  to: idOrNone<'claim'>(),
  /** The address of its note, where it is another article's. */
  elsewhere: text,
  isBy: flag,
  end: flag,
}

/** Says how a claim stands to another, of this article or of one that readers see; with `end`, that it does not. */
export const create = taking(
  { params: CLAIM, form: { ...IN_EDITION, ...RELATION }, about: { 'claim.elsewhere-missing': 'elsewhere' } },
  async (ask, { claim: id, edition: named, type, to, elsewhere, isBy, end: isOver }) => {
    const by = await ask.person()
    const { location } = await placeOfClaim(ask, id, named)
    const noted = elsewhere.trim() === '' ? undefined : (notedAt(elsewhere, ask.origin) ?? NOWHERE)
    return submitAnew(ask, by, [JSON.stringify([type, to, elsewhere, isBy, isOver])], async (tx) => {
      const other = await otherClaim(tx, to, noted)
      const relation = isBy ? { fromId: other, toId: id, type } : { fromId: id, toId: other, type }
      await relateClaims(tx, relation, { byId: by.id, at: ask.at, isOver })
      return { location }
    })
  },
  (ask, { claim, edition, elsewhere }, _, wrong) => claimShown(ask, claim, edition, { wrong, elsewhere }),
)

/** What is typed leads to no note of ours. */
const NOWHERE = 'nowhere'

async function otherClaim(
  db: Reading,
  to: ClaimId | undefined,
  noted: NotedPassage | typeof NOWHERE | undefined,
): Promise<ClaimId> {
  if (!noted && !to) throw new Trouble('invalid', 'claim.other-missing')
  const found = noted ? noted !== NOWHERE && (await claimNoted(db, noted)) : to
  if (!found) throw new Trouble('invalid', 'claim.elsewhere-missing')
  return found
}
