import type { PartShown } from '../../addresses/discussion.ts'
import { paths } from '../../addresses/paths.ts'
import { EDIT_MINUTES, ordersUnder } from '../../domain/discussion/index.ts'
import type { Say } from '../../kit/sentences.ts'
import {
  closedIn,
  entryHtml,
  type RenderContext,
  restraintNotes,
  type ShownComment,
  type ShownRestraint,
} from '../comments/index.ts'
import { cachedHtml } from '../html/html-cache.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { type Html, html, joined } from '../html/template.ts'
import { keysHtml } from './keys.ts'
import { readingWords } from './reading-words.ts'

export interface Branch {
  comment: ShownComment
  replies: readonly Branch[]
  /** The replies that follow, and with all below them, where that is known. */
  more: (PartShown & { count: number; whole?: number }) | null
}

/** The part of a discussion that one page shows. */
export interface ThreadPage {
  articleId: number
  /** How comments under one parent follow each other. */
  order: string
  branches: readonly Branch[]
  ancestors: readonly ShownComment[]
  before: PartShown | null
  more: (PartShown & { count: number }) | null
  visible: number
  total: number
  /** The number of the comment that came last; 0 where there is none. */
  newest: number
  /** The journal's number of the state that is shown. */
  version: number
}

/** Where the discussion stands, and the sentences and rules to tell it with. */
export interface DiscussionContext extends RenderContext {
  article: { language: string; slug: string }
  /** The comment whose branch alone is shown; 0 for the whole. */
  under: number
  /** What heads a part of it; the whole is headed with its count. */
  title?: string
  /** What is asked of all who write here. */
  restraints?: readonly ShownRestraint[]
}

/** The discussion beneath an article, or the part of it that a page of its own shows. */
export function discussionHtml(window: ThreadPage, context: DiscussionContext): Html {
  const { say, article } = context
  const join = paths.join(article.language, article.slug)
  return html`<article-discussion id="discussion" class="discussion" role="region" data-article="${window.articleId}" data-seq="${window.version}" data-newest="${window.newest}" data-language="${context.language}" data-order="${window.order}" data-quote="${say('live.quote')}" data-edit="${say('comment.edit')}" data-edit-minutes="${EDIT_MINUTES}" data-remove="${say('comment.remove')}" data-save="${say('saved.begin')}" data-restore="${say('comment.restore')}" data-muted="${say('mute.folded')}" data-words="${readingWords(context.language, say)}" aria-labelledby="discussion-title">
<header class="tools"><div><h2 id="discussion-title">${context.title ?? countHtml(window, say)}</h2>${
    window.total > 0 ? html`<a class="join" href="${join}">${say('discussion.join')}</a>` : null
  }</div>
<div class="ways">${ordersHtml(window, context)}<span>${
    window.total > 0
      ? html`<a href="${paths.search(context.language, { article: window.articleId })}">${say('search.here')}</a>`
      : null
  }${translateAllHtml(window, context)}<button type="button" class="keys" hidden>${say('reading.keys')}</button></span></div></header>
<div class="at-foot tools"><p hidden><button type="button"></button> <button type="button">${say('reading.all-read')}</button></p><p class="news" role="status" data-new="${say('live.new')}" data-lost="${say('live.lost')}" data-out-of-date="${say('live.out-of-date')}"></p></div>
${restraintNotes(context.restraints ?? [], context, say)}${window.total === 0 ? html`<p class="nobody-yet">${say('discussion.empty')}</p>` : null}
${ancestorsHtml(window, context)}${beforeHtml(window, context)}${threadHtml(window, context)}${moreRootsHtml(window, context)}
<p class="join-in tools"><a class="primary" href="${join}">${say('discussion.join')}</a> <span class="quiet">${say('discussion.join-hint')}</span> <a class="attend" href="${paths.followArticle(window.articleId, context.language)}">${say('follow.article-title')}</a></p>
${keysHtml(say)}</article-discussion>`
}

/** How many comments the whole discussion has, which script keeps true. */
export function countHtml({ visible }: Pick<ThreadPage, 'visible'>, say: Say): Html {
  return html`<span id="discussion-count">${say('discussion.count', { count: visible })}</span>`
}

/** Seen where something on the page is in another language than the page; hidden else, as whoever reads no word of the page's own language is offered that by script. */
function translateAllHtml(
  { articleId, branches }: ThreadPage,
  { translates, language, say }: DiscussionContext,
): Html | null {
  if (!translates) return null
  const isHidden = !branches.some((branch) => isForeign(branch, language))
  return html`<a class="translate-all" rel="nofollow"${isHidden ? html` hidden` : null} href="${paths.commentTranslations(articleId, language)}">${say('comment-translation.all')}</a>`
}

function isForeign({ comment, replies }: Branch, language: string): boolean {
  const isOwn = comment.language === null || comment.language === language
  return (!isOwn && !comment.tombstone) || replies.some((reply) => isForeign(reply, language))
}

/** The orders in which the same part can be read; a single comment has none. */
function ordersHtml({ order, total }: ThreadPage, { say, article, under }: DiscussionContext): Html | null {
  if (total < 2) return null
  const links = ordersUnder(under).map((to) => {
    const path = paths.part(paths.article(article.language, article.slug), { under, order: to })
    return html`<a href="${path}#discussion"${to === order ? html` aria-current="true"` : null}>${say(`order.${to}`)}</a>`
  })
  return html`<nav class="orders" aria-label="${say('order.title')}">${joined(links, ' ')}</nav>`
}

/** @NOTE WebKit takes a list without markers for none, unless it is told. */
function threadHtml({ branches, ancestors }: ThreadPage, context: DiscussionContext): Html {
  if (branches.length === 0) return html`<ol class="thread" role="list"></ol>`
  return html`<ol class="thread${context.under ? ' inside' : null}" role="list">
${branches.map((branch) => branchHtml(branch, null, below(ancestors, context), ancestors.at(-1)))}</ol>
`
}

function branchHtml(branch: Branch, above: Branch | null, context: DiscussionContext, parent = above?.comment): Html {
  const { comment, replies, more } = branch
  const list =
    replies.length > 0 &&
    html`<ol role="list"${runsOn(branch, above) ? html` class="straight"` : null}>
${replies.map((reply) => branchHtml(reply, branch, below([comment], context)))}</ol>`
  const rest = more && moreRepliesHtml(more, branch, context)
  return entryHtml(comment, context, { parent: parent ?? null, below: html`${list}${rest}` })
}

/** How what stands below these is shown. */
function below(above: readonly Pick<ShownComment, 'isLocked'>[], context: DiscussionContext): DiscussionContext {
  return above.some(({ isLocked }) => isLocked) ? closedIn(context) : context
}

/** Where one answers another and nobody stands beside them, their words run straight down. */
function runsOn(branch: Branch, above: Branch | null): boolean {
  return above !== null && answeredOnce(above) && answeredOnce(branch)
}

function answeredOnce({ comment, replies, more }: Branch) {
  return replies.length === 1 && !more && comment.replies <= 1
}

/** The way from the root down to the branch that this page shows. */
function ancestorsHtml({ ancestors }: ThreadPage, { say, language }: DiscussionContext): Html | null {
  if (ancestors.length === 0) return null
  return html`<nav class="ancestors tools" aria-label="${say('discussion.ancestors')}"><ol>${ancestors.map(
    ({ id, label, depth, author, tombstone }, at) =>
      html`<li${at > 0 && depth > ancestors[at - 1]!.depth + 1 ? html` class="further-down"` : null}><a href="${paths.comment(id, language)}"><span class="number">${label}</span> <bdi>${tombstone ? say('comment.removed-short') : (author?.name ?? say('comment.nobody'))}</bdi></a></li>`,
  )}</ol></nav>
`
}

/** Leads to the replies that follow those shown; where none are shown, on into the branch. */
function moreRepliesHtml(
  more: NonNullable<Branch['more']>,
  { comment: { label }, replies }: Branch,
  { say, article, language }: DiscussionContext,
): Html {
  const count = more.whole ?? more.count
  const path = paths.part(paths.article(article.language, article.slug), more)
  const sentence = replies.length > 0 ? 'discussion.more-replies' : 'discussion.continue'
  return cachedHtml(
    `${language} ${sentence} ${count} ${label} ${path}`,
    () =>
      html`<a class="more" data-count="${count}" href="${path}#discussion">${sentenceHtml(say, sentence, { count, label: html`${label}` })}</a>`,
  )
}

function moreRootsHtml({ more }: ThreadPage, { say, article }: DiscussionContext): Html | null {
  if (!more) return null
  const path = paths.part(paths.article(article.language, article.slug), more)
  return html`<a class="more further" rel="next" href="${path}#discussion">${say('discussion.more', { count: more.count })}</a>`
}

/** Leads to the page before this one. */
function beforeHtml({ before, order }: ThreadPage, { say, article }: DiscussionContext): Html | null {
  if (before === null) return null
  const path = paths.part(paths.article(article.language, article.slug), before)
  return html`<a class="more earlier" rel="prev" href="${path}#discussion">${say(order === 'newest' ? 'discussion.later' : order === 'oldest' ? 'discussion.before' : 'discussion.previous')}</a>
`
}
