import { paths } from '../../../addresses/paths.ts'
import { undoMerge } from '../../../domain/sources/index.ts'
import { id } from '../../http/shapes.ts'
import { submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'

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
