import { paths } from '../../addresses/paths.ts'
import type { CommentId, ShownComment } from '../../domain/discussion/index.ts'
import { rulesIn } from '../../domain/moderation/index.ts'
import type { SignInContext } from '../../domain/people/index.ts'
import type { CommentTranslator } from '../../domain/translation/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { json, page, seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { wantsJson } from '../http/troubles.ts'
import type { Wrong } from '../http/wrong.ts'
import { mutedFor } from '../mutes/index.ts'
import { COMMENT } from './named.ts'
import { readershipFor } from './readership.ts'
import { readOnlyContext } from './render-context.ts'
import { shownIn } from './shown-in.ts'
import { besideEditions, translatedBeneath, translatedHtml } from './translated.ts'
import { translationPage } from './translation-page.ts'

export interface Given {
  /** Undefined where the publication has no engine, or does not let readers use it. */
  commentTranslator: CommentTranslator | undefined
  signInContext: Pick<SignInContext, 'limits'>
}

/** A comment beside its translation, for whoever asks; where there is none yet, a way to have it translated. */
export const show = taking({ params: COMMENT }, (ask, { comment }, given: Given) => shown(ask, comment, given))

/** Has a comment translated by the publication's engine, where nobody has had it translated before. */
export const create = taking(
  { params: COMMENT },
  async (ask, { comment: id }, given: Given) => {
    const comment = await standingIn(ask, id)
    const reader = await readershipFor(ask, comment)
    const { read } = await translatedFor(ask, [id], reader, given)
    if (!wantsJson(ask)) return seeOther(paths.commentTranslation(id, await ask.language()))
    const html = translatedHtml(comment, await besideEditions(ask.store, [comment], read, reader), await contextOf(ask))
    return json({ translations: html ? [{ id, html: String(html) }] : [], said: null })
  },
  (ask, { comment }, given, wrong) => shown(ask, comment, given, wrong),
)

/** Asks the engine for what is missing; throws where nothing came of it, and says what was wrong where not everything did. */
export async function translatedFor(
  ask: Ask,
  ids: readonly CommentId[],
  reader: Awaited<ReturnType<typeof readershipFor>>,
  { commentTranslator, signInContext }: Given,
) {
  if (!commentTranslator) throw new Trouble('missing', 'comment-translation.no-engine')
  const by = await ask.asker()
  const from = by ? `person ${by.id}` : ask.client()
  const allow = (count: number) => signInContext.limits.translation(from, count)
  const { read, fault } = await commentTranslator.translate(ids, { ...reader, at: ask.at, allow })
  const cause = fault && (await ask.say())(`engine.fault.${fault}`)
  if (cause && !ids.some((id) => read.has(id)))
    throw new Trouble(USED_UP.has(fault!) ? 'too-many' : 'busy', 'comment-translation.failed', { cause })
  return { read, cause: cause ?? null }
}

const USED_UP: ReadonlySet<string> = new Set(['limit', 'budget', 'quota'])

async function standingIn(ask: Ask, id: CommentId): Promise<ShownComment> {
  const comment = await shownIn(ask, id)
  if (comment.tombstone) throw new Trouble('gone', 'comment.removed')
  return comment
}

async function shown(ask: Ask, id: CommentId, { commentTranslator }: Given, wrong?: Wrong): Promise<Response> {
  const [frame, say, comment] = [await ask.frame(), await ask.say(), await standingIn(ask, id)]
  const reader = await readershipFor(ask, comment)
  const context = await contextOf(ask)
  const read = await commentTranslator?.kept([id], reader)
  const translations = read && (await besideEditions(ask.store, [comment], read, reader))
  const data = {
    comment,
    into: reader.into,
    context,
    translated: translations ? translatedBeneath(comment, translations, context) : null,
    sending: commentTranslator ? { action: paths.commentTranslation(id), key: freshKey() } : null,
    error: wrong?.sentence ?? null,
  }
  return unlisted(page(translationPage(frame, data, say), wrong?.status))
}

/** Those who ask see the words of those whom they have muted folded. */
export async function contextOf(ask: Ask) {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const [rules, muted] = [await rulesIn(ask.store, frame.language), await mutedFor(await ask.asker(), ask.store)]
  return readOnlyContext(frame, rules, say, muted)
}

/** What a machine made is for whoever asks, and not for those who search the web. */
export function unlisted(answer: Response): Response {
  answer.headers.set('x-robots-tag', 'noindex, nofollow')
  return answer
}
