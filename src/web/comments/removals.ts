import { paths } from '../../addresses/paths.ts'
import { filled, type ShownComment, shownRow } from '../../domain/discussion/index.ts'
import { lastRemoval, removeByRule, removeOwn, restoreRemoved, rulesIn } from '../../domain/moderation/index.ts'
import { mayModerate } from '../../domain/people/index.ts'
import { idFrom } from '../../kit/ids.ts'
import type { Say } from '../../kit/sentences.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page } from '../http/answers.ts'
import type { Ask, Handler } from '../http/ask.ts'
import { freshKey, submitOnce } from '../http/submit.ts'
import { STATUS, wantsJson } from '../http/troubles.ts'
import { commentIdIn } from './permalink.ts'
import { removalForm } from './removal-form.ts'
import { removedPage } from './removed-page.ts'
import { restorationForm } from './restoration-form.ts'

/** Asks an author whether to take their words back, or a moderator by which rule to remove them; of what has been removed, it says who may restore it. */
export const form: Handler = async (ask) => {
  const comment = await shownIn(ask)
  if (comment.tombstone) return removedPageOf(ask, comment)
  const by = await ask.person()
  if (comment.author?.id !== by.id && !mayModerate(by)) throw new Trouble('forbidden', 'comment.not-yours')
  return removalPage(ask, comment)
}

/** Removing is a thing that is made: who, when, by which rule, why. */
export const create: Handler = async (ask) => {
  const by = await ask.person()
  const id = commentIdIn(ask)
  const ruleId = idFrom<'rule'>(ask.form.get('rule') ?? '')
  const note = ask.form.get('note') ?? ''
  const language = await ask.language()
  const comment = await shownIn(ask)
  try {
    return await submitOnce(ask, by, [String(ruleId), note, ...(await before(ask))], async (tx) => {
      if (comment.author?.id === by.id) await removeOwn(tx, { id, by, at: ask.at })
      else await removeByRule(tx, { id, by, ruleId, note, at: ask.at })
      return { location: paths.comment(id, language) }
    })
  } catch (error) {
    if (!(error instanceof Trouble) || wantsJson(ask) || error.kind !== 'invalid') throw error
    return removalPage(ask, comment, error)
  }
}

export const restorationOf: Handler = async (ask) => {
  const by = await ask.person()
  if (!mayModerate(by)) throw new Trouble('forbidden', 'removal.not-yours')
  const comment = await shownIn(ask)
  if (!comment.tombstone) throw new Trouble('conflict', 'removal.none')
  return restorationPage(ask, comment)
}

export const restore: Handler = async (ask) => {
  const by = await ask.person()
  const id = commentIdIn(ask)
  const note = ask.form.get('note') ?? ''
  const language = await ask.language()
  try {
    return await submitOnce(ask, by, [note, ...(await before(ask))], async (tx) => {
      await restoreRemoved(tx, { id, by, note, at: ask.at })
      return { location: paths.comment(id, language) }
    })
  } catch (error) {
    if (!(error instanceof Trouble) || wantsJson(ask) || error.kind !== 'invalid') throw error
    return restorationPage(ask, await shownIn(ask), error)
  }
}

/** Which decision it answers: a removal after a restoration is another one, though its words are the same. */
async function before(ask: Ask): Promise<string[]> {
  const id = commentIdIn(ask)
  const isRemoval = ask.c.req.path === paths.removal(id)
  return [String(await lastRemoval(ask.web.store, id, isRemoval ? 'was-taken-back' : 'was-decided'))]
}

async function shownIn(ask: Ask): Promise<ShownComment> {
  const { store } = ask.web
  const row = await shownRow(store, commentIdIn(ask))
  if (!row) throw new Trouble('missing', 'comment.missing')
  return (await filled(store, [row]))[0]!
}

async function removedPageOf(ask: Ask, comment: ShownComment): Promise<Response> {
  const [frame, say, by] = [await ask.frame(), await ask.say(), await ask.asker()]
  const rules = await rulesIn(ask.web.store, frame.language)
  const asker = !by ? 'stranger' : mayModerate(by) ? 'moderator' : 'reader'
  return page(removedPage(frame, { comment, rules, asker }, say))
}

async function removalPage(ask: Ask, comment: ShownComment, trouble?: Trouble): Promise<Response> {
  const [frame, say, by] = [await ask.frame(), await ask.say(), await ask.person()]
  const html = removalForm(
    frame,
    {
      sending: { action: paths.removal(comment.id), key: ask.form.get('key') ?? freshKey() },
      comment,
      own: comment.author?.id === by.id,
      rules: await rulesIn(ask.web.store, frame.language),
      chosen: { ruleId: idFrom<'rule'>(ask.form.get('rule') ?? '') ?? null, note: ask.form.get('note') ?? '' },
      errors: errorsOf(trouble, say),
    },
    say,
  )
  return page(html, trouble ? STATUS[trouble.kind] : 200)
}

function errorsOf(trouble: Trouble | undefined, say: Say) {
  if (!trouble) return {}
  return { [trouble.key.startsWith('words.') ? 'note' : 'rule']: say(trouble.key, trouble.args) }
}

async function restorationPage(ask: Ask, comment: ShownComment, trouble?: Trouble): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const html = restorationForm(
    frame,
    {
      sending: { action: paths.restoration(comment.id), key: ask.form.get('key') ?? freshKey() },
      comment,
      rules: await rulesIn(ask.web.store, frame.language),
      note: ask.form.get('note') ?? '',
      error: trouble ? say(trouble.key, trouble.args) : null,
    },
    say,
  )
  return page(html, trouble ? STATUS[trouble.kind] : 200)
}
