import type { Say } from '../../../kit/sentences.ts'
import { errorHtml, WRONG_FIELD } from '../../html/fields.ts'
import { type Html, html } from '../../html/template.ts'
import type { Typed } from './named.ts'

type Errors = Readonly<Record<string, string>>

interface Line {
  name: 'title' | 'standfirst' | 'pictureAlt' | 'pictureCaption'
  hint?: string
}

/** The fields in which an edition is written, in its own language and direction. */
export function writingFields(
  typed: Typed,
  errors: Errors,
  written: { language: string; dir: string },
  say: Say,
): Html {
  const line = ({ name, hint }: Line) => lineHtml({ name, hint }, typed[name], errors[name], written, say)
  return html`<input type="hidden" name="base" value="${typed.base}">
${line({ name: 'title' })}
${line({ name: 'standfirst' })}
<p class="field words-field"><label for="words">${say('writing.words')}</label>
<textarea id="words" name="words" rows="18" lang="${written.language}" dir="${written.dir}" spellcheck="true" aria-describedby="${errors.words ? 'words-error ' : null}words-hint"${errors.words ? WRONG_FIELD : null}>
${typed.words}</textarea>
<span class="hint" id="words-hint">${say('writing.words-hint')}</span></p>
${errorHtml('words-error', errors.words)}
<details class="pictured"${typed.pictureAlt || typed.pictureCaption || errors.pictureAlt ? html` open` : null}><summary>${say('writing.picture')}</summary>
${line({ name: 'pictureAlt', hint: say('writing.picture-alt-hint') })}
${line({ name: 'pictureCaption' })}</details>`
}

function lineHtml(
  { name, hint }: Line,
  value: string,
  error: string | undefined,
  { language, dir }: { language: string; dir: string },
  say: Say,
): Html {
  const described = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ')
  return html`<p class="field ${name}-field"><label for="${name}">${say(`writing.${name}`)}</label>
<textarea id="${name}" name="${name}" rows="1" lang="${language}" dir="${dir}"${described ? html` aria-describedby="${described}"` : null}${error ? WRONG_FIELD : null}>
${value}</textarea>
${hint ? html`<span class="hint" id="${name}-hint">${hint}</span>` : null}${error ? html`<span class="error" id="${name}-error">${error}</span>` : null}</p>`
}
