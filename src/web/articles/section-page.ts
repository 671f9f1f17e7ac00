import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from '../html/frame.ts'
import { layout } from '../html/layout.ts'
import { type Html, html } from '../html/template.ts'
import { otherFeeds } from './other-feeds.ts'
import { type Teaser, teaserHtml } from './teaser.ts'

export interface SectionShown {
  section: { slug: string; name: string }
  /** The languages in which the section has articles. */
  languages: readonly string[]
  articles: readonly Teaser[]
  /** The page of older articles, where there are any. */
  older: string | null
}

/** What a section has published in one language, newest first. */
export function sectionPage(frame: Frame, { section, languages, articles, older }: SectionShown, say: Say): Html {
  const { language, publication } = frame
  return layout(
    frame,
    {
      title: section.name,
      description: publication.motto,
      path: paths.section(language, section.slug),
      alternates: languages.map((to) => ({ language: to, path: paths.section(to, section.slug) })),
      feeds: [{ title: `${section.name} · ${publication.name}`, path: paths.sectionFeed(language, section.slug) }],
      otherFeeds: otherFeeds(`${section.name} · ${publication.name}`, paths.section(language, section.slug)),
      section: section.slug,
    },
    html`<div class="shelf list">
<h1>${section.name}</h1>
${articles.map((teaser) => teaserHtml(teaser, { language, zone: publication.zone }, say, 'h2'))}
${articles.length === 0 ? html`<p class="nobody-yet">${say('section.empty')}</p>` : null}
${older ? html`<a class="more" rel="next" href="${older}">${say('section.older')}</a>` : null}
</div>`,
    say,
  )
}
