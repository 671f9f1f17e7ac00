import { directionOf } from '../../kit/language.ts'
import type { Say } from '../../kit/sentences.ts'
import type { ChangedLine, Run } from '../../text/word-changes.ts'
import { dateTimeHtml } from '../html/date-time.ts'
import type { Frame } from '../html/frame.ts'
import { layout } from '../html/layout.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { type Html, html } from '../html/template.ts'

/** What readers see of a revision, and can have changed. */
export const PARTS = ['title', 'standfirst', 'words', 'pictureCaption'] as const
export type ChangedPart = (typeof PARTS)[number]

export interface ChangesShown {
  title: string
  path: string
  /** The path of the article. */
  article: string
  alternates: readonly { language: string; path: string }[]
  publishedAt: number
  changes: readonly { at: number; parts: readonly { part: ChangedPart; lines: readonly ChangedLine[] }[] }[]
}

/** Each change of published words, with what stood before and what stands since. */
export function changesPage(frame: Frame, data: ChangesShown, say: Say): Html {
  const { language, publication } = frame
  const { title, path, article, alternates, publishedAt, changes } = data
  const place = { language, zone: publication.zone }
  return layout(
    frame,
    { title: say('changes.title', { title }), path, alternates },
    html`<div class="sheet changes"><h1>${sentenceHtml(say, 'changes.title', { title: html`<a href="${article}"><bdi>${title}</bdi></a>` })}</h1>
<p>${sentenceHtml(say, 'changes.hint', { when: dateTimeHtml(publishedAt, 'full', place) })}</p>
${changes.length === 0 ? html`<p class="nobody-yet">${say('changes.none')}</p>` : null}
${changes.map(
  ({ at, parts }) => html`<section><h2>${dateTimeHtml(at, 'full', place)}</h2>
${parts.map(({ part, lines }) => partHtml(part, lines, language, say))}</section>`,
)}</div>`,
    say,
  )
}

function partHtml(part: ChangedPart, lines: readonly ChangedLine[], language: string, say: Say): Html {
  const changed = lines.filter(({ isChanged }) => isChanged)
  return html`<div class="compared"><table><caption>${say(`writing.${part}`)}</caption>
<thead><tr><th scope="col">${say('changes.before')}</th><th scope="col">${say('changes.since')}</th></tr></thead>
<tbody dir="${directionOf(language)}">${changed.map(
    ({
      before,
      after,
    }) => html`<tr><td>${before.map((run) => runHtml(run, 'del'))}</td><td>${after.map((run) => runHtml(run, 'ins'))}</td></tr>
`,
  )}</tbody></table></div>`
}

function runHtml({ words, isChanged }: Run, tag: 'del' | 'ins'): Html {
  if (!isChanged) return html`${words}`
  return tag === 'del' ? html`<del>${words}</del>` : html`<ins>${words}</ins>`
}
