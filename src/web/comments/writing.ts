import { paths } from '../../addresses/paths.ts'
import type { ArticleId } from '../../domain/articles/index.ts'
import {
  type CommentId,
  draftWithMentions,
  filled,
  mayEdit,
  type Parent,
  type Post,
  ROOT,
  type ShownComment,
  shownRow,
} from '../../domain/discussion/index.ts'
import { heldWhilePosting, rulesIn } from '../../domain/moderation/early.ts'
import type { Admission, Verdict } from '../../domain/moderation/index.ts'
import type { SignInContext } from '../../domain/people/index.ts'
import type { ProofOfWork } from '../../kit/proof-of-work.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Writing } from '../../store/index.ts'
import { LONGEST } from '../../text/words.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { flag, text } from '../http/shapes.ts'
import { keyAgain, submitOnce } from '../http/submit.ts'
import { networkOf } from '../http/visit.ts'
import type { Wrong } from '../http/wrong.ts'
import { mutedFor } from '../mutes/index.ts'
import { editionFor } from './permalink.ts'
import { previewOf } from './preview.ts'
import { mayRemove } from './removals.ts'
import { replyForm } from './reply-form.ts'
import { restraintNotes } from './restraint-note.ts'

/** What the form for a new comment brings; with `preview` it only comes back with the words as they will look. */
export const WORDS = { words: text, preview: flag, proof: text, website: text }

/** What is wrong with a quotation is wrong with the words. */
export const ABOUT_WORDS = { quotation: 'words' }

/** Where a comment is to stand. */
export interface Under {
  articleId: ArticleId
  parent?: Parent | undefined
}

interface Written {
  words: string
  preview: boolean
  /** What a browser says of the work it did. */
  proof: string
  /** Empty, unless a machine has filled in what people do not see. */
  website: string
}

export interface Given {
  admission: Admission
  signInContext: Pick<SignInContext, 'secret'>
  proofOfWork: ProofOfWork
}

/** Posts a comment under an article or another comment, or holds it: then its author is led to where they see it alone. */
export async function posted(
  ask: Ask,
  under: Under,
  { words, preview, proof, website }: Written,
  given: Given,
): Promise<Response> {
  const { admission, signInContext, proofOfWork } = given
  const by = await ask.person()
  if (preview) return writingPage(ask, under, { words, preview }, given)
  const draft = await draftWithMentions(ask.store, words)
  const language = await ask.language()
  const { articleId, parent } = under
  const posting: Post = {
    articleId,
    parent,
    under: parent?.id ?? ROOT,
    by,
    draft,
    language: draft.language,
    at: ask.at,
  }
  const network = networkOf(ask, signInContext.secret)
  let verdict: Verdict
  const work = async (tx: Writing) => {
    const { id, isHeld } = await admission.receive(tx, verdict, posting)
    return { location: isHeld ? paths.held(id, language) : paths.comment(id, language) }
  }
  return submitOnce(ask, by, [words], work, {
    held: heldWhilePosting(articleId, by.id),
    async beforehand() {
      const isProven = proof !== '' && (await proofOfWork.isDone(proof))
      verdict = await admission.judge({
        by,
        articleId,
        parent,
        draft,
        network,
        isProven,
        isTrapped: website !== '',
        client: ask.client(),
        at: ask.at,
      })
    },
  })
}

interface Typed {
  words: string
  preview?: boolean
}

/** The form for a new comment; what was typed stays in it, whatever was wrong with it. Where what it answers has been removed, it can be posted by itself. */
export async function writingPage(
  ask: Ask,
  { articleId, parent: under }: Under | { articleId: ArticleId; parent?: { id: CommentId } },
  { words, preview }: Typed,
  { admission }: Pick<Given, 'admission'>,
  wrong?: Wrong,
): Promise<Response> {
  const { store } = ask
  const isUnder = under && wrong?.trouble.key !== 'comment.parent-removed'
  const [frame, say, edition] = [await ask.frame(), await ask.say(), await editionFor(ask, store, articleId)]
  const row = under && (await shownRow(store, under.id))
  const [parent = null] = row ? await filled(store, [row]) : []
  const formAt = under ? paths.reply(under.id, frame.language) : paths.join(edition.language, edition.slug)
  const html = replyForm(
    frame,
    {
      parent,
      sending: {
        action: isUnder ? paths.replies(under.id) : paths.comments(articleId),
        key: keyAgain(ask, wrong),
      },
      words,
      notes: await notesOn(ask, articleId, admission, say),
      asksProof: await admission.asksProof(await ask.asker(), articleId),
      limit: LONGEST,
      error: wrong?.sentence ?? null,
      wayIn: wrong?.trouble.key === 'person.unknown' ? paths.signIn(frame.language, formAt) : null,
      preview: preview ? await previewOf(ask, articleId, words) : null,
      article: { title: edition.title, path: paths.article(edition.language, edition.slug) },
      rules: await rulesIn(store, frame.language),
      may: await mayDoWith(ask, parent),
      muted: await mutedFor(await ask.asker(), store),
    },
    say,
  )
  return page(html, wrong?.status)
}

async function notesOn(ask: Ask, articleId: ArticleId, admission: Admission, say: Say) {
  const { language, publication } = await ask.frame()
  const restraints = await admission.restraintsOn(articleId, ask.at)
  return restraintNotes(restraints, { language, zone: publication.zone }, say)
}

/** Without script, the form for an answer is where one finds what else one may do with a comment. */
async function mayDoWith(ask: Ask, comment: ShownComment | null) {
  const by = await ask.asker()
  if (!by || !comment || comment.tombstone) return { edit: false, remove: false }
  const { postedAt, author } = comment
  const authorId = author?.id ?? null
  return { edit: mayEdit({ authorId, postedAt }, by.id, ask.at), remove: await mayRemove(ask, comment, by) }
}
