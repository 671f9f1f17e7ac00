import { paths } from '../../../../addresses/paths.ts'
import type { Say } from '../../../../kit/sentences.ts'
import { errorHtml, type FormTarget, formHtml } from '../../../html/fields.ts'
import type { Frame } from '../../../html/frame.ts'
import { deskPage } from '../../../html/small-page.ts'
import { type Html, html } from '../../../html/template.ts'

export interface FileShown {
  target: FormTarget
  /** Those of the file before that were not taken. */
  lines: readonly { line: number; sentence: string }[]
  error: string | null
}

const MOST_SHOWN = 200

/** A form for a file of names, and which lines of the last one could not be taken. */
export function filePage(frame: Frame, { target, lines, error }: FileShown, say: Say): Html {
  return deskPage(
    frame,
    say('glossary-file.title'),
    html`<p class="tools"><a href="${paths.deskGlossary(frame.language)}">${say('desk.glossary')}</a></p>
<p>${say('glossary-file.hint')}</p>
${lines.length > 0 ? refusedHtml(lines, say) : null}
${formHtml(
  target,
  frame.language,
  null,
  html`${errorHtml('form-error', error)}<p class="field"><label for="names">${say('glossary-file.file')}</label>
<input id="names" name="names" type="file" accept=".csv,.tsv,.tbx,.xml,text/csv,application/xml" required></p>
<p class="tick"><label class="choice"><input type="checkbox" name="without" value="1"> <span>${say('glossary-file.without')}</span></label></p>
<p class="buttons"><button class="primary">${say('glossary-file.submit')}</button></p>`,
)}`,
    say,
    'writing',
  )
}

function refusedHtml(lines: FileShown['lines'], say: Say): Html {
  return html`<div class="error" id="form-error" role="alert"><p>${say('glossary-file.refused', { count: lines.length })}</p>
<ol class="refused-lines" role="list">${lines.slice(0, MOST_SHOWN).map(
    ({ line, sentence }) => html`<li>${say('glossary-file.line', { line, sentence })}</li>
`,
  )}</ol></div>`
}
