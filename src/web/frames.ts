import { publicationOf, sections } from '../domain/articles/index.ts'
import type { Language } from '../kit/language.ts'
import type { Entry } from '../store/index.ts'
import type { Frame } from './pages/frame.ts'
import type { Web } from './web.ts'

/** What stands around every page, kept until the publication changes. */
export interface Frames {
  languages(): Promise<Language[]>
  /** Undefined for a language in which the publication does not appear. */
  in(language: Language): Promise<Frame | undefined>
}

export function createFrames({
  store,
  tail,
  origin,
  assets,
  reactions,
}: Pick<Web, 'store' | 'tail' | 'origin' | 'assets' | 'reactions'>): Frames {
  const kept = new Map<Language, Promise<Frame | undefined>>()
  let publication: ReturnType<typeof publicationOf> | undefined
  const asset = (name: string) => assets.path(name)

  tail.follow((entries) => {
    if (!entries.some(concernsAll)) return
    kept.clear()
    publication = undefined
  })

  function named() {
    publication ??= publicationOf(store)
    return publication
  }

  async function read(language: Language): Promise<Frame | undefined> {
    const { languages, telegram, mail, ...rest } = await named()
    const words = languages.find((words) => words.language === language)
    if (!words) return
    const { name, motto } = words
    const shown = { ...rest, name, motto, follow: { telegram, mail }, languages, reactions }
    return { language, publication: shown, sections: await sections(store, language), origin, asset }
  }

  return {
    async languages() {
      return (await named()).languages.map(({ language }) => language)
    },
    in(language) {
      const frame = kept.get(language) ?? read(language)
      kept.set(language, frame)
      frame.catch(() => kept.delete(language))
      return frame
    },
  }
}

/** Whether an entry is about no article in particular, so that any page may show it. */
export function concernsAll(entry: Entry): boolean {
  return entry.articleId === null
}
