import { paths } from '../../addresses/paths.ts'
import {
  type CommentId,
  changeOwn,
  correctLanguage,
  draftWithMentions,
  EDIT_MINUTES,
  edit,
  filled,
  heldEditOf,
  holdEdit,
  mayEdit,
  shownRow,
  standing,
  typedWords,
} from '../../domain/discussion/index.ts'
import type { Verdict } from '../../domain/moderation/index.ts'
import { mustMay, type Person } from '../../domain/people/index.ts'
import { languageFrom } from '../../kit/language.ts'
import type { Say } from '../../kit/sentences.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Writing } from '../../store/index.ts'
import { TOLD } from '../../text/language-guess.ts'
import { keepable, LONGEST } from '../../text/words.ts'
import type { Frame } from '../html/frame.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { count, textOrNone } from '../http/shapes.ts'
import { keyAgain, submitOnce } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { networkOf } from '../http/visit.ts'
import { hasGrownOld, type Wrong } from '../http/wrong.ts'
import { wordsHtml } from './comment.ts'
import { editForm } from './edit-form.ts'
import { COMMENT } from './named.ts'
import { commentIn } from './permalink.ts'
import { previewOf } from './preview.ts'
import { readOnlyContext } from './render-context.ts'
import { ABOUT_WORDS, type Given, WORDS } from './writing.ts'

/** The form in which an author changes a comment, for as long as there is time. */
export const form = taking({ params: COMMENT }, async (ask, { comment }) => {
  await mayChange(ask, comment, await ask.person())
  const { typed, revision } = (await typedWords(ask.store, comment))!
  const held = await heldEditOf(ask.store, comment)
  return formPage(ask, comment, { words: held?.words ?? typed, revision })
})

/** Changes it, or holds the other words while the former ones stand, unless it was changed otherwise since. */
export const create = taking(
  { params: COMMENT, form: { ...WORDS, revision: count, spoken: textOrNone }, about: ABOUT_WORDS },
  async (ask, { comment: id, words, revision, preview, spoken }, { admission, signInContext }: Given) => {
    if (preview) return formPage(ask, id, { words, revision, preview, spoken })
    const by = await ask.person()
    const draft = await draftWithMentions(ask.store, words)
    const language = await ask.language()
    const change = { id, by, draft, revision, at: ask.at }
    const network = networkOf(ask, signInContext.secret)
    const said = spoken === '' ? null : spoken && languageFrom(spoken)
    const isSame = said !== undefined && (await typedWords(ask.store, id))?.typed === keepable(words)
    let hold: Verdict['hold']
    const work = async (tx: Writing) => {
      if (said !== undefined) await correctLanguage(tx, said, change)
      if (isSame) return { location: paths.comment(id, language) }
      if (!hold) await edit(tx, change)
      else await holdEdit(tx, { ...change, typed: words, ...hold })
      return { location: hold ? paths.held(id, language) : paths.comment(id, language) }
    }
    return submitOnce(ask, by, [String(revision), words, ...(spoken === undefined ? [] : [spoken])], work, {
      async beforehand() {
        const { articleId } = await mayChange(ask, id, by)
        ;({ hold } = await admission.judge({
          by,
          articleId,
          parent: undefined,
          editOf: id,
          draft,
          network,
          client: ask.client(),
          at: ask.at,
        }))
      },
    })
  },
  (ask, { comment, words, revision, spoken }, _, wrong) =>
    formPage(ask, comment, { words, revision: Number(revision), spoken }, wrong),
)

async function mayChange(ask: Ask, id: CommentId, by: Person) {
  const comment = await standing(ask.store, id)
  mustMay(changeOwn, by, comment)
  if (!mayEdit(comment, by.id, ask.at))
    throw new Trouble('forbidden', 'comment.edit-too-late', { minutes: EDIT_MINUTES })
  return comment
}

interface Typed {
  words: string
  revision: number
  preview?: boolean
  spoken?: string | undefined
}

async function formPage(ask: Ask, id: CommentId, { words, revision, preview, spoken }: Typed, wrong?: Wrong) {
  const { comment, edition } = await commentIn(ask, id)
  const inLanguage = spoken ?? comment.language ?? ''
  const [frame, say] = [await ask.frame(), await ask.say()]
  const other = wrong && hasGrownOld(wrong.trouble) ? await standingWords(ask, id, frame, say) : null
  const html = editForm(
    frame,
    {
      label: comment.label,
      minutes: EDIT_MINUTES,
      sending: {
        action: paths.edit(id),
        key: keyAgain(ask, wrong),
        hidden: { revision: String(other?.revision ?? revision) },
      },
      words,
      spoken: inLanguage,
      offered: offeredIn(frame, inLanguage),
      limit: LONGEST,
      error: wrong?.sentence ?? null,
      wayIn: wrong?.trouble.key === 'person.unknown' ? paths.signIn(frame.language, paths.edit(id)) : null,
      other: other?.words ?? null,
      preview: preview ? await previewOf(ask, comment.articleId, words, id) : null,
      article: { title: edition.title, path: paths.article(edition.language, edition.slug) },
    },
    say,
  )
  return page(html, wrong?.status)
}

/** Those that can be told, those of the publication, and what is said already. */
function offeredIn({ publication }: Frame, spoken: string): string[] {
  const all = [...TOLD, ...publication.languages.map(({ language }) => language), languageFrom(spoken) ?? '']
  return [...new Set(all)].filter((tag) => tag !== '')
}

/** How a comment is worded by now. @NOTE Words that are read after their number are never older than it. */
async function standingWords({ store }: Ask, id: CommentId, frame: Frame, say: Say) {
  const { revision = 0 } = (await typedWords(store, id)) ?? {}
  const [comment] = await filled(store, [(await shownRow(store, id))!])
  return { revision, words: comment!.tombstone ? null : wordsHtml(comment!, readOnlyContext(frame, [], say)) }
}
