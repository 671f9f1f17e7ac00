import { paths } from '../../../addresses/paths.ts'
import { languageFrom, nameOf } from '../../../kit/language.ts'
import { hasWords, type Say } from '../../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { shapingButtons } from './previewing.ts'

export interface NamesTyped {
  tags: readonly string[]
  names: readonly string[]
  mottos: readonly string[]
  /** The languages in which it shall no longer appear. */
  gone: readonly string[]
  default: string
  zone: string
  telegram: string
  mail: string
}

export interface NamesShown {
  typed: NamesTyped
  sending: FormTarget
  errors: Readonly<Record<string, string>>
  error: string | null
}

/** Name and motto in each language, zone and channels. */
export function namesPage(frame: Frame, { typed, sending, errors, error }: NamesShown, say: Say): Html {
  const { language } = frame
  const rows = [...typed.tags.filter((tag) => tag !== ''), '']
  const inside = html`${rows.map((tag, at) => languageHtml(tag, at, typed, language, say))}
${fieldHtml({ name: 'zone', label: say('publication.zone'), value: typed.zone, hint: say('publication.zone-hint'), error: errors.zone })}
${fieldHtml({ name: 'telegram', label: say('follow.telegram'), value: typed.telegram, hint: say('publication.telegram-hint'), error: errors.telegram, optional: true })}
${fieldHtml({ name: 'mail', label: say('follow.mail'), type: 'email', value: typed.mail, hint: say('publication.mail-hint'), error: errors.mail, optional: true })}
${shapingButtons(say)}`
  return deskPage(
    frame,
    say('publication-part.names'),
    html`<p class="tools"><a href="${paths.deskOfPublication(language)}">${say('desk.publication')}</a></p>
${formHtml(sending, language, error, inside)}`,
    say,
  )
}

function languageHtml(tag: string, at: number, typed: NamesTyped, language: string, say: Say): Html {
  const isNew = tag === ''
  const known = languageFrom(tag)
  const legend = isNew ? say('publication.another-language') : known ? nameOf(known, language) : tag
  const which = isNew
    ? fieldHtml({
        name: 'tags',
        id: `tag-${at}`,
        label: say('publication.tag'),
        hint: say('publication.tag-hint'),
        optional: true,
      })
    : html`<input type="hidden" name="tags" value="${tag}">`
  const isDefault = typed.default === tag
  const choices = html`<label class="choice"><input type="radio" name="default" value="${tag}"${isDefault ? html` checked` : null}> ${say('publication.default')}</label>
<label class="choice"><input type="checkbox" name="gone" value="${tag}"${typed.gone.includes(tag) ? html` checked` : null}> ${say('publication.gone')}</label>`
  const silent = known && !hasWords(known) ? html`<p class="quiet">${say('publication.without-words')}</p>` : null
  return html`<fieldset><legend>${legend}</legend>${which}${silent}
${fieldHtml({ name: 'names', id: `name-${at}`, label: say('publication.name'), value: typed.names[at] ?? '', optional: isNew })}
${fieldHtml({ name: 'mottos', id: `motto-${at}`, label: say('publication.motto'), value: typed.mottos[at] ?? '', optional: true })}
${isNew ? null : choices}</fieldset>
`
}
