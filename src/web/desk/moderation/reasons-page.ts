import type { CannedReason } from '../../../domain/moderation/index.ts'
import { nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { buttonForm, errorHtml, type FormTarget, fieldHtml, formHtml, wordsField } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'

export interface ReasonsShown {
  reasons: readonly (CannedReason & { taking: FormTarget })[]
  adding: FormTarget
  typed: { within: string; title: string; words: string }
  errors: Readonly<Record<string, string | null>>
  done: boolean
}

/** The reasons that stand ready for those who decide, and the form for another. */
export function reasonsPage(frame: Frame, data: ReasonsShown, say: Say): Html {
  const { reasons, done } = data
  return deskPage(
    frame,
    say('desk.reasons'),
    html`${done ? html`<p class="done" role="status">${say('staff.done')}</p>` : null}
<p>${say('reason.hint')}</p>
${reasons.length === 0 ? html`<p class="nobody-yet">${say('reason.none-yet')}</p>` : null}
<ul class="notices">${reasons.map(
      ({ language, title, words, taking }) =>
        html`<li lang="${language}"><p><b dir="auto">${title}</b> <span class="quiet" lang="${frame.language}">${nameOf(language, frame.language)}</span></p><p dir="auto">${words}</p>
${buttonForm(taking, frame.language, say('reason.take'))}</li>
`,
    )}</ul>
<section><h2>${say('reason.add')}</h2>${addingHtml(frame, data, say)}</section>`,
    say,
  )
}

function addingHtml({ language, publication }: Frame, { adding, typed, errors }: ReasonsShown, say: Say): Html {
  return formHtml(
    adding,
    language,
    errors.form ?? null,
    html`${errorHtml('reason-error', errors.title)}
<p class="field"><label for="within">${say('phrase.language')}</label>
<select id="within" name="within">${publication.languages.map((one) => html`<option value="${one.language}"${one.language === typed.within ? html` selected` : null}>${nameOf(one.language, language)}</option>`)}</select></p>
${fieldHtml({ name: 'title', label: say('reason.title'), value: typed.title, hint: say('reason.title-hint') })}
${wordsField({ name: 'words', label: say('reason.words'), value: typed.words, hint: say('reason.words-hint'), rows: 3, error: errors.words ?? null })}
<p class="buttons"><button class="primary">${say('reason.submit')}</button></p>`,
  )
}
