import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { articleHtml } from '../../text/article-html.ts'
import type { Frame } from '../html/frame.ts'
import { layout } from '../html/layout.ts'
import { foreign } from '../html/masthead.ts'
import { type Html, html, madeSafe } from '../html/template.ts'

export interface ShownPage {
  slug: string
  language: string
  title: string
  /** Markdown. */
  words: string
  languages: readonly string[]
}

/** A page that stands for itself; where it has no words in a reader's language, it has those of another. */
export function staticPageHtml(frame: Frame, page: ShownPage, say: Say): Html {
  const { slug, title, words, languages } = page
  const alternates = languages.map((language) => ({ language, path: paths.page(language, slug) }))
  const isForeign = page.language !== frame.language
  return layout(
    frame,
    { title, path: paths.page(frame.language, slug), alternates },
    html`<article class="sheet"${isForeign ? html` ${foreign(page.language)}` : null}><h1>${title}</h1>
<div class="body">${madeSafe(articleHtml(words))}</div></article>`,
    say,
  )
}
