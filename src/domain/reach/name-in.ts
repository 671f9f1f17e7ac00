import type { Reading } from '../../store/index.ts'
import { publicationOf } from '../articles/index.ts'

/** What the publication is called in a language, or else in its first. */
export async function nameIn(db: Reading, language: string): Promise<string> {
  const { languages } = await publicationOf(db)
  return (languages.find((words) => words.language === language) ?? languages[0])?.name ?? 'Parley'
}
