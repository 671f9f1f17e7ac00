import { paths } from '../../addresses/paths.ts'
import type { Say } from '../../kit/sentences.ts'
import type { Frame } from './frame.ts'
import { smallPage } from './small-page.ts'
import { type Html, html } from './template.ts'

export interface Message {
  title: string
  sentences: readonly string[]
  /** Where to go on; the front page where nothing is nearer. */
  onward?: { path: string; words: string } | undefined
  /** A form that can be sent once more; the way on then opens beside this page. */
  kept?: Html | undefined
}

/** Says one thing and how to go on. */
export function messagePage(frame: Frame, { title, sentences, onward, kept }: Message, say: Say): Html {
  const way = onward ?? { path: paths.front(frame.language), words: say('message.front') }
  return smallPage(
    frame,
    title,
    html`${sentences.map((sentence) => html`<p>${sentence}</p>`)}
<p class="buttons"><a class="primary" href="${way.path}"${kept ? html` target="_blank"` : null}>${way.words}</a></p>
${kept}`,
    say,
  )
}
