import { paths } from '../../../../addresses/paths.ts'
import {
  type Edition,
  type EditionId,
  editionWithId,
  isReadable,
  latestRevision,
  writeArticles,
} from '../../../../domain/articles/index.ts'
import { type Member, mustMay } from '../../../../domain/people/index.ts'
import {
  addEntry,
  candidatesFor,
  dismiss,
  type EntryKind,
  type FormDraft,
  glossaryFor,
  keepGlossary,
  namesIn,
  oldFormsIn,
  proposalsOf,
} from '../../../../domain/translation/index.ts'
import { type Language, languageFrom } from '../../../../kit/language.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { Reading } from '../../../../store/index.ts'
import { page } from '../../../http/answers.ts'
import type { Ask } from '../../../http/ask.ts'
import { id, list, text, textOrNone } from '../../../http/shapes.ts'
import { freshKey, submitOnce } from '../../../http/submit.ts'
import { taking } from '../../../http/taking.ts'
import type { Wrong } from '../../../http/wrong.ts'
import { kind } from './named.ts'
import { namesPage } from './names-page.ts'

const EDITION = { edition: id<'edition'>('edition.missing') }
const ACTS = ['settle', 'keep', 'none'] as const
const DONE = [...ACTS] as const

/** The names that an article has, and those that nobody has settled. */
export const show = taking(
  { params: EDITION, query: { done: textOrNone.transform((sent) => DONE.find((one) => one === sent)) } },
  (ask, { edition, done }) => shown(ask, edition, { done }),
)

/** Settles one of them: takes the forms, keeps the script of the original, or remembers that it is no name. */
export const create = taking(
  {
    params: EDITION,
    form: {
      act: text.transform((sent) => ACTS.find((one) => one === sent)),
      kind,
      form: text,
      inLanguage: list,
      inForm: list,
    },
  },
  async (ask, { edition: id, act, kind, form, inLanguage, inForm }) => {
    const by = await ask.person()
    if (!act) throw new Trouble('invalid', 'form.field-wrong', { field: 'act' })
    const language = await ask.language()
    const location = paths.deskEditionNames(id, language, { done: act })
    return submitOnce(ask, by, [act, kind, form, ...inLanguage, ...inForm], async (tx) => {
      const edition = await mustSee(tx, id, by)
      if (act === 'none') await dismiss(tx, { language: edition.language, form, by, at: ask.at })
      else {
        const others = act === 'keep' ? inLanguage.map(() => form) : inForm
        const forms = formsOf({ language: edition.language, form, kind }, inLanguage, others)
        await addEntry(tx, { kind, note: '', forms, by, at: ask.at })
      }
      return { location }
    })
  },
  (ask, { edition }, _, wrong) => shown(ask, edition, { wrong }),
)

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
  done?: (typeof DONE)[number] | undefined
  wrong?: Wrong
}

async function shown(ask: Ask, id: EditionId, { done, wrong }: Since): Promise<Response> {
  const by = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const found = await ask.store.read((db) => read(db, id, by))
  const others = frame.publication.languages
    .map(({ language }) => language as Language)
    .filter((language) => language !== found.edition.language)
  const candidates = found.candidates.map((one) => ({
    ...one,
    others: proposalsOf({ ...one, language: found.edition.language }, others),
    target: { action: paths.deskEditionNames(id), key: freshKey() },
  }))
  return page(namesPage(frame, { ...found, candidates, done, error: wrong?.sentence ?? null }, say), wrong?.status)
}

async function read(db: Reading, id: EditionId, by: Member) {
  const edition = await mustSee(db, id, by)
  const revision = await latestRevision(db, id)
  const words = [revision?.title, revision?.standfirst, revision?.plain].filter(Boolean).join('\n\n')
  const known = await glossaryFor(db, [edition.language])
  const mentions = namesIn(words, edition.language, known)
  const counts = Map.groupBy(mentions, ({ entryId }) => entryId)
  return {
    edition,
    title: revision?.title ?? '',
    candidates: await candidatesFor(db, words, edition.language),
    known: known.flatMap((entry) => {
      const count = counts.get(entry.id)?.length
      return count ? [{ entry, count }] : []
    }),
    old: await oldFormsIn(db, words, edition.language, known),
  }
}

/** Drafts are for those who write articles, and for whoever works in their language. */
async function mustSee(db: Reading, id: EditionId, by: Member): Promise<Edition> {
  const edition = await editionWithId(db, id)
  if (!edition) throw new Trouble('missing', 'edition.missing')
  if (!isReadable(edition) && !writeArticles.may(by, undefined))
    mustMay(keepGlossary, by, { section: null, languages: [edition.language] })
  return edition
}
