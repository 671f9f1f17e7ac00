import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from '../html/frame.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

export interface DataShown {
  /** Where one's own copy is. */
  copy: string
  erasure: string
  /** Whether they have asked to be erased. */
  isLeaving: boolean
}

/** A person's own copy of everything, and the way to be erased. */
export function dataPage(frame: Frame, { copy, erasure, isLeaving }: DataShown, say: Say): Html {
  return smallPage(
    frame,
    say('data.title'),
    html`<p class="tools"><a href="${paths.account(frame.language)}">${say('account.title')}</a></p>
<section><h2>${say('data.copy')}</h2>
<p>${say('data.copy-hint')}</p>
<p class="tools"><a href="${copy}" download>${say('account.data-download')}</a></p></section>
<section><h2>${say('erasure.title')}</h2>
<p>${say(isLeaving ? 'erasure.pending' : 'erasure.what')}</p>
<p class="tools"><a href="${erasure}">${say(isLeaving ? 'erasure.see' : 'erasure.begin')}</a></p></section>`,
    say,
  )
}
