import { rulesIn } from '../../domain/moderation/index.ts'
import { latestSeq } from '../../store/index.ts'
import { commentHtml } from '../../text/comment-html.ts'
import { HTML, shared } from '../http/shared-page.ts'
import { rulesPage } from './rules-page.ts'

/** The publication's rules, to which every removal refers. */
export const show = shared({}, async (ask) => {
  const frame = await ask.frame()
  const { rules, version } = await ask.store.read(async (db) => {
    return { rules: await rulesIn(db, frame.language), version: await latestSeq(db) }
  })
  const shown = rules.map(({ words, ...rule }) => ({ ...rule, html: commentHtml(words) }))
  return { body: String(rulesPage(frame, shown, await ask.say())), type: HTML, articleId: null, version }
})
