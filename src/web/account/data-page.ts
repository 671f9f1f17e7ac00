import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import { dateTimeHtml } from '../html/date-time.ts'
import type { Frame } from '../html/frame.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface DataShown {
  /** Where one's own copy is. */
  copy: string
  erasure: string
  /** Whether they have asked to be erased. */
  isLeaving: boolean
  /** What they agreed to, the latest first. */
  consents: readonly { about: string; words: string; language: string; at: number; endedAt: number | null }[]
}

/** A person's own copy of everything, and the way to be erased. */
export function dataPage(frame: Frame, { copy, erasure, isLeaving, consents }: DataShown, say: Say): Html {
  return smallPage(
    frame,
    say('data.title'),
    html`<p class="tools"><a href="${paths.account(frame.language)}">${say('account.title')}</a></p>
<section><h2>${say('data.copy')}</h2>
<p>${say('data.copy-hint')}</p>
<p class="tools"><a href="${copy}" download>${say('account.data-download')}</a></p></section>
${consentsHtml(frame, consents, say)}
<section><h2>${say('erasure.title')}</h2>
<p>${say(isLeaving ? 'erasure.pending' : 'erasure.what')}</p>
<p class="tools"><a href="${erasure}">${say(isLeaving ? 'erasure.see' : 'erasure.begin')}</a></p></section>`,
    say,
  )
}

/** What they agreed to, in the words that stood before them. */
function consentsHtml({ language, publication }: Frame, consents: DataShown['consents'], say: Say): Html | null {
  if (consents.length === 0) return null
  const on = (at: number) => dateTimeHtml(at, 'full', { language, zone: publication.zone })
  return html`<section id="consents"><h2>${say('consent.title')}</h2>
<p>${say('consent.hint')}</p>
<ul class="notices">
${consents.map(
  (
    one,
  ) => html`<li><p>${sentenceHtml(say, one.endedAt === null ? 'consent.given' : 'consent.ended', { about: say(`consent-about.${one.about}`), when: on(one.endedAt ?? one.at) })}</p>
<p class="quiet" lang="${one.language}" dir="auto">${one.words}</p></li>
`,
)}</ul></section>`
}
