import { paths } from '../../../addresses/paths.ts'
import { nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'

export interface TagsShown {
  slugs: readonly string[]
  /** Those that are there; the address of another can still be changed. */
  known: ReadonlySet<string>
  names: readonly string[]
  sending: FormTarget
  error: string | null
}

/** Each tag with its address and its name in each language; the last is a new one. */
export function tagsPage(frame: Frame, data: TagsShown, say: Say): Html {
  const { language } = frame
  const { slugs, sending, error } = data
  const rows = [...slugs.filter((slug, at) => slug !== '' || at < slugs.length - 1), '']
  const inside = html`${rows.map((slug, at) => rowHtml(frame, data, slug, at, say))}
<p class="buttons"><button class="primary">${say('publication.save')}</button></p>`
  return deskPage(
    frame,
    say('publication-part.tags'),
    html`<p class="tools"><a href="${paths.deskOfPublication(language)}">${say('desk.publication')}</a></p>
<p>${say('publication.tags-hint')}</p>
${formHtml(sending, language, error, inside)}`,
    say,
  )
}

function rowHtml(
  { publication, language }: Frame,
  { known, names }: TagsShown,
  slug: string,
  at: number,
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
  return html`<fieldset><legend>${isNew ? say('publication.another-tag') : html`<a href="${paths.tag(language, slug)}"><bdi>${slug}</bdi></a>`}</legend>${address}
${languages.map((to, n) => fieldHtml({ name: 'names', id: `name-${at}-${n}`, label: say('publication.name-in', { language: nameOf(to.language, language) }), value: names[at * languages.length + n] ?? '', optional: true }))}</fieldset>
`
}
