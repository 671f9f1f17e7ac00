import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from '../html/frame.ts'
import { deskPage } from '../html/small-page.ts'
import { type Html, html } from '../html/template.ts'
import { type FirstStepsShown, firstStepsHtml } from './first-steps.ts'

interface Way {
  name: string
  path: string
}

export interface DeskShown {
  rooms: readonly { name: string; places: readonly Way[] }[]
  waiting: number
  first: FirstStepsShown | null
}

/** Where staff go to work: a list of ways for each room. */
export function deskIndex(frame: Frame, { rooms, waiting, first }: DeskShown, say: Say): Html {
  return deskPage(
    frame,
    say('desk.title'),
    html`<p>${say('desk.hint')}</p>
${first ? firstStepsHtml(frame, first, say) : null}
${waiting > 0 ? html`<p><b><a href="${paths.deskPeople(frame.language)}">${say('desk.waiting', { count: waiting })}</a></b></p>` : null}
<div class="rooms">${rooms.map(
      ({ name, places }) => html`<section><h2>${say(`desk.room.${name}`)}</h2>
<ul>${places.map(({ name, path }) => html`<li><a href="${path}">${say(`desk.${name}`)}</a></li>`)}</ul></section>
`,
    )}</div>`,
    say,
  )
}
