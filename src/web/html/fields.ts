import { type Html, type HtmlPart, html } from './template.ts'

/** What every form carries unseen: its key, so that sending it twice does it once, and where to go afterwards. */
export interface FormTarget {
  action: string
  key: string
  next?: string | undefined
  /** Further values that belong to the form and not to the reader, such as a link's token. */
  hidden?: Readonly<Record<string, string>>
  hasFiles?: boolean
}

/** A form in the page's language, its errors said before its fields. */
export function formHtml(sending: FormTarget, language: string, error: string | null, inside: HtmlPart): Html {
  const unseen = { key: sending.key, language, next: sending.next, ...sending.hidden }
  return html`<form class="form" method="post" action="${sending.action}"${sending.hasFiles ? html` enctype="multipart/form-data"` : null}${error ? html` aria-describedby="form-error"` : null}>
${Object.entries(unseen).map(([name, value]) => value !== undefined && html`<input type="hidden" name="${name}" value="${value}">`)}
${errorHtml('form-error', error)}
${inside}
</form>`
}

/** A form at a desk, whose words script keeps in the browser until they are sent. */
export function keptHtml(form: Html): Html {
  return html`<kept-words>${form}</kept-words>`
}

/** A form of one button. */
export function buttonForm(
  sending: FormTarget,
  language: string,
  words: string,
  kind: 'primary' | 'plain' = 'plain',
): Html {
  return formHtml(sending, language, null, html`<button class="${kind}">${words}</button>`)
}

export function errorHtml(id: string, error: string | null | undefined): Html | null {
  return error ? html`<p class="error" id="${id}" role="alert">${error}</p>` : null
}

export interface Field {
  name: string
  /** Its name, unless the page has another of that. */
  id?: string
  label: string
  type?: 'text' | 'email' | 'password' | 'search' | 'date'
  value?: string
  hint?: string
  error?: string | undefined
  autocomplete?: string
  inputmode?: 'numeric' | 'email' | 'text'
  optional?: boolean
}

/** One line to fill in, with its label above, what is asked of it below, and what was wrong with it beneath that. */
export function fieldHtml(field: Field): Html {
  const { name, id = name, label, type = 'text', value = '', hint, error, autocomplete, inputmode, optional } = field
  return html`<p class="field"><label for="${id}">${label}</label>
<input id="${id}" name="${name}" type="${type}" value="${type === 'password' ? '' : value}"${type === 'email' ? html` dir="ltr"` : html` dir="auto"`}${
    autocomplete ? html` autocomplete="${autocomplete}"` : null
  }${inputmode ? html` inputmode="${inputmode}"` : null}${optional ? null : html` required`}${describedBy(id, hint, error)}>
${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : null}${
  error ? html`<span class="error" id="${id}-error">${error}</span>` : null
}</p>`
}

export interface WordsField {
  name: string
  label: string
  value: string
  hint: string
  error?: string | null
  rows?: number
  optional?: boolean
}

/** Room for many lines; what was typed stays in it whatever was wrong. */
export function wordsField({ name, label, value, hint, error, rows = 10, optional }: WordsField): Html {
  return html`<p class="field"><label for="${name}">${label}</label>
<textarea id="${name}" name="${name}" rows="${rows}" dir="auto"${optional ? null : html` required`}${describedBy(name, hint, error)}>
${value}</textarea>
<span class="hint" id="${name}-hint">${hint}</span></p>${errorHtml(`${name}-error`, error)}`
}

/** The first of them has the focus when the form comes back. */
export const WRONG_FIELD = html` aria-invalid="true" autofocus`

function describedBy(name: string, hint: string | undefined, error: string | null | undefined): Html | null {
  const ids = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ')
  return ids ? html` aria-describedby="${ids}"${error ? WRONG_FIELD : null}` : null
}
