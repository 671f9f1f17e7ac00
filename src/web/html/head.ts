import { paths } from '../../addresses/paths.ts'
import { PAGE_COLOURS } from './colours.ts'
import { FIRST_SCRIPT } from './first-script.ts'
import type { Frame } from './frame.ts'
import { type Json, jsonLdHtml } from './json-ld.ts'
import { type Html, html, madeSafe } from './template.ts'

/** The same page in another language; one that is `unlisted` is for readers alone, not for those who search the web. */
export interface Alternate {
  language: string
  path: string
  unlisted?: boolean
}

/** What a page says of itself to browsers, search engines and those who share it. */
export interface Head {
  title: string
  description?: string
  /** How search engines and those who share it name it, where that is not as it is called. */
  shared?: { searchTitle?: string; title?: string; words?: string } | undefined
  /** The page's own path; pages for one person have none and are kept out of search engines. */
  path?: string
  /** Whether it is for readers and not for those who search the web. */
  noindex?: boolean
  /** The same page in each language, this one among them. */
  alternates?: readonly Alternate[]
  /** Where readers are told of a language in which this page is not. */
  absentIn?: (language: string) => string
  feeds?: readonly { title: string; path: string }[]
  /** The same in other forms. */
  otherFeeds?: readonly { type: string; title: string; path: string }[]
  image?: { src: string; alt: string } | undefined
  article?: { publishedAt: number; changedAt: number | null; section: string | null }
  jsonLd?: Json
  /** The section whose link in the masthead is the present one. */
  section?: string | undefined
  /** The front page carries the publication's name large. */
  front?: boolean
  /** Whether staff work here, with a script and styles of their own; where they write, with more of both. */
  desk?: boolean | 'writing'
}

/** What stands in the page's head; the fonts are those that its first screen needs. */
export function headHtml(frame: Frame, head: Head, fonts: readonly string[]): Html {
  const { publication, asset } = frame
  const named = head.shared?.searchTitle || head.title
  const title = head.front ? head.title : `${named} · ${publication.name}`
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${head.description ? html`<meta name="description" content="${head.description}">` : null}
<meta name="color-scheme" content="light dark">
<script>${madeSafe(FIRST_SCRIPT)}</script>
${fonts.map((font) => fontAheadHtml(asset(font)))}<link rel="stylesheet" href="${asset('parley.css')}">
${
  head.desk
    ? html`<link rel="stylesheet" href="${asset('desk.css')}">
`
    : null
}${
  head.desk === 'writing'
    ? html`<link rel="stylesheet" href="${asset('writing.css')}">
`
    : null
}${publication.look?.styles ? html`<link rel="stylesheet" href="${publication.look.styles}">` : null}
<noscript><link rel="stylesheet" href="${paths.look}"></noscript>
${publication.look?.mark ? html`<link rel="icon" href="${publication.look.mark}" type="image/webp">` : html`<link rel="icon" href="${asset('mark.svg')}" type="image/svg+xml">`}
<link rel="manifest" href="${paths.manifest(frame.language)}">
<meta name="theme-color" content="${PAGE_COLOURS.light}" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="${PAGE_COLOURS.dark}" media="(prefers-color-scheme: dark)">
${scriptsHtml(frame, head)}
${head.path === undefined || head.noindex ? html`<meta name="robots" content="noindex">` : null}${head.path === undefined ? null : publicHead(frame, head, head.path)}
</head>`
}

/** Asked for before the styles name it. */
function fontAheadHtml(path: string): Html {
  return html`<link rel="preload" href="${path}" as="font" type="font/woff2" crossorigin>
`
}

/** What the script begins with is asked for beside it, not after it. */
function scriptsHtml({ asset }: Frame, { desk }: Head): Html {
  if (desk === 'writing') return html`<script type="module" src="${asset('writing.js')}"></script>`
  if (desk) return html`<script type="module" src="${asset('desk.js')}"></script>`
  return html`<link rel="modulepreload" href="${asset('chunk.js')}">
<script type="module" src="${asset('parley.js')}"></script>`
}

function publicHead(frame: Frame, head: Head, path: string): Html {
  const { origin } = frame
  return html`<link rel="canonical" href="${origin}${path}">
${languageLinks(frame, head.alternates ?? [])}
${head.feeds?.map((to) => html`<link rel="alternate" type="application/atom+xml" title="${to.title}" href="${to.path}">`)}${head.otherFeeds?.map((to) => html`<link rel="alternate" type="${to.type}" title="${to.title}" href="${to.path}">`)}
${openGraph(frame, head, path)}
${head.jsonLd ? jsonLdHtml(head.jsonLd) : null}`
}

/** Every edition names every edition and itself, and the one for readers of any other language; one that is unlisted names none and is named by none. */
function languageLinks({ origin, publication, language: own }: Frame, all: readonly Alternate[]): Html | null {
  const alternates = all.filter(({ unlisted }) => !unlisted)
  if (!alternates.some(({ language }) => language === own)) return null
  const fallback = alternates.find(({ language }) => language === publication.defaultLanguage) ?? alternates[0]
  const link = (language: string, path: string) =>
    html`<link rel="alternate" hreflang="${language}" href="${origin}${path}">`
  return html`${alternates.map((to) => link(to.language, to.path))}${fallback ? link('x-default', fallback.path) : null}`
}

/** Open Graph, as https://ogp.me names it. */
function openGraph({ origin, publication, language }: Frame, head: Head, path: string): Html {
  const { article, image, shared } = head
  const words = shared?.words || head.description
  return html`${property('og:type', article ? 'article' : 'website')}
${property('og:site_name', publication.name)}
${property('og:title', shared?.title || head.title)}
${property('og:url', origin + path)}
${property('og:locale', language.replace('-', '_'))}
${words ? property('og:description', words) : null}
${image ? [property('og:image', origin + image.src), property('og:image:alt', image.alt)] : null}
${image ? html`<meta name="twitter:card" content="summary_large_image">` : null}
${article ? property('article:published_time', iso(article.publishedAt)) : null}
${article?.changedAt ? property('article:modified_time', iso(article.changedAt)) : null}
${article?.section ? property('article:section', article.section) : null}`
}

function property(name: string, content: string): Html {
  return html`<meta property="${name}" content="${content}">`
}

function iso(at: number) {
  return new Date(at).toISOString()
}
