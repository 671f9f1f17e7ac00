import type { Say } from '../../../kit/sentences.ts'
import { fieldHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { type Html, html } from '../../html/template.ts'
import { type NamedListShown, namedListPage } from './named-list-page.ts'

export interface SectionsShown extends NamedListShown {
  places: readonly string[]
}

/** Each section with its address, its names and its place. */
export function sectionsPage(frame: Frame, { places, ...shown }: SectionsShown, say: Say): Html {
  const place = (at: number) =>
    fieldHtml({
      name: 'places',
      id: `place-${at}`,
      label: say('publication.place'),
      inputmode: 'numeric',
      value: places[at] ?? String(at + 1),
      optional: true,
    })
  const sections = {
    title: say('publication-part.sections'),
    hint: say('publication.sections-hint'),
    another: say('publication.another-section'),
    called: (slug: string) => html`<bdi>${slug}</bdi>`,
    beside: place,
  }
  return namedListPage(frame, shown, sections, say)
}
