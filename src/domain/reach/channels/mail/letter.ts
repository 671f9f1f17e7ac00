import { directionOf } from '../../../../kit/language.ts'
import { localeOf } from '../../../../kit/sentences.ts'

/** What a mail says, before it is known how it goes out. */
export interface Letter {
  to: string
  subject: string
  text: string
  html: string
  /** By which mail servers know it, where it has one already. */
  id?: string
  /** Such as List-Unsubscribe. */
  headers?: Readonly<Record<string, string>>
}

/** A letter of plain paragraphs, the same as text and as HTML, in the language that the interface speaks to its reader. A paragraph that is an address becomes a link; what a reader typed stands in others only. */
export function letterOf(to: string, language: string, subject: string, text: string): Letter {
  const lang = localeOf(language)
  const paragraphs = text.split('\n\n').map((paragraph) => `<p>${linked(paragraph)}</p>`)
  const head = `<!doctype html><html lang="${lang}" dir="${directionOf(lang)}"><meta charset="utf-8"><title>${escaped(subject)}</title>`
  return { to, subject, text: `${text}\n`, html: `${head}<body>${paragraphs.join('\n')}</body></html>\n` }
}

function linked(paragraph: string) {
  const safe = escaped(paragraph)
  return /^https?:\/\/\S+$/.test(paragraph) ? `<a href="${safe}">${safe}</a>` : safe
}

function escaped(text: string) {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? '&quot;')
}
