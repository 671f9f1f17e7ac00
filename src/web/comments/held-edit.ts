import { paths } from '../../addresses/paths.ts'
import { commentById, draftWithMentions, heldEditOf, letEditIn, refuseEdit } from '../../domain/discussion/index.ts'
import { placeOfComment, removeComments } from '../../domain/moderation/index.ts'
import { mustMay } from '../../domain/people/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { count, text } from '../http/shapes.ts'
import { submitOnce } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { COMMENT } from './named.ts'

/** A moderator has the other words for a comment stand in its place, or leaves it as it is. */
export const create = taking(
  { params: COMMENT, form: { decision: text, edit: count, from: text } },
  async (ask, { comment: id, decision, edit, from }) => {
    const by = await ask.person()
    const { store, at } = ask
    const comment = await commentById(store, id)
    if (!comment) throw new Trouble('missing', 'comment.missing')
    mustMay(removeComments, by, await placeOfComment(store, comment))
    const held = await heldEditOf(store, id)
    if (!held) throw new Trouble('missing', 'held-edit.missing')
    if (held.id !== edit) throw new Trouble('conflict', 'held-edit.missing')
    if (decision !== 'let-in' && decision !== 'refuse') throw new Trouble('invalid', 'held-edit.decision')
    const draft = decision === 'let-in' ? await draftWithMentions(store, held.words) : undefined
    const language = await ask.language()
    const location = from === 'desk' ? paths.deskQueue(language) : paths.comment(id, language)
    return submitOnce(ask, by, [decision, String(held.id)], async (tx) => {
      if (draft) await letEditIn(tx, draft, { id, editId: edit, byId: by.id, at })
      else await refuseEdit(tx, { id, editId: edit, byId: by.id, at })
      return { location }
    })
  },
)
