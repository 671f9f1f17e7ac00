import type { Whose } from '../../domain/people/index.ts'
import { directionOf } from '../../kit/language.ts'
import type { Say } from '../../kit/sentences.ts'
import { dateTimeIn } from '../html/date-time.ts'
import type { Publication } from '../html/frame.ts'
import { type Html, html } from '../html/template.ts'

/** For whom the pages of a copy are made. */
export interface ArchiveShown {
  whose: Whose
  publication: Pick<Publication, 'name' | 'zone'>
  say: Say
}

/** How the pages look, from disk and without the site. */
export const STYLE = `:root { color-scheme: light dark }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.55 Georgia, serif; overflow-wrap: anywhere }
h1 { line-height: 1.2 }
article, dl, li { margin-block: 1.2rem }
dt, time, .quiet { font: .87rem/1.4 system-ui, sans-serif; opacity: .75 }
dd { margin: 0 0 .6rem }
.words { white-space: pre-wrap; margin: .3rem 0 }
`

/** The first page: what is known of the person, and the way to the lists. */
export function aboutHtml(shown: ArchiveShown, about: object, files: readonly string[]): string {
  const { say, publication, whose } = shown
  const links = files.map(
    (
      file,
    ) => html`<li><a href="${file}.html">${nameOf(say, file)}</a> <a class="quiet" href="data/${file}.json">JSON</a></li>
`,
  )
  const title = say('archive.title', { name: whose.person.name, publication: publication.name })
  return whole(
    shown,
    title,
    html`<p>${say('archive.hint')} <a class="quiet" href="data/about.json">JSON</a></p>
${valuesHtml(shown, about)}
<ul>
${links}</ul>`,
  )
}

/** What somebody wrote, one under the other, as it was typed. */
export async function* commentsHtml(
  shown: ArchiveShown,
  file: string,
  rows: AsyncIterable<object>,
): AsyncGenerator<string> {
  const { say } = shown
  yield opening(shown, nameOf(say, file))
  for await (const row of rows as AsyncIterable<Record<string, string | null>>) {
    const { address, label, under, postedAt, words } = row
    const place = address ? html`<a href="${address}">${label}</a>` : null
    yield String(html`<article><p class="quiet">${postedAt && moment(shown, postedAt)} ${place} <bdi>${under}</bdi></p>
<p class="words" dir="auto">${words ?? say('comment.removed-short')}</p></article>
`)
  }
  yield CLOSING
}

/** Any other list, by the names that its columns have for programs. */
export async function* listHtml(
  shown: ArchiveShown,
  file: string,
  rows: AsyncIterable<object>,
): AsyncGenerator<string> {
  yield opening(shown, nameOf(shown.say, file))
  for await (const row of rows) yield String(valuesHtml(shown, row))
  yield CLOSING
}

function nameOf(say: Say, file: string): string {
  return say(`archive-list.${file}`)
}

/** The name of a file that goes along. */
const FILE_BESIDE = /^[\w-]+\.webp$/

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

function valuesHtml(shown: ArchiveShown, values: object): Html {
  const told = Object.entries(values).filter(([, value]) => value !== null && value !== '')
  return html`<dl>${told.map(([name, value]) => html`<dt>${name}</dt><dd>${valueHtml(shown, value)}</dd>`)}</dl>
`
}

function valueHtml(shown: ArchiveShown, value: unknown): Html {
  if (value instanceof Date) return valueHtml(shown, value.toISOString())
  if (Array.isArray(value))
    return html`${value.map((one, at) => html`${at > 0 ? ', ' : null}${valueHtml(shown, one)}`)}`
  if (typeof value === 'object' && value !== null) return valuesHtml(shown, value)
  const text = String(value)
  if (MOMENT.test(text)) return moment(shown, text)
  return /^https?:\/\//.test(text) || FILE_BESIDE.test(text)
    ? html`<a href="${text}">${text}</a>`
    : html`<bdi>${text}</bdi>`
}

function moment({ whose: { language }, publication: { zone } }: ArchiveShown, iso: string): Html {
  return html`<time datetime="${iso}">${dateTimeIn(Date.parse(iso), 'full', { language, zone })}</time>`
}

function opening({ whose: { language } }: ArchiveShown, title: string): string {
  return String(html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><link rel="stylesheet" href="style.css"></head><body>
<h1>${title}</h1>
`)
}

const CLOSING = '</body></html>\n'

function whole(shown: ArchiveShown, title: string, inside: Html): string {
  return opening(shown, title) + String(inside) + CLOSING
}
