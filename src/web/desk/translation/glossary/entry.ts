import { paths } from '../../../../addresses/paths.ts'
import type { EditionId } from '../../../../domain/articles/index.ts'
import { peopleById } from '../../../../domain/people/index.ts'
import {
  changesOf,
  describeEntry,
  type EntryId,
  entryById,
  type FindCarried,
  keepGlossary,
  occurrencesOf,
  proposalsBeside,
  settleGlossary,
} from '../../../../domain/translation/index.ts'
import type { Language } from '../../../../kit/language.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { Reading } from '../../../../store/index.ts'
import { page } from '../../../http/answers.ts'
import type { Ask } from '../../../http/ask.ts'
import { idOrNone, text, textOrNone } from '../../../http/shapes.ts'
import { freshKey, keyAgain, submitAnew } from '../../../http/submit.ts'
import { taking } from '../../../http/taking.ts'
import type { Wrong } from '../../../http/wrong.ts'
import { entryPage, type FormShown } from './entry-page.ts'
import { ENTRY, kind } from './named.ts'

export interface Given {
  findCarried: FindCarried
}

const LOOKED_THROUGH = 100
const CHANGES_SHOWN = 50
const DONE = ['added', 'described', 'saved'] as const
export type Done = (typeof DONE)[number]

const QUERY = { done: textOrNone.transform((sent) => DONE.find((one) => one === sent)), before: idOrNone<'edition'>() }

/** One name: how it is written in each language, what was changed of that, and where it is met. */
export const show = taking({ params: ENTRY, query: QUERY }, (ask, { entry, done, before }, given: Given) =>
  shown(ask, entry, given, { done, before }),
)

/** Says what a name is, and what is to be known of it. */
export const save = taking(
  { params: ENTRY, form: { kind, note: text } },
  async (ask, { entry: id, kind, note }, _: Given) => {
    const by = await ask.person()
    const location = paths.deskName(id, await ask.language(), { done: 'described' })
    return submitAnew(ask, by, [kind, note], async (tx) => {
      await describeEntry(tx, { id, kind, note, by, at: ask.at })
      return { location }
    })
  },
  (ask, { entry }, given, wrong) => shown(ask, entry, given, { wrong }),
)

export interface Since {
  done?: Done | undefined
  before?: EditionId | undefined
  wrong?: Wrong
  /** What was typed for one language. */
  typed?: { within: string; form: string; inflected: string; isLocked: boolean }
}

export async function shown(
  ask: Ask,
  id: EntryId,
  { findCarried }: Given,
  { done, before, wrong, typed }: Since,
): Promise<Response> {
  const by = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { entry, ...found } = await read(ask.store, id, before, findCarried)
  const languages = [
    ...new Set([
      ...frame.publication.languages.map(({ language }) => language as Language),
      ...entry.forms.map(({ language }) => language),
    ]),
  ]
  const maySettle = settleGlossary.may(by, undefined)
  const forms = languages.map((language): FormShown => {
    const form = entry.forms.find((one) => one.language === language)
    const reaches = keepGlossary.may(by, { section: null, languages: [language] })
    const again = typed?.within === language ? typed : undefined
    return {
      language,
      form,
      proposals: form ? [] : proposalsBeside(entry, language),
      target:
        reaches && (!form?.isLocked || maySettle)
          ? { action: paths.deskNameForms(id), key: again ? keyAgain(ask, wrong) : freshKey() }
          : null,
      typed: again ?? {
        form: form?.form ?? '',
        inflected: form?.inflected.join('\n') ?? '',
        isLocked: form?.isLocked ?? false,
      },
      errors: again ? (wrong?.errors ?? {}) : {},
    }
  })
  const data = {
    entry,
    ...found,
    forms,
    description: maySettle ? { action: paths.deskName(id), key: keyAgain(ask, typed ? undefined : wrong) } : null,
    removal: maySettle ? { action: paths.deskNameRemoval(id), key: freshKey() } : null,
    errors: typed ? {} : (wrong?.errors ?? {}),
    error: wrong?.error ?? null,
    done,
  }
  return page(entryPage(frame, data, say), wrong?.status)
}

async function read(db: Reading, id: EntryId, before: EditionId | undefined, findCarried: FindCarried) {
  const entry = await entryById(db, id)
  if (!entry) throw new Trouble('missing', 'glossary.missing')
  const changes = await changesOf(db, id, CHANGES_SHOWN)
  const ids = [...new Set([...changes, ...entry.forms].flatMap(({ byId }) => byId ?? []))]
  const people = new Map((await peopleById(db, ids)).map((one) => [one.id as number, one.name]))
  const occurrences = await occurrencesOf(db, { id, before, limit: LOOKED_THROUGH }, findCarried)
  return { entry, changes, people, occurrences }
}
