import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { type Correction, correctionHtml } from '../cited/index.ts'
import type { Frame } from '../html/frame.ts'
import { layout } from '../html/layout.ts'
import { type Html, html } from '../html/template.ts'

export interface CorrectionsShown {
  corrections: readonly (Correction & { language: string; slug: string; title: string })[]
  /** The page of earlier ones, where there are any. */
  older: string | null
}

/** What was wrong here, article by article. */
export function correctionsPage(frame: Frame, { corrections, older }: CorrectionsShown, say: Say): Html {
  const { language, publication } = frame
  const place = { language, zone: publication.zone }
  const title = say('corrections.title')
  const alternates = publication.languages.map((to) => ({
    language: to.language,
    path: paths.corrections(to.language),
  }))
  const feed = { title: `${title} · ${publication.name}`, path: paths.correctionsFeed(language) }
  return layout(
    frame,
    { title, path: paths.corrections(language), alternates, feeds: [feed] },
    html`<div class="sheet"><h1>${title}</h1>
<p>${say('corrections.hint')}</p>
<p class="tools"><a href="${paths.correctionsFeed(language)}" type="application/atom+xml">${say('corrections.feed')}</a></p>
${corrections.length === 0 ? html`<p class="nobody-yet">${say('corrections.none')}</p>` : null}
${corrections.map(
  (
    one,
  ) => html`<section class="corrections"><h2><a href="${paths.article(one.language, one.slug)}#correction-${one.id}"><bdi>${one.title}</bdi></a></h2>
${correctionHtml(one, place, say)}</section>`,
)}
${older ? html`<a class="more" rel="next" href="${older}">${say('audit.older')}</a>` : null}</div>`,
    say,
  )
}
