import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import type { LocaleZone } from '../html/date-time.ts'
import type { Frame } from '../html/frame.ts'
import { layout } from '../html/layout.ts'
import { type Html, html } from '../html/template.ts'
import { otherFeeds } from './other-feeds.ts'
import { leadHtml, type Teaser, teaserHtml } from './teaser.ts'

export interface Front {
  lead: Teaser | null
  /** The newest of each section, the lead left out; sections without any are not told. */
  sections: readonly { slug: string; name: string; articles: readonly Teaser[] }[]
  /** What is in no section, the newest first. */
  others: readonly Teaser[]
}

/** The publication's front page in one language: what leads, then what is new in each section, and in none. */
export function frontPage(frame: Frame, { lead, sections, others }: Front, say: Say): Html {
  const { publication, language } = frame
  const place = { language, zone: publication.zone }
  const rubrics = [
    ...sections.map(({ slug, name, articles }) => {
      const heading = html`<a href="${paths.section(language, slug)}">${name}</a>`
      return rubricHtml(`section-${slug}`, heading, articles, place, say)
    }),
    ...(others.length > 0 ? [rubricHtml('others', say('front.others'), others, place, say)] : []),
  ]
  return layout(
    frame,
    {
      title: publication.name,
      description: publication.motto,
      path: paths.front(language),
      alternates: publication.languages.map((to) => ({ language: to.language, path: paths.front(to.language) })),
      feeds: [{ title: say('follow.feed'), path: paths.feed(language) }],
      otherFeeds: otherFeeds(say('follow.feed'), paths.front(language)),
      image: lead?.picture ?? undefined,
      front: true,
    },
    html`<div class="shelf">
${lead ? leadHtml(lead, place, say) : html`<p class="nobody-yet">${say('front.empty')}</p>`}
${rubrics.length > 0 ? html`<div class="rubrics">${rubrics}</div>` : null}
</div>`,
    say,
  )
}

function rubricHtml(
  id: string,
  heading: Html | string,
  articles: readonly Teaser[],
  place: LocaleZone,
  say: Say,
): Html {
  return html`<section class="rubric" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
${articles.map((teaser) => teaserHtml(teaser, place, say))}
</section>
`
}
