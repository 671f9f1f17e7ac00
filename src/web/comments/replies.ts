import { type CommentId, parentWith, standing } from '../../domain/discussion/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Ask } from '../http/ask.ts'
import { flag } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import { COMMENT } from './named.ts'
import { quotedInto } from './quoting.ts'
import { ABOUT_WORDS, type Given, posted, WORDS, writingPage } from './writing.ts'

/** The form for an answer to a comment, with its words quoted when that was asked. */
export const form = taking({ params: COMMENT, query: { quote: flag } }, async (ask, { comment, quote }) => {
  const parent = await standing(ask.store, comment)
  const words = quote ? await quotedInto(ask, parent) : ''
  return writingPage(ask, { articleId: parent.articleId, parent }, { words })
})

/** Answers a comment. */
export const create = taking(
  { params: COMMENT, form: WORDS, about: ABOUT_WORDS },
  async (ask, { comment, ...written }, given: Given) => posted(ask, await under(ask, comment), written, given),
  async (ask, { comment, words }, _, wrong) => writingPage(ask, await under(ask, comment), { words }, wrong),
)

async function under(ask: Ask, id: CommentId) {
  const parent = await parentWith(ask.store, id)
  if (!parent) throw new Trouble('missing', 'comment.parent-missing')
  return { articleId: parent.articleId, parent }
}
