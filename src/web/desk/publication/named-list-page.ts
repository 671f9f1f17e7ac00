import { paths } from '../../../addresses/paths.ts'
import { nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { shapingButtons } from './previewing.ts'

/** Things with an address and a name in each language, as they are typed. */
export interface NamedListShown {
  slugs: readonly string[]
  /** Those that are there; the address of another can still be changed. */
  known: ReadonlySet<string>
  names: readonly string[]
  sending: FormTarget
  error: string | null
}

/** What is particular about one such list. */
export interface NamedList {
  title: string
  hint: string
  /** What a row is called that is not there yet. */
  another: string
  /** How one that is there is called. */
  called(slug: string): Html
  /** What stands in a row beside the names. */
  beside?(at: number): Html
}

/** Each of a list with its address and its name in each language; the last is a new one. */
export function namedListPage(frame: Frame, shown: NamedListShown, list: NamedList, say: Say): Html {
  const { language } = frame
  const { slugs, sending, error } = shown
  const rows = [...slugs.filter((slug, at) => slug !== '' || at < slugs.length - 1), '']
  const inside = html`${rows.map((slug, at) => rowHtml(frame, shown, list, { slug, at }, say))}
${shapingButtons(say)}`
  return deskPage(
    frame,
    list.title,
    html`<p class="tools"><a href="${paths.deskOfPublication(language)}">${say('desk.publication')}</a></p>
<p>${list.hint}</p>
${formHtml(sending, language, error, inside)}`,
    say,
  )
}

function rowHtml(
  { publication, language }: Frame,
  { known, names }: NamedListShown,
  { another, called, beside }: NamedList,
  { slug, at }: { slug: string; at: number },
  say: Say,
): Html {
  const isNew = !known.has(slug)
  const { languages } = publication
  const address = isNew
    ? fieldHtml({
        name: 'slugs',
        id: `slug-${at}`,
        label: say('publication.slug'),
        hint: say('publication.slug-hint'),
        value: slug,
        optional: true,
      })
    : html`<input type="hidden" name="slugs" value="${slug}">`
  return html`<fieldset><legend>${isNew ? another : called(slug)}</legend>${address}
${languages.map((to, n) => fieldHtml({ name: 'names', id: `name-${at}-${n}`, label: say('publication.name-in', { language: nameOf(to.language, language) }), value: names[at * languages.length + n] ?? '', optional: true }))}
${beside?.(at)}</fieldset>
`
}
