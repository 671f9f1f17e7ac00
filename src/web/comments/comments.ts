import { paths } from '../../addresses/paths.ts'
import { type ArticleId, editionAt, isPublished } from '../../domain/articles/index.ts'
import {
  type CommentId,
  draftWithMentions,
  filled,
  mayEdit,
  type Parent,
  parentWith,
  post,
  ROOT,
  type ShownComment,
  shownRow,
  standing,
} from '../../domain/discussion/index.ts'
import { rulesIn } from '../../domain/moderation/index.ts'
import { mayModerate } from '../../domain/people/index.ts'
import { idFrom } from '../../kit/ids.ts'
import { Trouble } from '../../kit/trouble.ts'
import { LONGEST } from '../../text/words.ts'
import { page } from '../http/answers.ts'
import type { Ask, Handler } from '../http/ask.ts'
import { keyAgain, submitOnce, wrongWith } from '../http/submit.ts'
import { STATUS, wantsJson } from '../http/troubles.ts'
import { mutedFor } from '../mutes/index.ts'
import { commentIdIn, editionFor } from './permalink.ts'
import { previewOf } from './preview.ts'
import { quotedInto } from './quoting.ts'
import { replyForm } from './reply-form.ts'

/** The form for a new thread under an article. */
export const newRoot: Handler = async (ask) => {
  await ask.person()
  return formPage(ask, await articleAt(ask), ROOT, { words: ask.query('words') ?? '' })
}

/** The form for an answer to a comment, with its words quoted when that was asked. */
export const newReply: Handler = async (ask) => {
  await ask.person()
  const parent = await standing(ask.web.store, commentIdIn(ask))
  const words = ask.query('quote') ? await quotedInto(ask, parent) : ''
  return formPage(ask, parent.articleId, parent.id, { words })
}

export const createRoot: Handler = async (ask) => {
  const articleId = idFrom<'article'>(ask.param('article'))
  if (!articleId || !(await isPublished(ask.web.store, articleId))) throw new Trouble('missing', 'article.missing')
  return create(ask, articleId)
}

export const createReply: Handler = async (ask) => {
  const parent = await parentWith(ask.web.store, commentIdIn(ask))
  if (!parent) throw new Trouble('missing', 'comment.parent-missing')
  return create(ask, parent.articleId, parent)
}

async function create(ask: Ask, articleId: ArticleId, parent?: Parent): Promise<Response> {
  const under = parent?.id ?? ROOT
  const words = ask.form.get('words') ?? ''
  try {
    const by = await ask.person()
    if (ask.form.has('preview')) return await formPage(ask, articleId, under, { words, preview: true })
    const draft = await draftWithMentions(ask.web.store, words)
    const language = await ask.language()
    const posted = async (tx: Parameters<typeof post>[0]) => {
      const comment = await post(tx, { articleId, under, parent, by, draft, language: null, at: ask.at })
      return { location: paths.comment(comment.id, language) }
    }
    return await submitOnce(ask, by, [words], posted, true)
  } catch (error) {
    if (!(error instanceof Trouble) || wantsJson(ask)) throw error
    return formPage(ask, articleId, under, { words, trouble: error })
  }
}

interface Typed {
  words: string
  preview?: boolean
  trouble?: Trouble
}

/** What was typed stays in the form, whatever was wrong with it. */
async function formPage(
  ask: Ask,
  articleId: ArticleId,
  under: CommentId | typeof ROOT,
  typed: Typed,
): Promise<Response> {
  const { store } = ask.web
  const [frame, say, edition] = [await ask.frame(), await ask.say(), await editionFor(ask, store, articleId)]
  const row = under === ROOT ? undefined : await shownRow(store, under)
  const [parent = null] = row ? await filled(store, [row]) : []
  const { words, preview, trouble } = typed
  const html = replyForm(
    frame,
    {
      parent,
      sending: {
        action: under === ROOT ? paths.comments(articleId) : paths.replies(under),
        key: keyAgain(ask, trouble),
      },
      words,
      limit: LONGEST,
      error: wrongWith(trouble, say),
      preview: preview ? await previewOf(ask, articleId, words) : null,
      article: { title: edition.title, path: paths.article(edition.language, edition.slug) },
      rules: await rulesIn(store, frame.language),
      may: await mayDoWith(ask, parent),
      muted: await mutedFor(ask, store),
    },
    say,
  )
  return page(html, trouble ? STATUS[trouble.kind] : 200)
}

/** Without script, the form for an answer is where one finds what else one may do with a comment. */
async function mayDoWith(ask: Ask, comment: ShownComment | null) {
  const by = await ask.asker()
  if (!by || !comment || comment.tombstone) return { edit: false, remove: false }
  const { postedAt, author } = comment
  const authorId = author?.id ?? null
  return { edit: mayEdit({ authorId, postedAt }, by.id, ask.at), remove: authorId === by.id || mayModerate(by) }
}

async function articleAt(ask: Ask): Promise<ArticleId> {
  const edition = await editionAt(ask.web.store, await ask.language(), ask.param('slug'))
  if (edition?.state !== 'published') throw new Trouble('missing', 'article.missing')
  return edition.articleId
}
