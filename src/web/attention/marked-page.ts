import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { foldedHtml } from '../comments/index.ts'
import { buttonForm, type FormTarget } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import type { MarkKind } from './mark-kind.ts'

interface MarkShown {
  on: { title: string; language: string; slug: string } | null
  /** With its beginning unless it has been removed; null for the article itself. */
  comment: { id: number; label: string; name: string | null; words: string | null; isMuted: boolean } | null
  /** Ends it. */
  ending: FormTarget
}

export interface MarkedShown {
  marked: readonly MarkShown[]
  /** The page of what was marked earlier, where there is any. */
  older: string | null
}

/** The articles and comments that somebody follows, or keeps to find again. */
export function markedPage(frame: Frame, kind: MarkKind, { marked, older }: MarkedShown, say: Say): Html {
  const { name } = kind
  const from = kind.from(frame.language)
  return smallPage(
    frame,
    say(`${name}.list`),
    html`<p class="tools"><a href="${from.path}">${say(from.words)}</a></p>
${marked.length === 0 ? html`<p class="nobody-yet">${say(`${name}.nothing`)}</p>` : null}
<ul class="notices">
${marked.map((one) => markHtml(frame, kind, one, say))}</ul>
${older ? html`<a class="more" rel="next" href="${older}">${say(`${name}.older`)}</a>` : null}`,
    say,
  )
}

function markHtml({ language }: Frame, { name }: MarkKind, { on, comment, ending }: MarkShown, say: Say): Html {
  const title = html`<a href="${on ? paths.article(on.language, on.slug) : '#'}"><bdi>${on?.title ?? ''}</bdi></a>`
  const what = comment
    ? commentHtml(`${name}.comment`, comment, { title, language }, say)
    : html`<p>${sentenceHtml(say, `${name}.article`, { title })}</p>`
  return html`<li>${what}
${buttonForm(ending, language, say(`${name}.end`))}</li>
`
}

function commentHtml(
  sentence: string,
  { id, label, name, words, isMuted }: NonNullable<MarkShown['comment']>,
  { title, language }: { title: Html; language: string },
  say: Say,
): Html {
  const link = html`<a href="${paths.comment(id, language)}">${label}</a>`
  const who = html`<b><bdi>${words === null ? say('comment.removed-short') : (name ?? say('comment.nobody'))}</bdi></b>`
  const beginning = html`<p class="quiet" dir="auto">${words ?? say('comment.removed')}</p>`
  return html`<p>${sentenceHtml(say, sentence, { link, who, title })}</p>
${isMuted && words !== null ? foldedHtml(beginning, say) : beginning}`
}
