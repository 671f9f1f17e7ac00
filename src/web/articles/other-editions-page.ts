import { paths } from '../../addresses/paths.ts'
import { nameOf } from '../../kit/language.ts'
import type { Say } from '../../kit/sentences.ts'
import { type FormTarget, formHtml } from '../html/fields.ts'
import type { Frame } from '../html/frame.ts'
import { foreign } from '../html/masthead.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface OtherEditionsShown {
  editions: readonly { language: string; slug: string; title: string }[]
  /** The languages in which it is not, and can be wished for. */
  absent: readonly string[]
  sending: FormTarget
  isDone: boolean
  error: string | null
}

/** The languages in which an article can be read, and room to ask for another. */
export function otherEditionsPage(
  frame: Frame,
  { editions, absent, sending, isDone, error }: OtherEditionsShown,
  say: Say,
): Html {
  const { language } = frame
  const isAbsent = absent.includes(language)
  return smallPage(
    frame,
    say('wish.title'),
    html`${isDone ? html`<p class="done" role="status">${say('wish.done')}</p>` : null}
${isAbsent ? html`<p>${say('wish.absent', { language: nameOf(language) })}</p>` : null}
<p>${say('wish.there-are')}</p>
<ul class="plain-list">${editions.map((one) => html`<li><a href="${paths.article(one.language, one.slug)}" ${foreign(one.language)}><b>${nameOf(one.language)}</b> ${one.title}</a></li>`)}</ul>
${
  absent.length === 0
    ? null
    : formHtml(
        sending,
        language,
        error,
        html`<p class="field"><label for="wanted">${say('wish.ask')}</label>
<select id="wanted" name="wanted">${absent.map((one) => html`<option value="${one}"${one === language ? html` selected` : null}>${nameOf(one, language)}</option>`)}</select></p>
<p class="hint">${say('wish.hint')}</p>
<p class="buttons"><button class="primary">${say('wish.send')}</button></p>`,
      )
}`,
    say,
  )
}
