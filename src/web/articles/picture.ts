import { type Html, html } from '../html/template.ts'

export interface Picture {
  src: string
  srcset: string
  width: number
  height: number
  alt: string
  caption: string | null
}

/** An article's picture with its caption; its size is told before it is there, so that nothing moves. */
export function pictureHtml(picture: Picture): Html {
  return html`<figure class="picture">${imageHtml(picture, '(min-width: 42rem) 38.25rem, 100vw', 'eager')}${
    picture.caption ? html`<figcaption>${picture.caption}</figcaption>` : null
  }</figure>`
}

export function imageHtml(picture: Omit<Picture, 'caption'>, sizes: string, loading: 'eager' | 'lazy'): Html {
  return html`<img src="${picture.src}"${picture.srcset ? html` srcset="${picture.srcset}" sizes="${sizes}"` : null} width="${picture.width}" height="${picture.height}" alt="${picture.alt}"${
    loading === 'eager' ? html` fetchpriority="high"` : html` loading="lazy"`
  } decoding="async">`
}
