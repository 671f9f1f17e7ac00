import { paths } from '../../../../addresses/paths.ts'
import {
  addEntry,
  countEntries,
  entriesFound,
  glossaryVersion,
  keepGlossary,
  settleGlossary,
} from '../../../../domain/translation/index.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import { page } from '../../../http/answers.ts'
import type { Ask } from '../../../http/ask.ts'
import { flag, idOrNone, text, textOrNone } from '../../../http/shapes.ts'
import { keyAgain, submitOnce } from '../../../http/submit.ts'
import { type Read, taking } from '../../../http/taking.ts'
import type { Wrong } from '../../../http/wrong.ts'
import { glossaryPage, type Typed } from './list-page.ts'
import { kind, kindOf, kindOrNone, within } from './named.ts'

const ON_A_PAGE = 50
const QUERY = {
  q: text,
  only: kindOrNone,
  within,
  before: idOrNone<'glossaryEntry'>(),
  done: textOrNone.transform((sent) => DONE.find((one) => one === sent)),
  added: textOrNone,
  changed: textOrNone,
  same: textOrNone,
  out: textOrNone,
}
const DONE = ['removed', 'imported'] as const

/** Every name of the glossary, those added last first; `q`, `only` and `within` leave the rest out. */
export const show = taking({ query: QUERY }, (ask, asked) => shown(ask, asked))

/** Adds a name in one language. */
export const create = taking(
  { form: { kind, within, form: text, note: text, locked: flag } },
  async (ask, { kind, within, form, note, locked }) => {
    const by = await ask.person()
    if (!within) throw new Trouble('invalid', 'language.not-offered')
    const language = await ask.language()
    return submitOnce(ask, by, [kind, within, form, note, String(locked)], async (tx) => {
      const forms = [{ language: within, form, isLocked: locked }]
      const entry = await addEntry(tx, { kind, note, forms, by, at: ask.at })
      return { location: paths.deskName(entry, language, { done: 'added' }) }
    })
  },
  (ask, typed, _, wrong) => {
    const { within, form, note } = typed
    return shown(
      ask,
      {},
      { wrong, typed: { kind: kindOf(typed.kind) ?? 'term', within, form, note, isLocked: typed.locked !== '' } },
    )
  },
)

interface Again {
  wrong: Wrong
  typed: Typed
}

async function shown(ask: Ask, asked: Partial<Read<typeof QUERY>>, again?: Again): Promise<Response> {
  const { q = '', only, within, before } = asked
  const by = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const found = await ask.store.read(async (db) => ({
    entries: await entriesFound(db, { words: q, kind: only, language: within, before }, ON_A_PAGE + 1),
    all: await countEntries(db),
    version: await glossaryVersion(db),
  }))
  const entries = found.entries.slice(0, ON_A_PAGE)
  const last = found.entries.length > ON_A_PAGE ? entries.at(-1) : undefined
  const filter = { q, only: only ?? '', within: within ?? '' }
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))
  const data = {
    ...found,
    entries,
    filter,
    older: last ? paths.deskGlossary(frame.language, { ...given, before: last.id }) : null,
    adding: { action: paths.deskGlossary(), key: keyAgain(ask, again?.wrong) },
    typed: again?.typed ?? {
      kind: 'person' as const,
      within: within ?? firstOf(by, frame.publication.languages),
      form: '',
      note: '',
      isLocked: true,
    },
    errors: again?.wrong.errors ?? {},
    error: again?.wrong.error ?? null,
    mayImport: settleGlossary.may(by, undefined),
    done: asked.done,
    counts: countsOf(asked),
  }
  return page(glossaryPage(frame, data, say), again?.wrong.status)
}

/** The first language that somebody settles names in. */
function firstOf(by: Parameters<typeof keepGlossary.may>[0], languages: readonly { language: string }[]): string {
  const own = languages.find(({ language }) => keepGlossary.may(by, { section: null, languages: [language] }))
  return (own ?? languages[0])?.language ?? ''
}

function countsOf({ added, changed, same, out }: Partial<Read<typeof QUERY>>) {
  const number = (sent: string | undefined) => Number(sent) || 0
  return { added: number(added), changed: number(changed), same: number(same), out: number(out) }
}
