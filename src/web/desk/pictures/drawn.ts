import { paths } from '../../../addresses/paths.ts'
import { type ShelvedPicture, saidIn } from '../../../domain/media/index.ts'
import { directionOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { type Html, html } from '../../html/template.ts'
import { pictureUrl } from './picture-url.ts'

/** A picture as lists show it, with what is said of it; it leads to its own page. */
export function drawnHtml(picture: ShelvedPicture, language: string, say: Say): Html {
  const said = saidIn(picture.words, language)
  const words = said
    ? html`<span class="said" lang="${said.language}" dir="${directionOf(said.language)}">${said.alt}</span>`
    : html`<span class="said lacks">${say('pictures.without-text')}</span>`
  return html`<a href="${paths.deskPicture(picture.id, language)}"><img src="${pictureUrl(picture)}" alt="" loading="lazy" decoding="async">${words}</a>`
}
