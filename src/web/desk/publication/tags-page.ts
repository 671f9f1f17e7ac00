import { paths } from '../../../addresses/paths.ts'
import type { Say } from '../../../kit/sentences.ts'
import type { Frame } from '../../html/frame.ts'
import { type Html, html } from '../../html/template.ts'
import { type NamedListShown, namedListPage } from './named-list-page.ts'

/** Each tag with its address, which leads to its page, and its names. */
export function tagsPage(frame: Frame, shown: NamedListShown, say: Say): Html {
  const tags = {
    title: say('publication-part.tags'),
    hint: say('publication.tags-hint'),
    another: say('publication.another-tag'),
    called: (slug: string) => html`<a href="${paths.tag(frame.language, slug)}"><bdi>${slug}</bdi></a>`,
  }
  return namedListPage(frame, shown, tags, say)
}
