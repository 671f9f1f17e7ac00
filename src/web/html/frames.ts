import { feedBaseOf, lookOf, pageLinks, policyPages, publicationOf, sections } from '../../domain/articles/index.ts'
import type { ReactionKind } from '../../domain/discussion/index.ts'
import type { Language } from '../../kit/language.ts'
import { type DeclaredEntry, keptUntil, latestSeq, type Store, type Tail } from '../../store/index.ts'
import type { Assets } from '../http/assets.ts'
import type { Frame } from './frame.ts'
import { lookShown } from './look-shown.ts'

/** A frame, with the journal's number of a state in which it stood so. */
export interface FrameThen extends Frame {
  asOf: number
}

/** What stands around every page, kept until the publication changes. */
export interface Frames {
  languages(): Promise<Language[]>
  /** Undefined for a language in which the publication does not appear. */
  in(language: Language): Promise<FrameThen | undefined>
}

/** What frames are made of. */
export interface FrameParts {
  store: Store
  tail: Tail
  origin: string
  assets: Assets
  reactions: readonly ReactionKind[]
  /** Translates comments, where the publication has an engine for that. */
  commentTranslator?: unknown
}

export function createFrames({ store, tail, origin, assets, reactions, commentTranslator }: FrameParts): Frames {
  const kept = new Map<Language, Promise<FrameThen | undefined>>()
  const publication = keptUntil(tail, touchesEverything, () => publicationThen(store))
  const translates = commentTranslator !== undefined
  const asset = (name: string) => assets.path(name)

  tail.follow((entries) => {
    if (entries.some(touchesEverything)) kept.clear()
  })

  async function read(language: Language): Promise<FrameThen | undefined> {
    const { languages, telegram, mail, asOf, feedBase = origin, ...rest } = await publication()
    const words = languages.find((words) => words.language === language)
    if (!words) return
    const { name, motto } = words
    const shown = { ...rest, feedBase, name, motto, follow: { telegram, mail }, languages, reactions, translates }
    const [rubrics, pages, policies] = await Promise.all([
      sections(store, language),
      pageLinks(store, language),
      policyPages(store),
    ])
    return { language, publication: shown, sections: rubrics, pages, policies, origin, asset, asOf }
  }

  return {
    async languages() {
      return (await publication()).languages.map(({ language }) => language)
    },
    in(language) {
      const frame = kept.get(language) ?? read(language)
      kept.set(language, frame)
      frame.catch(() => kept.delete(language))
      return frame
    },
  }
}

function touchesEverything({ touches }: DeclaredEntry): boolean {
  return touches === 'everything'
}

function publicationThen(store: Store) {
  return store.read(async (db) => ({
    ...(await publicationOf(db)),
    feedBase: await feedBaseOf(db),
    look: await lookShown(db, await lookOf(db)),
    asOf: await latestSeq(db),
  }))
}
