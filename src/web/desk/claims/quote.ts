import { paths } from '../../../addresses/paths.ts'
import type { EditionId } from '../../../domain/articles/index.ts'
import {
  actorNames,
  type ChainQuote,
  chainAtDesk,
  keepQuote,
  partyNamed,
  type QuoteId,
  quoteWithId,
  type RenderedBy,
} from '../../../domain/sources/index.ts'
import { idFrom } from '../../../kit/ids.ts'
import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, text } from '../../http/shapes.ts'
import { keyAgain, submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { reportFrom } from './hop-typed.ts'
import { editionOf, IN_EDITION, QUOTE } from './named.ts'
import { quotePage, type TypedQuote } from './quote-page.ts'

const SAID = {
  speaker: text,
  speakerKind: text,
  url: text,
  title: text,
  saidOn: text,
  original: text,
  originalLanguage: text,
  renderedBy: text,
  translator: text,
}

const ABOUT = {
  'said-on.wrong': 'saidOn',
  'url.wrong': 'url',
  'original.too-long': 'original',
  'publication.language-unknown': 'originalLanguage',
}

const MOST_NAMES = 300
const SPEAKERS = ['person', 'org', 'group'] as const

/** A quote: who is quoted, from where, in which words of theirs, and who put them into this language. */
export const show = taking({ params: QUOTE, query: { ...IN_EDITION, done: flag } }, (ask, { quote, edition, done }) =>
  shown(ask, { quote, edition }, { done }),
)

export const keep = taking(
  { params: QUOTE, form: { ...SAID, ...IN_EDITION }, about: ABOUT },
  async (ask, { quote: id, edition: named, ...typed }) => {
    const by = await ask.person()
    const edition = await ask.store.read(async (db) => {
      const quote = await quoteWithId(db, id)
      if (!quote) throw new Trouble('missing', 'quote.missing')
      return editionOf(db, quote.articleId, named)
    })
    const location = `${paths.deskQuote(id, await ask.language(), edition.id)}&done=1`
    return submitAnew(ask, by, Object.values(typed), async (tx) => {
      const keeping = { byId: by.id, at: ask.at }
      const { language } = edition
      const kind = SPEAKERS.find((one) => one === typed.speakerKind) ?? 'person'
      const name = typed.speaker.trim()
      const originalLanguage = (typed.originalLanguage.trim() || null) as Language | null
      await keepQuote(
        tx,
        id,
        {
          speakerId: name === '' ? null : await partyNamed(tx, { name, kind }, language, keeping),
          sourceDocumentId: await reportFrom(tx, typed, null, originalLanguage ?? language, keeping),
          originalWords: typed.original,
          originalLanguage,
          saidOn: typed.saidOn.trim() || null,
          renderedBy: (typed.renderedBy || null) as RenderedBy | null,
          translator: typed.translator,
          language,
        },
        keeping,
      )
      return { location }
    })
  },
  (ask, { quote, edition, ...typed }, _, wrong) => shown(ask, { quote, edition }, { wrong, typed }),
)

interface Since {
  done?: boolean
  wrong?: Wrong
  typed?: TypedQuote
}

async function shown(
  ask: Ask,
  { quote: id, edition: named }: { quote: QuoteId; edition?: EditionId | string | undefined },
  { done = false, wrong, typed }: Since,
) {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const found = await ask.store.read(async (db) => {
    const known = await quoteWithId(db, id)
    if (!known) throw new Trouble('missing', 'quote.missing')
    const edition = await editionOf(db, known.articleId, idFrom<'edition'>(String(named ?? '')))
    const { articleId, language } = edition
    const [chain, names] = await Promise.all([
      chainAtDesk(db, { articleId, editionId: edition.id, language }),
      actorNames(db, language, MOST_NAMES),
    ])
    return { edition, names, quote: chain.quotes.find((one) => one.id === id)! }
  })
  const html = quotePage(
    frame,
    {
      ...found,
      typed: typed ?? typedOf(found.quote),
      errors: wrong?.errors ?? {},
      error: wrong?.error ?? null,
      done,
      keeping: {
        action: paths.deskQuote(id),
        key: keyAgain(ask, wrong),
        hidden: { edition: String(found.edition.id) },
      },
    },
    say,
  )
  return page(html, wrong?.status)
}

function typedOf({
  speaker,
  report,
  saidOn,
  originalWords,
  originalLanguage,
  renderedBy,
  translator,
}: ChainQuote): TypedQuote {
  return {
    speaker: speaker?.name ?? '',
    speakerKind: speaker?.partyKind ?? 'person',
    url: report?.url ?? '',
    title: report?.title ?? '',
    saidOn: saidOn ?? '',
    original: originalWords,
    originalLanguage: originalLanguage ?? '',
    renderedBy: renderedBy ?? '',
    translator,
  }
}
