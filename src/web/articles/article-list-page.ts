import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from '../html/frame.ts'
import { type Head, layout } from '../html/layout.ts'
import { type Html, html } from '../html/template.ts'
import { otherFeeds } from './other-feeds.ts'
import { type Teaser, teaserHtml } from './teaser.ts'

export interface ArticleList extends Pick<Head, 'alternates' | 'description' | 'section'> {
  /** What they have in common. */
  name: string
  path: string
  articles: readonly Teaser[]
  /** The page of older articles, where there are any. */
  older: string | null
  /** What is said where there are none. */
  empty: string
}

/** Articles that have something in common, newest first, with their feeds. */
export function articleListPage(frame: Frame, { name, articles, older, empty, ...about }: ArticleList, say: Say): Html {
  const { language, publication } = frame
  const title = `${name} · ${publication.name}`
  return layout(
    frame,
    {
      ...about,
      title: name,
      feeds: [{ title, path: paths.feedOf(about.path) }],
      otherFeeds: otherFeeds(title, about.path),
    },
    html`<div class="shelf list">
<h1><bdi>${name}</bdi></h1>
${articles.map((teaser) => teaserHtml(teaser, { language, zone: publication.zone }, say, 'h2'))}
${articles.length === 0 ? html`<p class="nobody-yet">${empty}</p>` : null}
${older ? html`<a class="more" rel="next" href="${older}">${say('section.older')}</a>` : null}
</div>`,
    say,
  )
}
