import { type CommentId, isLocked, parentWith, standing } from '../../domain/discussion/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Ask } from '../http/ask.ts'
import { flag } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import { COMMENT } from './named.ts'
import { quotedInto } from './quoting.ts'
import { ABOUT_WORDS, type Given, posted, WORDS, writingPage } from './writing.ts'

/** The form for an answer to a comment, with its words quoted when that was asked. */
export const form = taking(
  { params: COMMENT, query: { quote: flag } },
  async (ask, { comment, quote }, given: Given) => {
    const parent = await standing(ask.store, comment)
    if (await isLocked(ask.store, parent)) throw new Trouble('forbidden', 'comment.branch-locked')
    const words = quote ? await quotedInto(ask, parent) : ''
    return writingPage(ask, { articleId: parent.articleId, parent }, { words }, given)
  },
)

/** Answers a comment. */
export const create = taking(
  { params: COMMENT, form: WORDS, about: ABOUT_WORDS },
  async (ask, { comment, ...written }, given: Given) => posted(ask, await under(ask, comment), written, given),
  async (ask, { comment, words }, given, wrong) => writingPage(ask, await under(ask, comment), { words }, given, wrong),
)

async function under(ask: Ask, id: CommentId) {
  const parent = await parentWith(ask.store, id)
  if (!parent) throw new Trouble('missing', 'comment.parent-missing')
  return { articleId: parent.articleId, parent }
}
