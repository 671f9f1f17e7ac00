import { paths } from '../../../addresses/paths.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type FormTarget, fieldHtml, formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'

export interface AdmissionShown {
  /** Null for the whole publication. */
  section: { slug: string; name: string } | null
  rows: readonly {
    name: string
    value: string
    /** What holds where it is left empty. */
    otherwise: number
    error: string | undefined
  }[]
  saving: FormTarget
  error: string | null
  done: boolean
}

/** How comments are admitted: each number, with what holds where none is said. */
export function settingsPage(frame: Frame, { section, rows, saving, error, done }: AdmissionShown, say: Say): Html {
  const { language, sections } = frame
  const way = (slug: string, name: string) =>
    html`<li><a href="${paths.deskAdmission(language, slug ? { section: slug } : {})}"${slug === (section?.slug ?? '') ? html` aria-current="page"` : null}><bdi>${name}</bdi></a></li>
`
  return deskPage(
    frame,
    say('desk.admission'),
    html`${done ? html`<p class="done" role="status">${say('staff.done')}</p>` : null}
<p>${say('admission.hint')}</p>
${sections.length > 0 ? html`<nav class="tools" aria-label="${say('admission.sections')}"><ul>${way('', say('admission.all'))}${sections.map(({ slug, name }) => way(slug, name))}</ul></nav>` : null}
${formHtml(
  saving,
  language,
  error,
  html`${rows.map(({ name, value, otherwise, error }) =>
    fieldHtml({
      name,
      label: say(`admission-setting.${name}`),
      value,
      hint: say('admission.otherwise', { otherwise }),
      inputmode: 'numeric',
      optional: true,
      error,
    }),
  )}
<p class="buttons"><button class="primary">${say('admission.save')}</button></p>`,
)}`,
    say,
  )
}
