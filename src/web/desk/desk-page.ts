import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from '../html/frame.ts'
import { smallPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'

/** Where staff go to work. */
export function deskIndex(
  frame: Frame,
  places: readonly { name: string; path: string }[],
  waiting: number,
  say: Say,
): Html {
  return smallPage(
    frame,
    say('desk.title'),
    html`<p>${say('desk.hint')}</p>
${waiting > 0 ? html`<p><b><a href="${paths.deskPeople(frame.language)}">${say('desk.waiting', { count: waiting })}</a></b></p>` : null}
<ul class="notices">${places.map(
      ({ name, path }) => html`<li><p><a href="${path}">${say(`desk.${name}`)}</a></p></li>
`,
    )}</ul>`,
    say,
  )
}
