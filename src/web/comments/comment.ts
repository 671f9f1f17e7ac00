import { paths } from '../../addresses/paths.ts'
import { COUNT_OF } from '../../domain/discussion/index.ts'
import type { Say } from '../../kit/sentences.ts'
import { shortDateTimeHtml } from '../html/date-time.ts'
import { cachedHtml } from '../html/html-cache.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { type Html, html, joined, madeSafe } from '../html/template.ts'
import { describedAs } from './described.ts'
import { numberHtml } from './number.ts'
import { withQuotations } from './quotation.ts'
import { contextKey, type RenderContext } from './render-context.ts'
import type { ShownComment } from './shown-comment.ts'
import { tombstoneHtml } from './tombstone.ts'

/** From this depth on an entry says whom it answers, for where it stands at the indent of that, or the indentation has ended. */
const ANSWERS_FROM = 3

/** One place in the thread, told with its parent and with what stands below it; a live page inserts it by itself. */
export function entryHtml(
  comment: ShownComment,
  context: RenderContext,
  { parent = null, below = null }: { parent?: ShownComment | null; below?: Html | null } = {},
): Html {
  const from = `${contextKey(context)}${isMuted(comment, context) ? ' muted' : ''} ${JSON.stringify(comment)} ${parent && answeredIn(parent)}`
  const own = cachedHtml(from, () => ownHtml(comment, context, parent))
  return html`<li id="c-${comment.id}" class="entry" data-depth="${comment.depth}" data-ordinal="${comment.ordinal}"${comment.author && !comment.tombstone && html` data-author="${comment.author.id}"`} tabindex="-1">${own}${below}</li>
`
}

function ownHtml(comment: ShownComment, context: RenderContext, parent: ShownComment | null): Html {
  return comment.tombstone ? tombstoneHtml(comment, comment.tombstone, context) : commentHtml(comment, context, parent)
}

/** What an entry says of the one that it answers. */
function answeredIn({ id, label, author, tombstone }: ShownComment): string {
  return JSON.stringify([id, label, author?.name, tombstone !== null])
}

/** A comment by itself: who, which number, when, whom it answers, the words, and what can be done. */
export function commentHtml(comment: ShownComment, context: RenderContext, parent: ShownComment | null = null): Html {
  return html`<article class="comment" aria-label="${describedAs(comment, context)}"><header>${authorHtml(comment, context)}${numberHtml(comment, context)}${timesHtml(comment, context)}${
    parent && comment.depth >= ANSWERS_FROM ? answersHtml(parent, context) : null
  }</header>${isMuted(comment, context) ? foldedHtml(spokenHtml(comment, context), context.say) : spokenHtml(comment, context)}${decidedHtml(comment, context)}${actsHtml(comment, context)}</article>`
}

/** What moderators decided about words that stand. */
function decidedHtml({ isRedacted, isLocked, isAppealed }: ShownComment, { say }: RenderContext): Html | null {
  const marks = [isAppealed && 'restored.mark', isRedacted && 'redaction.mark', isLocked && 'branch.closed']
  const said = marks.filter((mark) => mark !== false && mark !== undefined)
  return said.length === 0 ? null : html`<p class="quiet">${said.map((mark) => say(mark)).join(' ')}</p>`
}

function isMuted({ author }: ShownComment, { muted }: RenderContext): boolean {
  return author !== null && muted?.has(author.id) === true
}

/** Words of somebody muted, in a line that opens. */
export function foldedHtml(words: Html, say: Say): Html {
  return html`<details><summary>${say('mute.folded')}</summary>${words}</details>`
}

function spokenHtml(comment: ShownComment, context: RenderContext): Html {
  const { language } = comment
  const lang = language && language !== context.language ? html` lang="${language}"` : null
  return html`<div class="words"${lang} dir="auto">${wordsHtml(comment, context)}</div>`
}

/** The words, each slot filled by the present state of its quotation. */
export function wordsHtml(comment: ShownComment, context: RenderContext): Html {
  return madeSafe(withQuotations(comment.html ?? '', comment.quotations, context))
}

function authorHtml({ author }: ShownComment, { roles, say, language }: RenderContext): Html {
  const role = author && roles.get(author.id)
  return html`<bdi class="author">${author ? html`<a href="${paths.person(author.id, language)}">${author.name}</a>` : say('comment.nobody')}</bdi>${
    author?.formerly
      ? html`<span class="edited">${sentenceHtml(say, 'name.formerly', { name: html`<bdi>${author.formerly}</bdi>` })}</span>`
      : null
  }${role ? html`<span class="role">${say(`role.${role}`)}</span>` : null}${author?.isStaff ? html`<span class="role">${say('staff.badge')}</span>` : null}`
}

function timesHtml({ id, postedAt, editedAt }: ShownComment, context: RenderContext): Html {
  return html`${postedAt === null ? null : shortDateTimeHtml(postedAt, context)}${
    editedAt === null
      ? null
      : html`<a class="edited" href="${paths.history(id, context.language)}">${sentenceHtml(context.say, 'comment.edited', { when: shortDateTimeHtml(editedAt, context) })}</a>`
  }`
}

function answersHtml({ id, label, author, tombstone }: ShownComment, { say, language }: RenderContext): Html {
  const name = tombstone ? say('comment.removed-short') : (author?.name ?? say('comment.nobody'))
  return html`<a class="answers" href="${paths.comment(id, language)}">${sentenceHtml(say, 'comment.answers', { name: html`<bdi>${name}</bdi>`, label: html`${label}` })}</a>`
}

function actsHtml(comment: ShownComment, context: RenderContext): Html | null {
  const { acts, language, say } = context
  if (!acts) return null
  return html`<footer class="acts">${mayAnswer(comment, context) ? html`<a href="${paths.reply(comment.id, language)}">${say('comment.reply')}</a><a href="${paths.quote(comment.id, language)}">${say('comment.quote')}</a>` : null}${reactionsHtml(comment, context)}<a href="${paths.report(comment.id, language)}">${say('report.report')}</a>${translateHtml(comment, context)}${quotedByHtml(comment, context)}</footer>`
}

/** Leads to where a comment stands beside its translation; nothing where the page is in its language. */
export function besideTranslation(
  { id, language: written }: Pick<ShownComment, 'id' | 'language'>,
  { language }: { language: string },
  say: Say,
): Html | null {
  if (written === null || written === language) return null
  return html`<p class="quiet"><a href="${paths.commentTranslation(id, language)}">${say('comment-translation.beside')}</a></p>`
}

/** The same for everyone: whoever says that they understand the language is spared it by script. */
function translateHtml({ id, language: written }: ShownComment, { translates, language, say }: RenderContext) {
  if (!translates || written === null || written === language) return null
  return html`<a class="translate" rel="nofollow" href="${paths.commentTranslation(id, language)}">${say('comment-translation.translate')}</a>`
}

function mayAnswer({ isLocked }: ShownComment, { isClosed }: RenderContext): boolean {
  return !isLocked && !isClosed
}

/** A way to react, and how many have. */
function reactionsHtml(
  { id, reactions: counts }: ShownComment,
  { reactions, language, say }: RenderContext,
): Html | null {
  if (reactions.length === 0) return null
  const given = reactions.filter((kind) => counts[COUNT_OF[kind]] > 0)
  return html`<a href="${paths.reactions(id, language)}">${say('reaction.react')}</a>${given.map(
    (kind) =>
      html`<span class="reaction" data-kind="${kind}">${say(`reaction.${kind}-count`, { count: counts[COUNT_OF[kind]] })}</span>`,
  )}`
}

function quotedByHtml({ id, quotedBy }: ShownComment, { say, language }: RenderContext): Html | null {
  if (quotedBy.count === 0) return null
  const further = quotedBy.count - quotedBy.first.length
  const links = quotedBy.first.map(
    (by) =>
      html`<a href="${paths.comment(by.commentId, language)}"${by.name === null ? null : html` title="${by.name}"`}>${by.label}</a>`,
  )
  const more =
    further > 0
      ? html`<a href="${paths.quotations(id, language)}">${say('comment.quoted-more', { count: further })}</a>`
      : null
  return html`<span class="quoted-by">${sentenceHtml(say, 'comment.quoted-by', { who: html`${joined([...links, more], say('list.between'))}` })}</span>`
}
