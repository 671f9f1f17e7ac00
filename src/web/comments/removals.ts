import { paths } from '../../addresses/paths.ts'
import { type CommentId, lastRemoval, type ShownComment, takeBackOwn } from '../../domain/discussion/index.ts'
import {
  decideOrPropose,
  placeOfComment,
  removeComments,
  removeOwn,
  restoreComments,
  rulesIn,
  statementAbout,
} from '../../domain/moderation/early.ts'
import type { Member } from '../../domain/people/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { idOrNone, text } from '../http/shapes.ts'
import { freshKey, keyAgain, submitOnce } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { Wrong } from '../http/wrong.ts'
import { COMMENT } from './named.ts'
import { removalForm } from './removal-form.ts'
import { removedPage } from './removed-page.ts'
import { shownIn } from './shown-in.ts'

/** Asks an author whether to take their words back, or a moderator by which rule to remove them; of what has been removed, it says who may restore it. */
export const form = taking({ params: COMMENT }, async (ask, { comment: id }) => {
  const comment = await shownIn(ask, id)
  if (comment.tombstone) return removedPageOf(ask, comment)
  const by = await ask.person()
  if (!(await mayRemove(ask, comment, by))) throw new Trouble('forbidden', 'comment.not-yours')
  return formPage(ask, comment)
})

/** Removing is a thing that is made: who, when, by which rule, why. A removal after a restoration is another one, though its words are the same. */
export const create = taking(
  { params: COMMENT, form: { rule: idOrNone<'rule'>(), note: text }, about: { words: 'note' } },
  async (ask, { comment: id, rule: ruleId, note }) => {
    const by = await ask.person()
    const language = await ask.language()
    const comment = await shownIn(ask, id)
    const before = await lastRemoval(ask.store, id, 'was-taken-back')
    return submitOnce(ask, by, [String(ruleId), note, String(before)], async (tx) => {
      const location = paths.comment(id, language)
      if (isOwn(comment, by)) {
        await removeOwn(tx, { id, by, at: ask.at })
        return { location }
      }
      const decision = { kind: 'remove', commentId: id, by, ruleId, staffNote: note, at: ask.at } as const
      const made = await decideOrPropose(tx, decision)
      return { location: 'proposed' in made ? paths.deskProposal(made.proposed, language) : location }
    })
  },
  async (ask, { comment, rule, note }, _, wrong) => {
    if (wrong.trouble.kind !== 'invalid') throw wrong.trouble
    return formPage(ask, await shownIn(ask, comment), { ruleId: idFrom(rule) ?? null, note }, wrong)
  },
)

/** Whether somebody may take a comment away, as its author or by a rule. */
export async function mayRemove({ store }: Pick<Ask, 'store'>, comment: ShownComment, by: Member): Promise<boolean> {
  return isOwn(comment, by) || removeComments.may(by, await placeOfComment(store, comment))
}

function isOwn({ author }: ShownComment, by: Member): boolean {
  return takeBackOwn.may(by, { authorId: author?.id ?? null })
}

async function removedPageOf(ask: Ask, comment: ShownComment): Promise<Response> {
  const [frame, say, by] = [await ask.frame(), await ask.say(), await ask.asker()]
  const rules = await rulesIn(ask.store, frame.language)
  const mayRestore = by && restoreComments.may(by, await placeOfComment(ask.store, comment))
  const statement = by && (await statementAbout(ask.store, by.id, comment.id as CommentId))
  const asker = !by ? 'stranger' : mayRestore ? 'moderator' : 'reader'
  return page(removedPage(frame, { comment, rules, asker, statement: statement?.id ?? null }, say))
}

interface Chosen {
  ruleId: number | null
  note: string
}

async function formPage(
  ask: Ask,
  comment: ShownComment,
  chosen: Chosen = { ruleId: null, note: '' },
  wrong?: Wrong,
): Promise<Response> {
  const [frame, say, by] = [await ask.frame(), await ask.say(), await ask.person()]
  const html = removalForm(
    frame,
    {
      sending: { action: paths.removal(comment.id), key: keyAgain(ask, wrong) },
      bringing: isOwn(comment, by) ? null : { action: paths.caseOf(comment.id), key: freshKey() },
      comment,
      own: isOwn(comment, by),
      rules: await rulesIn(ask.store, frame.language),
      chosen,
      errors: { ...(wrong?.error && { rule: wrong.error }), ...wrong?.errors },
    },
    say,
  )
  return page(html, wrong?.status)
}
