import { paths } from '../../../addresses/paths.ts'
import { merge, outletsCalled, partiesCalled, undoMerge } from '../../../domain/sources/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { id, text } from '../../http/shapes.ts'
import { submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import * as outlet from './outlet.ts'
import * as party from './party.ts'

/** Merges an outlet into the one that is called `into`, in any language. */
export const ofOutlet = taking(
  { params: outlet.PARAMS, form: { into: text } },
  async (ask, { outlet: fromId, into }) => {
    const by = await ask.person()
    const language = await ask.language()
    return submitOnce(ask, by, [into], async (tx) => {
      const intoId = onlyOne(await outletsCalled(tx, into, FEW), fromId)
      await merge(tx, { kind: 'outlet', fromId, intoId }, { byId: by.id, at: ask.at })
      return { location: paths.deskOutlet(intoId, language, true) }
    })
  },
  (ask, { outlet: id, into }, _, wrong) => outlet.shown(ask, id, undefined, { wrong, into }),
)

/** The same of those who are quoted. */
export const ofParty = taking(
  { params: party.PARAMS, form: { into: text } },
  async (ask, { party: fromId, into }) => {
    const by = await ask.person()
    const language = await ask.language()
    return submitOnce(ask, by, [into], async (tx) => {
      const intoId = onlyOne(await partiesCalled(tx, into, FEW), fromId)
      await merge(tx, { kind: 'party', fromId, intoId }, { byId: by.id, at: ask.at })
      return { location: paths.deskParty(intoId, language, true) }
    })
  },
  (ask, { party: id, into }, _, wrong) => party.shown(ask, id, undefined, { wrong, into }),
)

/** Takes a merge back. */
export const undo = taking({ params: { merge: id<'merge'>('merge.missing') } }, async (ask, { merge: which }) => {
  const by = await ask.person()
  const language = await ask.language()
  return submitOnce(ask, by, [], async (tx) => {
    const { kind, fromId } = await undoMerge(tx, which, { byId: by.id, at: ask.at })
    return {
      location: kind === 'outlet' ? paths.deskOutlet(fromId, language, true) : paths.deskParty(fromId, language, true),
    }
  })
})

const FEW = 3

/** The one that is called so, beside the one that asks. */
function onlyOne<One extends { id: number }>(found: readonly One[], beside: One['id']): One['id'] {
  const [one, ...others] = found.filter(({ id }) => id !== beside)
  if (!one) throw new Trouble('invalid', 'merge.nobody')
  if (others.length > 0) throw new Trouble('invalid', 'merge.several')
  return one.id
}
