import { paths } from '../../addresses/paths.ts'
import {
  type CommentId,
  draftWithMentions,
  EDIT_MINUTES,
  edit,
  filled,
  mayEdit,
  shownRow,
  standing,
  typedWords,
} from '../../domain/discussion/index.ts'
import type { Person } from '../../domain/people/index.ts'
import type { Say } from '../../kit/sentences.ts'
import { Trouble } from '../../kit/trouble.ts'
import { LONGEST } from '../../text/words.ts'
import type { Frame } from '../html/frame.ts'
import { page } from '../http/answers.ts'
import type { Ask, Handler } from '../http/ask.ts'
import { hasGrownOld, keyAgain, submitOnce, wrongWith } from '../http/submit.ts'
import { STATUS, wantsJson } from '../http/troubles.ts'
import { wordsHtml } from './comment.ts'
import { editForm } from './edit-form.ts'
import { commentIdIn, commentIn } from './permalink.ts'
import { previewOf } from './preview.ts'
import { readOnlyContext } from './render-context.ts'

/** The form in which an author changes a comment, for as long as there is time. */
export const form: Handler = async (ask) => {
  const by = await ask.person()
  const id = commentIdIn(ask)
  await mayChange(ask, id, by)
  const { typed, revision } = (await typedWords(ask.web.store, id))!
  return formPage(ask, { words: typed, revision })
}

export const create: Handler = async (ask) => {
  const id = commentIdIn(ask)
  const words = ask.form.get('words') ?? ''
  const revision = Number(ask.form.get('revision'))
  try {
    const by = await ask.person()
    if (ask.form.has('preview')) return await formPage(ask, { words, revision, preview: true })
    const draft = await draftWithMentions(ask.web.store, words)
    const language = await ask.language()
    return await submitOnce(ask, by, [String(revision), words], async (tx) => {
      await edit(tx, { id, by, draft, revision, at: ask.at })
      return { location: paths.comment(id, language) }
    })
  } catch (error) {
    if (!(error instanceof Trouble) || wantsJson(ask) || error.kind === 'missing') throw error
    return formPage(ask, { words, revision, trouble: error })
  }
}

async function mayChange(ask: Ask, id: CommentId, by: Person) {
  const comment = await standing(ask.web.store, id)
  if (comment.authorId !== by.id) throw new Trouble('forbidden', 'comment.not-yours')
  if (!mayEdit(comment, by.id, ask.at))
    throw new Trouble('forbidden', 'comment.edit-too-late', { minutes: EDIT_MINUTES })
}

interface Typed {
  words: string
  revision: number
  preview?: boolean
  trouble?: Trouble
}

async function formPage(ask: Ask, { words, revision, preview, trouble }: Typed): Promise<Response> {
  const { comment, edition } = await commentIn(ask)
  const [frame, say] = [await ask.frame(), await ask.say()]
  const other = hasGrownOld(trouble) ? await standingWords(ask, comment.id, frame, say) : null
  const html = editForm(
    frame,
    {
      label: comment.label,
      minutes: EDIT_MINUTES,
      sending: {
        action: paths.edit(comment.id),
        key: keyAgain(ask, trouble),
        hidden: { revision: String(other?.revision ?? revision) },
      },
      words,
      limit: LONGEST,
      error: wrongWith(trouble, say),
      other: other?.words ?? null,
      preview: preview ? await previewOf(ask, comment.articleId, words, comment.id) : null,
      article: { title: edition.title, path: paths.article(edition.language, edition.slug) },
    },
    say,
  )
  return page(html, trouble ? STATUS[trouble.kind] : 200)
}

/** How a comment is worded by now. @NOTE Words that are read after their number are never older than it. */
async function standingWords({ web: { store } }: Ask, id: CommentId, frame: Frame, say: Say) {
  const { revision = 0 } = (await typedWords(store, id)) ?? {}
  const [comment] = await filled(store, [(await shownRow(store, id))!])
  return { revision, words: comment!.tombstone ? null : wordsHtml(comment!, readOnlyContext(frame, [], say)) }
}
