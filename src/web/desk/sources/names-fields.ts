import type { NameForm } from '../../../domain/sources/index.ts'
import { type Language, nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { fieldHtml } from '../../html/fields.ts'
import { type Html, html } from '../../html/template.ts'
import { list } from '../../http/shapes.ts'

/** A name in each language: its tag, its form, and the tags of those that are chosen once and for all. */
export const NAMES_FORM = { tags: list, names: list, locked: list }

export interface NamesTyped {
  tags: readonly string[]
  names: readonly string[]
  locked: readonly string[]
}

/** What was typed, language by language; rows without a name say nothing. */
export function formsFrom({ tags, names, locked }: NamesTyped): NameForm[] {
  return tags.flatMap((typed, at) => {
    const [tag, name] = [typed.trim(), (names[at] ?? '').trim()]
    const isLocked = locked.includes(typed) || (locked.includes(ANOTHER) && at === tags.length - 1)
    return name ? [{ language: tag as Language, name, locked: isLocked ? 1 : 0 } as const] : []
  })
}

/** The same as the form shows it: the publication's languages first, whether there is a form or not. */
export function namesTyped(forms: readonly NameForm[], languages: readonly { language: string }[]): NamesTyped {
  const first = languages.map(({ language }) => language)
  const others = forms.map(({ language }) => language).filter((language) => !first.includes(language))
  const tags = [...first, ...others]
  const formOf = (tag: string) => forms.find(({ language }) => language === tag)
  return {
    tags,
    names: tags.map((tag) => formOf(tag)?.name ?? ''),
    locked: tags.filter((tag) => formOf(tag)?.locked !== 0),
  }
}

/** The value of a box for a language that is typed beside it. */
const ANOTHER = '+'

/** A row for each language, and one for another. */
export function namesHtml(
  { tags, names, locked }: NamesTyped,
  language: string,
  error: string | undefined,
  say: Say,
): Html {
  const known = tags.filter((tag) => tag !== '')
  return html`<fieldset class="names"><legend>${say('cited.names')}</legend><p class="hint">${say('cited.names-hint')}</p>
${error ? html`<p class="error" role="alert">${error}</p>` : null}
${known.map((tag, at) => rowHtml(tag, nameIn(tag, language), names[at] ?? '', locked.includes(tag), at, say))}
<details><summary>${say('cited.another-language')}</summary>
${fieldHtml({ name: 'tags', id: 'tag-more', label: say('publication.tag'), hint: say('publication.tag-hint'), optional: true })}
${fieldHtml({ name: 'names', id: 'name-more', label: say('cited.name'), optional: true })}
<label class="choice"><input type="checkbox" name="locked" value="${ANOTHER}" checked> ${say('cited.locked')}</label></details></fieldset>`
}

function rowHtml(tag: string, label: string, name: string, isLocked: boolean, at: number, say: Say): Html {
  return html`<div class="name-form tick"><input type="hidden" name="tags" value="${tag}">
<p class="field"><label for="name-${at}">${label}</label>
<input id="name-${at}" name="names" value="${name}" dir="auto" lang="${tag}"></p>
<label class="choice"><input type="checkbox" name="locked" value="${tag}"${isLocked ? html` checked` : null}> ${say('cited.locked')}</label></div>
`
}

function nameIn(tag: string, language: string): string {
  try {
    return nameOf(tag, language)
  } catch {
    return tag
  }
}
