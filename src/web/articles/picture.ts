import { type Html, html } from '../html/template.ts'

export interface Picture {
  src: string
  srcset: string
  avif: string
  width: number
  height: number
  alt: string
  caption: string | null
  credit: string
  focusX: number
  focusY: number
}

/** An article's picture with its caption; its size is told before it is there, so that nothing moves. */
export function pictureHtml(picture: Picture): Html {
  return html`<figure class="picture">${imageHtml(picture, '(min-width: 42rem) 38.25rem, 100vw', 'eager')}${
    picture.caption || picture.credit
      ? html`<figcaption>${picture.caption}${picture.credit ? html` <span class="credit">${picture.credit}</span>` : null}</figcaption>`
      : null
  }</figure>`
}

/** Where it is cropped, what matters in it stays. */
function focusClass({ focusX, focusY }: Pick<Picture, 'focusX' | 'focusY'>): string | null {
  if (focusX === 50 && focusY === 50) return null
  return `focus-x-${Math.round(focusX / 10)} focus-y-${Math.round(focusY / 10)}`
}

export function imageHtml(picture: Omit<Picture, 'caption'>, sizes: string, loading: 'eager' | 'lazy'): Html {
  const focus = focusClass(picture)
  return html`<picture><source type="image/avif" srcset="${picture.avif}" sizes="${sizes}"><source type="image/webp" srcset="${picture.srcset}" sizes="${sizes}"><img src="${picture.src}"${focus && html` class="${focus}"`} width="${picture.width}" height="${picture.height}" alt="${picture.alt}"${
    loading === 'eager' ? html` fetchpriority="high"` : html` loading="lazy"`
  } decoding="async"></picture>`
}
