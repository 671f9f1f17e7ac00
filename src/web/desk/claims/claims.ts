import { paths } from '../../../addresses/paths.ts'
import { type EditionId, editionWithId, latestRevision } from '../../../domain/articles/index.ts'
import {
  chainAtDesk,
  dropAnchor,
  markWords,
  missingSources,
  proposalsWaitingFor,
} from '../../../domain/sources/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { SOURCE_MARK_KINDS } from '../../../text/source-marks.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { count, flag, text } from '../../http/shapes.ts'
import { freshKey, keyAgain, submitAnew, submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { claimsPage, type MarkTyped } from './claims-page.ts'
import { EDITION } from './named.ts'

const MARK = { words: text, mark: text, key_: text }
const MOST_PROPOSALS = 100

/** What an edition asserts and quotes, and what is said of where that comes from. */
export const show = taking({ params: EDITION, query: { done: flag } }, (ask, { edition, done }) =>
  shown(ask, edition, { done }),
)

/** Marks words of the text, as the writing desk does with what is selected. */
export const create = taking(
  { params: EDITION, form: MARK, about: { 'mark.key-wrong': 'key_' } },
  async (ask, { edition: id, words, mark: kind, key_: key }) => {
    const by = await ask.person()
    const language = await ask.language()
    return submitOnce(ask, by, [words, kind, key], async (tx) => {
      const of = SOURCE_MARK_KINDS.find((one) => one === kind) ?? 'claim'
      const marked = await markWords(tx, { editionId: id, kind: of, key, words, byId: by.id, at: ask.at })
      if ('asideNumber' in marked) return { location: paths.deskRevision(id, marked.asideNumber, language) }
      return { location: `${paths.deskClaims(id, language)}&done=1#${marked.mark.kind}-${marked.mark.key}` }
    })
  },
  (ask, { edition, words, mark, key_ }, _, wrong) => shown(ask, edition, { wrong, typed: { words, mark, key_ } }),
)

/** Lets go of a passage that has lost its mark. */
export const drop = taking(
  { params: EDITION, form: { mark: text, key_: text, place: count } },
  async (ask, { edition: id, mark: kind, key_: key, place }) => {
    const by = await ask.person()
    const language = await ask.language()
    return submitAnew(ask, by, [kind, key, String(place)], async (tx) => {
      const edition = await editionWithId(tx, id)
      if (!edition) throw new Trouble('missing', 'edition.missing')
      const of = SOURCE_MARK_KINDS.find((one) => one === kind)
      if (of && edition.latestId) await dropAnchor(tx, { revisionId: edition.latestId, kind: of, key, place })
      return { location: paths.deskClaims(id, language) }
    })
  },
)

interface Since {
  done?: boolean
  wrong?: Wrong
  typed?: MarkTyped
}

async function shown(ask: Ask, id: EditionId, { done = false, wrong, typed }: Since) {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const found = await ask.store.read(async (db) => {
    const edition = await editionWithId(db, id)
    if (!edition) throw new Trouble('missing', 'edition.missing')
    const { articleId, language } = edition
    const [chain, revision, proposals] = await Promise.all([
      chainAtDesk(db, { articleId, editionId: id, language }),
      latestRevision(db, id),
      proposalsWaitingFor(db, articleId, MOST_PROPOSALS),
    ])
    return {
      edition,
      chain,
      proposals,
      title: revision?.title ?? '',
      missing: missingSources(chain, revision?.words ?? ''),
    }
  })
  const html = claimsPage(
    frame,
    {
      ...found,
      typed: typed ?? { words: '', mark: 'claim', key_: '' },
      errors: wrong?.errors ?? {},
      error: wrong?.error ?? null,
      done,
      marking: { action: paths.deskClaims(id), key: keyAgain(ask, wrong) },
      dropping: { action: paths.deskMarkDropping(id), key: freshKey() },
    },
    say,
  )
  return page(html, wrong?.status)
}
