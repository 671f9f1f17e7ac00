import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from '../html/frame.ts'
import { layout } from '../html/layout.ts'
import { type Html, html } from '../html/template.ts'
import { otherFeeds } from './other-feeds.ts'
import { type Teaser, teaserHtml } from './teaser.ts'

export interface AuthorShown {
  person: number
  name: string
  articles: readonly Teaser[]
  older: string | null
}

/** Everything that somebody has signed. */
export function authorPage(frame: Frame, { person, name, articles, older }: AuthorShown, say: Say): Html {
  const { language, publication } = frame
  const place = { language, zone: publication.zone }
  const path = paths.author(language, person)
  return layout(
    frame,
    {
      title: name,
      path,
      feeds: [{ title: `${name} · ${publication.name}`, path: paths.feedOf(path) }],
      otherFeeds: otherFeeds(`${name} · ${publication.name}`, path),
    },
    html`<div class="shelf list"><h1><bdi>${name}</bdi></h1>
${articles.map((teaser) => teaserHtml(teaser, place, say, 'h2'))}
${older ? html`<a class="more" rel="next" href="${older}">${say('section.older')}</a>` : null}
</div>`,
    say,
  )
}
