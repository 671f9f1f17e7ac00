import { paths } from '../../addresses/paths.ts'
import { NO_CHAIN } from '../../domain/sources/early.ts'
import { nameOf } from '../../kit/language.ts'
import { localeOf, type Say } from '../../kit/sentences.ts'
import { correctionsHtml } from '../cited/index.ts'
import { actingContext, type ShownRestraint, type ShownRule } from '../comments/index.ts'
import { type DiscussionContext, discussionHtml, type ThreadPage } from '../discussion/index.ts'
import { dateTimeHtml, type LocaleZone } from '../html/date-time.ts'
import type { Frame } from '../html/frame.ts'
import type { Alternate } from '../html/head.ts'
import { type Head, layout } from '../html/layout.ts'
import { foreign } from '../html/masthead.ts'
import { followHtml } from '../html/publication-channels.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { type Html, html, joined, madeSafe } from '../html/template.ts'
import { bylinesHtml } from './bylines.ts'
import { contestedHtml } from './chain/contested.ts'
import { factsHtml } from './chain/facts.ts'
import { notesHtml } from './chain/notes.ts'
import type { EditionPage, OtherEdition } from './edition-page.ts'
import { furtherHtml, tagsHtml } from './further.ts'
import { newsArticle } from './news-article.ts'
import { pictureHtml } from './picture.ts'
import { sourcesHtml } from './sources.ts'

export interface ArticleShown {
  page: EditionPage
  window: ThreadPage
  rules: readonly ShownRule[]
  restraints?: readonly ShownRestraint[]
  asset: Frame['asset']
}

/** The article whole, then the first page of its discussion. */
export function articlePage(shown: ArticleShown, say: Say): Html {
  const { page, window, asset } = shown
  const frame = frameOf(page, asset)
  return layout(
    frame,
    { ...articleHead(page, say), jsonLd: newsArticle(page, window) },
    html`<div class="page">
${reviewHtml(page, frame, window.visible, say)}
${discussionHtml(window, discussionContext(shown, say))}
</div>`,
    say,
  )
}

export function frameOf(page: EditionPage, asset: Frame['asset']): Frame {
  return { ...page, language: page.edition.language, asset }
}

/** What the entries of an article's discussion need to know of it. */
export function discussionContext(
  { page, rules, restraints = [] }: Pick<ArticleShown, 'page' | 'rules' | 'restraints'>,
  say: Say,
): DiscussionContext {
  const { article, edition, publication, bylines } = page
  const roles = new Map(bylines.flatMap(({ personId, role }) => (personId === undefined ? [] : [[personId, role]])))
  const near = edition.publishedAt ?? article.publishedAt
  const context = actingContext({ language: edition.language, publication }, { rules, roles, near }, say)
  return { ...context, article: edition, under: 0, restraints }
}

/** An edition as the pages in other languages name it; what is taken back, or written by a machine alone, is not for those who search the web. */
export function alternateOf({ language, state, unreviewed }: OtherEdition, path: string): Alternate {
  return { language, path, unlisted: state === 'retracted' || unreviewed === 1 }
}

/** What an article says of itself; the pages of its discussion say the same with another path. */
export function articleHead({ edition, article, section, picture, editions, sharing }: EditionPage, say: Say): Head {
  const { language, slug, title, standfirst } = edition
  return {
    title,
    description: sharing?.searchWords || standfirst,
    shared: sharing && {
      searchTitle: sharing.searchTitle,
      title: sharing.shareTitle,
      words: sharing.shareWords || standfirst,
    },
    path: paths.article(language, slug),
    noindex: edition.unreviewed === 1,
    alternates: editions.map((to) => alternateOf(to, paths.article(to.language, to.slug))),
    absentIn: (to) => paths.otherEditions(article.id, to),
    feeds: [
      { title: say('follow.discussion-feed', { title }), path: paths.discussionFeed(language, slug) },
      { title: say('follow.feed'), path: paths.feed(language) },
    ],
    image: sharing?.picture ?? picture ?? undefined,
    article: {
      publishedAt: edition.publishedAt ?? article.publishedAt,
      changedAt: edition.changedAt,
      section: section?.name ?? null,
    },
    section: section?.slug,
  }
}

/** An edition as its page would show it, without a discussion. */
export function editionPreview(page: EditionPage, frame: Frame, say: Say): Html {
  return reviewHtml(page, frame, 0, say)
}

function reviewHtml(page: EditionPage, frame: Frame, comments: number, say: Say): Html {
  const { edition, section, picture } = page
  return html`<article class="review">
<header>
${section ? html`<a class="section" href="${paths.section(edition.language, section.slug)}">${section.name}</a>` : null}
<h1>${edition.title}</h1>
${edition.standfirst ? html`<p class="standfirst">${edition.standfirst}</p>` : null}
${creditsHtml(page, comments, say)}
</header>
${edition.retraction ? retractionHtml(page, edition.retraction, say) : null}
${edition.unreviewed === 1 ? machineHtml(page, say) : null}
${picture ? pictureHtml(picture) : null}
${sourcesHtml(page.sources, edition.language, say, factsOf(page, say))}
<div class="body" data-edition="${edition.id}">
${madeSafe(edition.html)}
</div>
${correctionsHtml(page.corrections ?? [], { language: edition.language, zone: page.publication.zone }, say)}
${chainHtml(frame, page, say)}
${tagsHtml(page, say)}
<p class="follow tools"><span>${say('follow.title', { name: page.publication.name })}</span>${followHtml(frame, say)}<a href="${paths.discussionFeed(edition.language, edition.slug)}" type="application/atom+xml">${say('follow.this-discussion')}</a><a class="attend" href="${paths.saveArticle(page.article.id, edition.language)}">${say('saved.begin')}</a><a class="share" href="${page.origin}${paths.article(edition.language, edition.slug)}" data-copied="${say('share.copied')}">${say('share.link')}</a></p>
${furtherHtml(page, say)}
</article>`
}

function factsOf({ chain = NO_CHAIN, edition: { language, slug } }: EditionPage, say: Say): Html | null {
  return factsHtml(chain, { say, language, slug })
}

/** Who said what, through whom, and who disputes it. */
function chainHtml(
  frame: Frame,
  { chain = NO_CHAIN, discussing = new Map(), corrections = [], edition, publication: { zone } }: EditionPage,
  say: Say,
): Html | null {
  if (chain.claims.length + chain.quotes.length === 0) return null
  const context = { say, language: edition.language, slug: edition.slug, discussing, corrections, zone }
  return html`<link rel="stylesheet" href="${frame.asset('chains.css')}">${contestedHtml(chain, context)}${notesHtml(chain, context)}`
}

/** That the words are taken back, since when and why. */
function retractionHtml(
  { edition, publication }: EditionPage,
  { reason, at }: { reason: string; at: number },
  say: Say,
) {
  const when = dateTimeHtml(at, 'full', { language: edition.language, zone: publication.zone })
  return html`<div class="retraction" role="note"><p><b>${sentenceHtml(say, 'article.retracted', { when })}</b></p>
${reason.split(/\n\s*\n/).map(
  (paragraph) => html`<p dir="auto">${paragraph}</p>
`,
)}</div>`
}

/** That a machine wrote what nobody has reviewed, and where the original stands. */
function machineHtml({ translation }: EditionPage, say: Say): Html {
  const original = translation?.original
  const link = original
    ? html` <a href="${paths.article(original.language, original.slug)}" ${foreign(original.language)}>${say('article.to-original', { language: nameOf(original.language) })}</a>`
    : null
  return html`<p class="machine-note" role="note"><b>${say('article.by-machine')}</b>${link}</p>`
}

/** Of which edition it is a translation, who made it, and who has read it against that. */
function translationHtml({ translation, bylines, edition }: EditionPage, say: Say): Html | null {
  if (!translation) return null
  const { original, originalLanguage, translators, reviewers } = translation
  const name = nameOf(originalLanguage, edition.language)
  const language = original
    ? html`<a href="${paths.article(original.language, original.slug)}" hreflang="${original.language}">${name}</a>`
    : html`${name}`
  const signed = bylines.some(({ role }) => role === 'translator')
  const people = (key: string, names: readonly string[]) =>
    names.length > 0 ? html`<span>${sentenceHtml(say, key, { name: namesHtml(names, edition.language) })}</span>` : null
  return html`<span>${sentenceHtml(say, 'article.translated-from', { language })}</span>${signed ? null : people('byline.translator', translators)}${people('article.checked-by', reviewers)}`
}

function namesHtml(names: readonly string[], language: string): Html {
  const parts = new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).formatToParts(names)
  return html`${parts.map(({ type, value }) => (type === 'element' ? html`<b><bdi>${value}</bdi></b>` : value))}`
}

/** Who, when, what was said to it, and in which other languages. */
function creditsHtml(page: EditionPage, comments: number, say: Say): Html {
  const { edition, article, editions, bylines, publication, corrections = [] } = page
  const place = { language: edition.language, zone: publication.zone }
  const others = editions.filter(({ language }) => language !== edition.language)
  const published = dateTimeHtml(edition.publishedAt ?? article.publishedAt, 'full', place)
  const links = others.map(
    (to) =>
      html`<a href="${paths.article(to.language, to.slug)}" ${foreign(to.language)} rel="alternate">${nameOf(to.language)}</a>`,
  )
  return html`<p class="byline">${bylinesHtml(bylines, say, edition.language)}${translationHtml(page, say)}${published}${
    edition.changedAt
      ? html`<span>${sentenceHtml(say, 'article.changed', { when: changedHtml(edition, edition.changedAt, place) })}</span>${corrections.length > 0 ? html`<a href="#corrections">${say('corrections.here', { count: corrections.length })}</a>` : null}`
      : null
  }<a href="#discussion">${say('discussion.count', { count: comments })}</a>${others.length > 0 ? html`<span class="editions">${sentenceHtml(say, 'article.also-in', { languages: html`${joined(links, ' · ')}` })}</span>` : null}</p>`
}

/** When the words were changed last, and how; what was taken back is shown nowhere. */
function changedHtml({ language, slug, retraction }: EditionPage['edition'], at: number, place: LocaleZone): Html {
  const when = dateTimeHtml(at, 'full', place)
  return retraction ? when : html`<a href="${paths.changes(language, slug)}">${when}</a>`
}
