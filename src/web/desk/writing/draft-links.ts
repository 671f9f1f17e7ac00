import { paths } from '../../../addresses/paths.ts'
import {
  type DraftLinks,
  draftLinksOf,
  type EditionId,
  editionWithId,
  latestRevision,
  makeDraftLink,
  refuseDeleted,
  withdrawDraftLink,
} from '../../../domain/articles/index.ts'
import { peopleById } from '../../../domain/people/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { id, text } from '../../http/shapes.ts'
import { freshKey, keyAgain, submitAnew, submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { draftLinksPage } from './draft-links-page.ts'
import { EDITION } from './named.ts'

export interface Given {
  draftLinks: DraftLinks
}

/** The links by which somebody outside sees an edition as it is being written. */
export const show = taking({ params: EDITION }, (ask, { edition }, given: Given) => shown(ask, edition, '', given))

/** Makes another. */
export const create = taking(
  {
    params: EDITION,
    form: { name: text },
    about: { 'draft-link.nameless': 'name', 'draft-link.name-too-long': 'name' },
  },
  async (ask, { edition: id, name }) => {
    const by = await ask.person()
    const location = paths.deskDraftLinks(id, await ask.language())
    return submitOnce(ask, by, [name], async (tx) => {
      await makeDraftLink(tx, { id, by, at: ask.at, name })
      return { location }
    })
  },
  (ask, { edition, name }, given: Given, wrong) => shown(ask, edition, name, given, wrong),
)

/** Ends a link. */
export const withdraw = taking({ params: { link: id<'draftLink'>('draft-link.missing') } }, async (ask, { link }) => {
  const by = await ask.person()
  const language = await ask.language()
  return submitAnew(ask, by, [], async (tx) => {
    const edition = await withdrawDraftLink(tx, { linkId: link, by, at: ask.at })
    return { location: paths.deskDraftLinks(edition, language) }
  })
})

async function shown(ask: Ask, id: EditionId, name: string, { draftLinks }: Given, wrong?: Wrong): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { edition, title, links, people } = await ask.store.read(async (db) => {
    const edition = await editionWithId(db, id)
    if (!edition) throw new Trouble('missing', 'edition.missing')
    await refuseDeleted(db, edition.articleId)
    const links = await draftLinksOf(db, id)
    const people = await peopleById(db, [...new Set(links.flatMap(({ byId }) => byId ?? []))])
    return { edition, title: (await latestRevision(db, id))?.title ?? '', links, people }
  })
  const rows = links.map((link) => ({
    name: link.name,
    at: link.at,
    by: people.find((one) => one.id === link.byId)?.name ?? null,
    address: frame.origin + paths.draft(draftLinks.tokenOf(link)),
    withdrawal: { action: paths.draftLinkWithdrawal(link.id), key: freshKey() },
  }))
  const sending = { action: paths.deskDraftLinks(id), key: keyAgain(ask, wrong) }
  const data = {
    edition: edition.id,
    title,
    links: rows,
    name,
    sending,
    errors: wrong?.errors ?? {},
    error: wrong?.error ?? null,
  }
  return page(draftLinksPage(frame, data, say), wrong?.status)
}
