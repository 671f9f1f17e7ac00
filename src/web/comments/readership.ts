import type { Readership } from '../../domain/translation/index.ts'
import { languageFrom } from '../../kit/language.ts'
import type { Ask } from '../http/ask.ts'
import { lookFor } from '../http/look-cookie.ts'

/** What whoever asks understands, by what they said or else by the page's language, and into which of these they have comments translated. */
export async function readershipOf(ask: Ask): Promise<Readership> {
  const [language, { languages }] = [await ask.language(), await lookFor(ask)]
  const reads = languages.length > 0 ? languages : [language]
  const into = reads.includes(language) ? language : (languageFrom(reads[0]!) ?? language)
  return { into, reads }
}

/** The same of somebody who asks for this very comment, whatever they understand. */
export async function readershipFor(ask: Ask, comment: { language: string | null }): Promise<Readership> {
  const { into, reads } = await readershipOf(ask)
  return { into, reads: reads.filter((one) => one !== comment.language) }
}
