import { paths } from '../../addresses/paths.ts'
import { directionOf } from '../../kit/language.ts'
import type { Say } from '../../kit/sentences.ts'
import { foldedHtml, numberHtml } from '../comments/index.ts'
import { shortDateTimeHtml } from '../html/date-time.ts'
import { errorHtml, fieldHtml } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html, joined } from '../html/template.ts'

/** What the form holds, as it was typed. */
export interface Typed {
  words: string
  person: string
  from: string
  to: string
  /** The one article whose discussion is searched. */
  article: ({ id: number } & FoundPlace) | null
}

interface FoundPlace {
  language: string
  slug: string
  title: string
}

export interface FoundComment {
  id: number
  label: string
  postedAt: number | null
  name: string | null
  language: string | null
  excerpt: readonly { words: string; found: boolean }[]
  /** Whether the one who asks has muted its author. */
  isMuted: boolean
  article: FoundPlace
}

export interface FoundArticle extends FoundPlace {
  publishedAt: number
  names: readonly string[]
  excerpt: FoundComment['excerpt']
}

export interface ArticlesFound {
  /** Whether articles alone are shown, a page at a time. */
  isAlone: boolean
  articles: readonly FoundArticle[]
  /** Where there are more. */
  further: string | null
  order: string
  orders: readonly (readonly [order: string, path: string])[]
}

export interface SearchShown {
  typed: Typed
  error: string | null
  /** Null where only comments were asked for. */
  articles: ArticlesFound | null
  /** Null before anything was asked. */
  comments: readonly FoundComment[] | null
  /** The page on which older ones are looked for, where there may be any. */
  older: string | null
  /** For moderators: where they decide about all that is found, and how many that are. */
  deciding: { path: string; count: number } | null
}

/** The form to search the discussions with, and what was found. */
export function searchPage(frame: Frame, shown: SearchShown, say: Say): Html {
  const { typed, error, articles, comments, older, deciding } = shown
  return smallPage(
    frame,
    say('search.title'),
    html`${whereHtml(frame, typed, say)}
${searchForm(frame, typed, error, say)}
${articles && articlesHtml(frame, articles, say)}
${articles && comments ? html`<h2>${say('search.comments')}</h2>` : null}
${comments && foundHtml(frame, comments, older !== null, say)}
${deciding && html`<p class="tools"><a href="${deciding.path}">${say('search.decide', { count: deciding.count })}</a></p>`}
${older ? html`<a class="more" rel="next" href="${older}">${say(comments?.length ? 'search.older' : 'search.further')}</a>` : null}`,
    say,
  )
}

/** Articles that were found; where there are none above the comments, nothing is said. */
function articlesHtml(
  frame: Frame,
  { isAlone, articles, further, order, orders }: ArticlesFound,
  say: Say,
): Html | null {
  if (articles.length === 0 && !isAlone) return null
  const ways = orders.map(([one, path]) =>
    one === order
      ? html`<b>${say(`search-order.${one}`)}</b>`
      : html`<a href="${path}">${say(`search-order.${one}`)}</a>`,
  )
  return html`<h2>${say('search.articles')}</h2>
${isAlone ? html`<p class="tools">${joined(ways, ' · ')}</p>` : null}
${
  articles.length === 0
    ? html`<p class="nobody-yet" role="status">${say(further ? 'search.none-yet' : 'search.no-articles')}</p>`
    : html`<ol class="found" role="list">
${articles.map((article) => articleHtml(frame, article))}</ol>`
}
${further ? html`<a class="more"${isAlone ? html` rel="next"` : null} href="${further}">${say('search.more-articles')}</a>` : null}`
}

function articleHtml({ language, publication }: Frame, article: FoundArticle): Html {
  const { slug, title, names, publishedAt } = article
  const by =
    names.length > 0
      ? html`<span>${joined(
          names.map((name) => html`<bdi>${name}</bdi>`),
          ', ',
        )}</span> `
      : null
  const [lang, path] = [article.language, paths.article(article.language, slug)]
  return html`<li><article><h3 lang="${lang}" dir="${directionOf(lang)}"><a href="${path}">${title}</a></h3>
<p class="quiet">${by}${shortDateTimeHtml(publishedAt, { language, zone: publication.zone })}</p>
${excerptHtml(article, language)}</article></li>
`
}

function whereHtml({ language }: Frame, { article, ...typed }: Typed, say: Say): Html | null {
  if (!article) return null
  const title = html`<a href="${paths.article(article.language, article.slug)}#discussion"><bdi>${article.title}</bdi></a>`
  return html`<p class="tools">${sentenceHtml(say, 'search.in', { title })} <a href="${paths.search(language, { ...typed })}">${say('search.everywhere')}</a></p>`
}

function searchForm(
  { language }: Frame,
  { words, person, from, to, article }: Typed,
  error: string | null,
  say: Say,
): Html {
  return html`<form class="form search" role="search" action="${paths.search(language)}"${error ? html` aria-describedby="form-error"` : null}>
${article ? html`<input type="hidden" name="article" value="${article.id}">` : null}
${errorHtml('form-error', error)}
${fieldHtml({ name: 'words', label: say('search.words'), type: 'search', value: words, hint: say('search.words-hint'), optional: true })}
${fieldHtml({ name: 'person', label: say('search.person'), value: person, optional: true })}
<div class="days">${fieldHtml({ name: 'from', label: say('search.from'), type: 'date', value: from, optional: true })}
${fieldHtml({ name: 'to', label: say('search.until'), type: 'date', value: to, optional: true })}</div>
<p class="buttons"><button class="primary">${say('search.submit')}</button></p>
</form>`
}

function foundHtml(frame: Frame, comments: readonly FoundComment[], goesOn: boolean, say: Say): Html {
  if (comments.length === 0)
    return html`<p class="nobody-yet" role="status">${say(goesOn ? 'search.none-yet' : 'search.none')}</p>`
  return html`<ol class="found" role="list">
${comments.map((comment) => commentHtml(frame, comment, say))}</ol>`
}

function commentHtml({ language, publication }: Frame, comment: FoundComment, say: Say): Html {
  const { name, postedAt, article, isMuted } = comment
  const excerpt = excerptHtml(comment, language)
  return html`<li><article class="comment"><header><bdi class="author">${name ?? say('comment.nobody')}</bdi>${numberHtml(comment, { say, language })}${
    postedAt === null ? null : shortDateTimeHtml(postedAt, { language, zone: publication.zone })
  }<a class="of" href="${paths.article(article.language, article.slug)}"><bdi>${article.title}</bdi></a></header>
${isMuted ? foldedHtml(excerpt, say) : excerpt}</article></li>
`
}

function excerptHtml({ excerpt, ...comment }: Pick<FoundComment, 'excerpt' | 'language'>, language: string): Html {
  const lang = comment.language && comment.language !== language ? html` lang="${comment.language}"` : null
  return html`<p class="excerpt"${lang} dir="auto">${excerpt.map(({ words, found }) => (found ? html`<mark>${words}</mark>` : words))}</p>`
}
