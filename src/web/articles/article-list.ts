import { type EditionCursor, type List, latestEditions, type ShownEdition } from '../../domain/articles/index.ts'
import type { Language } from '../../kit/language.ts'
import type { Reading } from '../../store/index.ts'
import { textOrNone } from '../http/shapes.ts'
import { cursorFrom, spelled } from './edition-cursor.ts'
import type { Teaser } from './teaser.ts'
import { teasers } from './teasers.ts'

const ON_A_PAGE = 20

/** Below which article a list goes on. */
export const BEFORE = {
  before: textOrNone.transform((sent) => {
    const cursor = cursorFrom(sent)
    return cursor && spelled(cursor)
  }),
}

export interface PartOfList {
  editions: readonly ShownEdition[]
  articles: Teaser[]
  older: string | null
}

/** A page of what a list holds in a language, newest first, and where it goes on. */
export async function partOfList(
  db: Reading,
  language: Language,
  list: List,
  { path, before }: { path: string; before: string | undefined },
): Promise<PartOfList> {
  const found = await latestEditions(db, language, { list, before: cursorFrom(before) }, ON_A_PAGE + 1)
  const editions = found.slice(0, ON_A_PAGE)
  const last: EditionCursor | undefined = found.length > ON_A_PAGE ? editions.at(-1)!.edition : undefined
  return { editions, articles: await teasers(db, editions), older: last ? `${path}?before=${spelled(last)}` : null }
}
