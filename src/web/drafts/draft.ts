import {
  type DraftLinks,
  draftLinkWithId,
  editionWithId,
  refuseDeleted,
  shownDraft,
} from '../../domain/articles/index.ts'
import { sourcesOf } from '../../domain/sources/index.ts'
import { directionOf } from '../../kit/language.ts'
import { sentencesIn } from '../../kit/sentences.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Reading } from '../../store/index.ts'
import { editionPreview } from '../articles/index.ts'
import { layout } from '../html/layout.ts'
import { html } from '../html/template.ts'
import { text } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'

export interface Given {
  draftLinks: DraftLinks
}

/** An edition as it is being written, for whoever was given a link to it. No one is told from where they came. */
export const show = taking({ params: { token: text } }, async (ask, { token }, { draftLinks }: Given) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { draft, sources } = await ask.store.read(async (db) => {
    const draft = await draftBehind(db, draftLinks, token, ask.at)
    return { draft, sources: await sourcesOf(db, draft.article.id, draft.edition.language) }
  })
  const { language, title } = draft.edition
  const article = editionPreview({ ...frame, ...draft, sources, editions: [] }, frame, sentencesIn(language))
  const body = layout(
    frame,
    { title: title || say('writing.untitled') },
    html`<p class="draft-line" role="note">${say('draft-link.shown')}</p>
<div class="page" lang="${language}" dir="${directionOf(language)}">${article}</div>`,
    say,
  )
  return new Response(String(body), { headers: HEADERS })
})

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
}

async function draftBehind(db: Reading, draftLinks: DraftLinks, token: string, at: number) {
  const id = draftLinks.idIn(token)
  const link = id && (await draftLinkWithId(db, id))
  const edition = link && draftLinks.isSealed(token, link) && (await editionWithId(db, link.editionId))
  if (!edition) throw new Trouble('gone', 'draft-link.gone')
  await refuseDeleted(db, edition.articleId)
  const draft = await shownDraft(db, edition.id, undefined, at)
  if (!draft) throw new Trouble('gone', 'draft-link.gone')
  return draft
}
