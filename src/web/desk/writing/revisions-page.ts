import { paths } from '../../../addresses/paths.ts'
import type { Edition, RevisionLine } from '../../../domain/articles/index.ts'
import type { Say } from '../../../kit/sentences.ts'
import { dateTimeHtml } from '../../html/date-time.ts'
import type { Frame } from '../../html/frame.ts'
import { sentenceHtml } from '../../html/sentence-html.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'

export interface RevisionsShown {
  edition: Pick<Edition, 'id' | 'revisionId' | 'latestId' | 'state'>
  title: string
  lines: readonly RevisionLine[]
  older: string | null
}

/** Every saved state of an edition's words. */
export function revisionsPage(frame: Frame, { edition, title, lines, older }: RevisionsShown, say: Say): Html {
  const { language } = frame
  return deskPage(
    frame,
    say('revisions.title'),
    html`<p class="tools"><a href="${paths.deskEdition(edition.id, language)}"><bdi>${title || say('writing.untitled')}</bdi></a></p>
<ol class="at-desk" role="list">${lines.map((line) => lineHtml(frame, edition, line, say))}</ol>
${older ? html`<a class="more" rel="next" href="${older}">${say('articles.older')}</a>` : null}`,
    say,
    'writing',
  )
}

function lineHtml(
  { language, publication }: Frame,
  { id, revisionId, latestId, state }: RevisionsShown['edition'],
  line: RevisionLine,
  say: Say,
): Html {
  const when = dateTimeHtml(line.at, 'full', { language, zone: publication.zone })
  const marks = [
    line.id === latestId && say('revisions.present'),
    line.id === revisionId && state === 'published' && say('revisions.published'),
    line.aside === 1 && say('revisions.aside'),
  ].filter((mark) => mark !== false)
  const by = html`<bdi>${line.by ?? say('writing.imported')}</bdi>`
  return html`<li><p><a href="${paths.deskRevision(id, line.number, language)}">${say('revisions.number', { number: line.number })}</a> <span class="quiet">${sentenceHtml(say, 'articles.saved', { when, by })}</span>${marks.map((mark) => html` <span class="state">${mark}</span>`)}</p></li>
`
}
