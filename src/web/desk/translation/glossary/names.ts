import { paths } from '../../../../addresses/paths.ts'
import {
  type Edition,
  type EditionId,
  type EditionWords,
  editionWithId,
  isReadable,
  latestRevision,
  revisionWithId,
  writeArticles,
} from '../../../../domain/articles/index.ts'
import { type Member, mustMay } from '../../../../domain/people/index.ts'
import {
  addEntry,
  dismissAll,
  type EntryKind,
  type FindNames,
  type FormDraft,
  formChangesIn,
  glossaryFor,
  keepGlossary,
  proposalsOf,
  settleAll,
} from '../../../../domain/translation/index.ts'
import { type Language, languageFrom } from '../../../../kit/language.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { Reading } from '../../../../store/index.ts'
import { blocksOf } from '../../../../text/blocks.ts'
import { page } from '../../../http/answers.ts'
import type { Ask } from '../../../http/ask.ts'
import { id, list, text, textOrNone } from '../../../http/shapes.ts'
import { freshKey, submitOnce } from '../../../http/submit.ts'
import { taking } from '../../../http/taking.ts'
import type { Wrong } from '../../../http/wrong.ts'
import { kind } from './named.ts'
import { namesPage } from './names-page.ts'

const EDITION = { edition: id<'edition'>('edition.missing') }
export interface Given {
  findNames: FindNames
}

const ACTS = ['settle', 'keep', 'none', 'all', 'rest'] as const

/** The names that an article has, and those that nobody has settled. */
export const show = taking(
  { params: EDITION, query: { done: textOrNone.transform((sent) => ACTS.find((one) => one === sent)) } },
  (ask, { edition, done }, given: Given) => shown(ask, edition, given, { done }),
)

/** Settles one of them: takes the forms, keeps the script of the original, or remembers that it is no name; or all that are left, as they are proposed or as no names. */
export const create = taking(
  {
    params: EDITION,
    form: {
      act: text.transform((sent) => ACTS.find((one) => one === sent)),
      kind,
      form: text,
      /** Every form in which it stands there. */
      stands: list,
      inLanguage: list,
      inForm: list,
    },
  },
  async (ask, { edition: id, act, kind, form, stands, inLanguage, inForm }, given: Given) => {
    const by = await ask.person()
    if (!act) throw new Trouble('invalid', 'form.field-wrong', { field: 'act' })
    const language = await ask.language()
    const location = paths.deskEditionNames(id, language, { done: act })
    if (act === 'all' || act === 'rest') return settleSeveral(ask, id, act, location, given)
    return submitOnce(ask, by, [act, kind, form, ...inLanguage, ...inForm], async (tx) => {
      const edition = await mustSee(tx, id, by)
      if (act === 'none') await dismissAll(tx, { forms: [form, ...stands], language: edition.language, by, at: ask.at })
      else {
        const others = act === 'keep' ? inLanguage.map(() => form) : inForm
        const forms = formsOf({ language: edition.language, form, kind }, inLanguage, others)
        await addEntry(tx, { kind, note: '', forms, by, at: ask.at })
      }
      return { location }
    })
  },
  (ask, { edition }, given, wrong) => shown(ask, edition, given, { wrong }),
)

async function settleSeveral(
  ask: Ask,
  id: EditionId,
  act: 'all' | 'rest',
  location: string,
  given: Given,
): Promise<Response> {
  const by = await ask.person()
  const { edition, candidates } = await found(ask, id, by, given, act === 'all')
  const { language } = edition
  const others = await otherLanguages(ask, language)
  return submitOnce(ask, by, [act, ...candidates.map(({ form }) => form)], async (tx) => {
    if (act === 'all') await settleAll(tx, { names: candidates, language, others, by, at: ask.at })
    else await dismissAll(tx, { forms: candidates.flatMap(({ forms }) => forms), language, by, at: ask.at })
    return { location }
  })
}

async function otherLanguages(ask: Ask, own: Language): Promise<Language[]> {
  const { publication } = await ask.frame()
  return publication.languages.map(({ language }) => language as Language).filter((language) => language !== own)
}

interface Name {
  language: Language
  form: string
  kind: EntryKind
}

/** @NOTE a scheme is told where its form was taken as it was proposed. */
function formsOf(name: Name, languages: readonly string[], forms: readonly string[]): FormDraft[] {
  const written = languages.flatMap((sent, at): FormDraft[] => {
    const language = languageFrom(sent)
    const form = (forms[at] ?? '').trim()
    if (!language || language === name.language || form === '') return []
    const [proposed] = proposalsOf(name, [language])
    const scheme = proposed?.proposals.find((one) => one.form === form)?.scheme ?? null
    return [{ language, form, isLocked: true, scheme }]
  })
  const once = [...new Map(written.map((one) => [one.language, one])).values()]
  return [{ language: name.language, form: name.form, isLocked: true }, ...once]
}

interface Since {
  done?: (typeof ACTS)[number] | undefined
  wrong?: Wrong
}

async function shown(ask: Ask, id: EditionId, given: Given, { done, wrong }: Since): Promise<Response> {
  const by = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const names = await found(ask, id, by, given)
  const { language } = names.edition
  const others = await otherLanguages(ask, language)
  const candidates = names.candidates.map((one) => ({
    ...one,
    form: one.nominative.form,
    others: proposalsOf({ ...one, form: one.nominative.form, language }, others),
    target: { action: paths.deskEditionNames(id), key: freshKey() },
  }))
  const target = { action: paths.deskEditionNames(id), key: freshKey() }
  const data = { ...names, candidates, target, done, error: wrong?.sentence ?? null }
  return page(namesPage(frame, data, say), wrong?.status)
}

async function found(ask: Ask, id: EditionId, by: Member, { findNames }: Given, isToTheEnd = false) {
  const { edition, known, title, ...asked } = await ask.store.read((db) => read(db, id, by))
  const { candidates, counts, old } = await findNames(edition.language, { ...asked, isToTheEnd })
  const named = new Map(counts)
  return {
    edition,
    title,
    candidates,
    known: known.flatMap((entry) => {
      const count = named.get(entry.id)
      return count ? [{ entry, count }] : []
    }),
    old,
  }
}

async function read(db: Reading, id: EditionId, by: Member) {
  const edition = await mustSee(db, id, by)
  const revision = await latestRevision(db, id)
  const shown = edition.revisionId === null ? undefined : await revisionWithId(db, edition.revisionId)
  return {
    edition,
    title: revision?.title ?? '',
    words: [revision?.title, revision?.standfirst, revision?.plain].filter(Boolean).join('\n\n'),
    paragraphs: [...new Set([revision, shown].flatMap((one) => (one ? partsOf(one) : [])))],
    known: await glossaryFor(db, [edition.language]),
    changes: await formChangesIn(db, edition.language),
  }
}

/** As they are compared with those of a translation. */
function partsOf({ title, standfirst, pictureAlt, pictureCaption, words }: EditionWords): string[] {
  return [title, standfirst, pictureAlt, pictureCaption, ...blocksOf(words)].filter((one) => one !== '')
}

/** Drafts are for those who write articles, and for whoever works in their language. */
async function mustSee(db: Reading, id: EditionId, by: Member): Promise<Edition> {
  const edition = await editionWithId(db, id)
  if (!edition) throw new Trouble('missing', 'edition.missing')
  if (!isReadable(edition) && !writeArticles.may(by, undefined))
    mustMay(keepGlossary, by, { section: null, languages: [edition.language] })
  return edition
}
