import { paths } from '../../addresses/paths.ts'
import type { ShownComment } from '../../domain/discussion/index.ts'
import { lastRemoval } from '../../domain/discussion/index.ts'
import { placeOfComment, restoreComments, restoreRemoved, rulesIn } from '../../domain/moderation/index.ts'
import { mustMay } from '../../domain/people/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { text } from '../http/shapes.ts'
import { keyAgain, submitOnce } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { Wrong } from '../http/wrong.ts'
import { COMMENT } from './named.ts'
import { restorationForm } from './restoration-form.ts'
import { shownIn } from './shown-in.ts'

/** Asks a moderator before removed words come back. */
export const form = taking({ params: COMMENT }, async (ask, { comment: id }) => {
  const comment = await shownIn(ask, id)
  mustMay(restoreComments, await ask.person(), await placeOfComment(ask.store, comment))
  if (!comment.tombstone) throw new Trouble('conflict', 'removal.none')
  return formPage(ask, comment)
})

/** Takes a removal back. Which one that is belongs to it: after another removal it is another restoration, though its words are the same. */
export const create = taking(
  { params: COMMENT, form: { note: text }, about: { words: 'note' } },
  async (ask, { comment: id, note }) => {
    const by = await ask.person()
    const language = await ask.language()
    const before = await lastRemoval(ask.store, id, 'was-decided')
    return submitOnce(ask, by, [note, String(before)], async (tx) => {
      await restoreRemoved(tx, { id, by, note, at: ask.at })
      return { location: paths.comment(id, language) }
    })
  },
  async (ask, { comment, note }, _, wrong) => {
    if (wrong.trouble.kind !== 'invalid') throw wrong.trouble
    return formPage(ask, await shownIn(ask, comment), note, wrong)
  },
)

async function formPage(ask: Ask, comment: ShownComment, note = '', wrong?: Wrong): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const html = restorationForm(
    frame,
    {
      sending: { action: paths.restoration(comment.id), key: keyAgain(ask, wrong) },
      comment,
      rules: await rulesIn(ask.store, frame.language),
      note,
      error: wrong?.sentence ?? null,
    },
    say,
  )
  return page(html, wrong?.status)
}
