import type { Say } from '../../kit/sentences.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Frame } from './frame.ts'
import { layout } from './layout.ts'
import { leadHtml, type Teaser, teaserHtml } from './teaser.ts'

export interface Front {
  lead: Teaser | null
  /** The newest of each section, the lead left out; sections without any are not told. */
  sections: readonly { slug: string; name: string; articles: readonly Teaser[] }[]
}

/** The publication's front page in one language: what leads, then what is new in each section. */
export function frontPage(frame: Frame, { lead, sections }: Front, say: Say): Html {
  const { publication, language } = frame
  const place = { language, zone: publication.zone }
  return layout(
    frame,
    {
      title: publication.name,
      description: publication.motto,
      path: paths.front(language),
      alternates: publication.languages.map((to) => ({ language: to.language, path: paths.front(to.language) })),
      feeds: [{ title: say('follow.feed'), path: paths.feed(language) }],
      image: lead?.picture ?? undefined,
      front: true,
    },
    html`<div class="shelf">
${lead ? leadHtml(lead, place, say) : html`<p class="nobody-yet">${say('front.empty')}</p>`}
${sections.length > 0 ? html`<div class="rubrics">${sections.map((section) => rubricHtml(section, frame, say))}</div>` : null}
</div>`,
    say,
  )
}

function rubricHtml(section: Front['sections'][number], { language, publication }: Frame, say: Say): Html {
  const id = `section-${section.slug}`
  return html`<section class="rubric" aria-labelledby="${id}"><h2 id="${id}"><a href="${paths.section(language, section.slug)}">${section.name}</a></h2>
${section.articles.map((teaser) => teaserHtml(teaser, { language, zone: publication.zone }, say))}
</section>
`
}
