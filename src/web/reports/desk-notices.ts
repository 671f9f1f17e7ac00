import { z } from 'zod'
import { paths } from '../../addresses/paths.ts'
import { placeOf } from '../../domain/articles/index.ts'
import { answerNotice, answerNotices, type GivenNotice, openNotices } from '../../domain/moderation/index.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { id, text } from '../http/shapes.ts'
import { freshKey, submitOnce } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { Wrong } from '../http/wrong.ts'
import { deskNoticesPage } from './desk-notices-page.ts'

/** Notices about articles that wait for an answer; those about comments come to the cases of these. */
export const list = taking({}, (ask) => listPage(ask))

/** Answers one. */
export const create = taking(
  {
    params: { report: id<'report'>('illegal.missing') },
    form: { outcome: z.enum(['upheld', 'unfounded'], 'appeal.outcome-missing'), words: text },
  },
  async (ask, { report, outcome: state, words }) => {
    const by = await ask.person()
    const language = await ask.language()
    return submitOnce(ask, by, [String(report), state, words], async (tx) => {
      await answerNotice(tx, { id: report, by, state, words, at: ask.at })
      return { location: paths.deskNotices(language) }
    })
  },
  async (ask, { report, words }, _, wrong) => {
    if (wrong.trouble.kind !== 'invalid') throw wrong.trouble
    return listPage(ask, { report: Number(report), words }, wrong)
  },
)

async function listPage(ask: Ask, typed?: { report: number; words: string }, wrong?: Wrong): Promise<Response> {
  const by = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const notices = await ask.store.read(async (db) => {
    const theirs: GivenNotice[] = []
    for (const notice of await openNotices(db))
      if (answerNotices.may(by, await placeOf(db, notice.articleId))) theirs.push(notice)
    return theirs
  })
  const shown = notices.map((notice) => ({
    notice,
    words: notice.id === typed?.report ? typed.words : '',
    sending: { action: paths.deskNotice(notice.id), key: freshKey() },
  }))
  return page(deskNoticesPage(frame, { notices: shown, error: wrong?.sentence ?? null }, say), wrong?.status)
}
