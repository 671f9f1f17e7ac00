import type { PartShown } from '../../addresses/discussion.ts'
import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { countHtml, discussionHtml } from '../discussion/index.ts'
import { layout } from '../html/layout.ts'
import { type Html, html } from '../html/template.ts'
import { type ArticleShown, alternateOf, articleHead, discussionContext, frameOf } from './article-page.ts'
import { newsArticle } from './news-article.ts'

/** What a page of a part shows, and which part it is. */
export type PartPage = ArticleShown & { part: PartShown; renewed?: boolean }

/** A part of the discussion, its further threads or one branch, under a short head that leads back to the article. */
export function discussionPage(shown: PartPage, say: Say): Html {
  const { page, window, asset, part, renewed } = shown
  const { edition, section } = page
  const article = paths.article(edition.language, edition.slug)
  return layout(
    frameOf(page, asset),
    { ...partHead(shown, say), jsonLd: newsArticle(page, window) },
    html`<div class="page"><header class="part">
${section ? html`<a class="section" href="${paths.section(edition.language, section.slug)}">${section.name}</a>` : null}
<h1><a href="${article}">${edition.title}</a></h1>
<p class="tools">${renewed ? html`<span role="status">${say('order.renewed')}</span> ` : null}<a href="${article}#discussion">${say('discussion.whole')}</a> (${countHtml(window, say)})</p>
</header>
${discussionHtml(window, { ...discussionContext(shown, say), under: part.under, title: partTitle(shown, say) })}
</div>`,
    say,
  )
}

function partHead({ page, part }: PartPage, say: Say) {
  const { edition, editions } = page
  const pathIn = ({ language, slug }: { language: string; slug: string }) =>
    paths.part(paths.article(language, slug), part)
  return {
    ...articleHead(page, say),
    title: say('discussion.of', { title: edition.title }),
    path: pathIn(edition),
    alternates: editions.map((to) => alternateOf(to, pathIn(to))),
  }
}

function partTitle({ part, window }: PartPage, say: Say): string {
  const label = window.branches[0]?.comment.label
  return part.under && label ? say('discussion.part-branch', { label }) : say('discussion.part-further')
}
