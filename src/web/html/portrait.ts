import { type Html, html } from './template.ts'

const SHOWN_PX = 96

/** The picture that somebody shows of themselves, beside their name. */
export function portraitHtml(src: string): Html {
  return html`<img class="portrait" src="${src}" alt="" width="${SHOWN_PX}" height="${SHOWN_PX}">`
}
