import { paths } from '../../../addresses/paths.ts'
import type { EditionId } from '../../../domain/articles/index.ts'
import {
  actorNames,
  addSource,
  type ChainQuote,
  chainAtDesk,
  keepQuote,
  PARTY_KINDS,
  partyNamed,
  type QuoteId,
  quoteWithId,
  RENDERED_BY,
} from '../../../domain/sources/index.ts'
import { idFrom } from '../../../kit/ids.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, languageOrNone, lineOrNone, oneOfOrNone, text } from '../../http/shapes.ts'
import { keyAgain, submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { MOST_NAMES } from './claim-shown.ts'
import { ABOUT_LINK, dayOf, reportFrom } from './hop-typed.ts'
import { editionOf, IN_EDITION, QUOTE } from './named.ts'
import { quotePage, type TypedQuote } from './quote-page.ts'
import { type Given, reportAsked } from './report-read.ts'

const SAID = {
  speaker: text,
  speakerKind: oneOfOrNone(PARTY_KINDS),
  url: text,
  title: text,
  saidOn: lineOrNone,
  original: text,
  originalLanguage: languageOrNone,
  renderedBy: oneOfOrNone(RENDERED_BY),
  translator: text,
}

const ABOUT = {
  'said-on.wrong': 'saidOn',
  'url.wrong': 'url',
  'original.too-long': 'original',
  'publication.language-unknown': 'originalLanguage',
  ...ABOUT_LINK,
}

/** A quote: who is quoted, from where, in which words of theirs, and who put them into this language. */
export const show = taking({ params: QUOTE, query: { ...IN_EDITION, done: flag } }, (ask, { quote, edition, done }) =>
  shown(ask, { quote, edition }, { done }),
)

export const keep = taking(
  { params: QUOTE, form: { ...SAID, ...IN_EDITION }, about: ABOUT },
  async (ask, { quote: id, edition: named, ...sent }, given: Given) => {
    const { speakerKind: kind = 'person', original, originalLanguage, saidOn, renderedBy = null, translator } = sent
    const by = await ask.person()
    const { edition, sourceDocumentId } = await ask.store.read(async (db) => {
      const quote = await quoteWithId(db, id)
      if (!quote) throw new Trouble('missing', 'quote.missing')
      return { edition: await editionOf(db, quote.articleId, named), ...quote }
    })
    const { typed, read } = await reportAsked(ask.store, sent, sourceDocumentId, given)
    const location = `${paths.deskQuote(id, await ask.language(), edition.id)}&done=1`
    return submitAnew(ask, by, [JSON.stringify(sent)], async (tx) => {
      const keeping = { byId: by.id, at: ask.at }
      const { language } = edition
      const name = typed.speaker.trim()
      const from = await reportFrom(tx, typed, null, originalLanguage ?? language, { ...keeping, read })
      if (from) await addSource(tx, edition.articleId, from, ask.at)
      await keepQuote(
        tx,
        id,
        {
          speakerId: name === '' ? null : await partyNamed(tx, { name, kind }, language, keeping),
          sourceDocumentId: from,
          originalWords: original,
          originalLanguage,
          saidOn: saidOn ?? dayOf(read),
          renderedBy,
          translator,
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
