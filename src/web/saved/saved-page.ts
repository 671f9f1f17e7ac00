import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

interface SavedShown {
  on: { language: string; slug: string; title: string } | null
  /** With its beginning unless it has been removed; null for the article itself. */
  comment: { id: number; label: string; name: string | null; words: string | null } | null
  /** Lets it go. */
  ending: FormTarget
}

/** The articles and comments that somebody keeps to find again. */
export function savedPage(
  frame: Frame,
  { saved, older }: { saved: readonly SavedShown[]; older: string | null },
  say: Say,
): Html {
  return smallPage(
    frame,
    say('saved.list'),
    html`<p class="tools"><a href="${paths.account(frame.language)}">${say('account.title')}</a></p>
${saved.length === 0 ? html`<p class="nobody-yet">${say('saved.nothing')}</p>` : null}
<ul class="notices">
${saved.map((one) => savedHtml(frame, one, say))}</ul>
${older ? html`<a class="more" rel="next" href="${older}">${say('saved.older')}</a>` : null}`,
    say,
  )
}

function savedHtml({ language }: Frame, { on, comment, ending }: SavedShown, say: Say): Html {
  const title = html`<a href="${on ? paths.article(on.language, on.slug) : '#'}"><bdi>${on?.title ?? ''}</bdi></a>`
  return html`<li>${comment ? commentHtml(comment, title, language, say) : html`<p>${title}</p>`}
${buttonForm(ending, language, say('saved.end'))}</li>
`
}

function commentHtml(
  { id, label, name, words }: NonNullable<SavedShown['comment']>,
  title: Html,
  language: string,
  say: Say,
): Html {
  const link = html`<a href="${paths.comment(id, language)}">${label}</a>`
  const who = html`<b><bdi>${words === null ? say('comment.removed-short') : (name ?? say('comment.nobody'))}</bdi></b>`
  return html`<p>${sentenceHtml(say, 'saved.comment', { link, who, title })}</p>
<p class="quiet" dir="auto">${words ?? say('comment.removed')}</p>`
}
