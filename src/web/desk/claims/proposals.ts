import { paths } from '../../../addresses/paths.ts'
import { decideProposal, proposalsWaiting } from '../../../domain/sources/index.ts'
import type { Language } from '../../../kit/language.ts'
import { deskPage } from '../../html/small-page.ts'
import { html } from '../../html/template.ts'
import { webAddress } from '../../html/web-address.ts'
import { page } from '../../http/answers.ts'
import { submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { IN_EDITION, PROPOSAL } from './named.ts'

const MOST = 100

/** The sources that readers have proposed and nobody has decided about, the oldest first. */
export const show = taking({}, async (ask) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const waiting = await proposalsWaiting(ask.store, frame.language as Language, MOST)
  const inside =
    waiting.length === 0
      ? html`<p>${say('proposals.none')}</p>`
      : html`<ul class="plain-list">${waiting.map(
          ({ id, claimId, claim, key, url, words, by }) =>
            html`<li><p><a href="${paths.deskSourcedClaim(claimId, frame.language)}&proposal=${id}" dir="auto">${claim?.gist || key}</a>${claim?.elsewhere ? html` <span class="quiet">· <bdi lang="${claim.elsewhere.language}">${claim.elsewhere.title}</bdi></span>` : null}</p>
<p><a href="${webAddress(url) ?? ''}" rel="nofollow ugc noopener" dir="ltr">${url}</a> <span class="quiet">· <bdi>${by ?? say('comment.nobody')}</bdi></span></p>
<p dir="auto">${words}</p></li>
`,
        )}</ul>`
  return page(deskPage(frame, say('proposals.title'), inside, say))
})

/** Puts a proposal aside. */
export const decline = taking({ params: PROPOSAL, form: IN_EDITION }, async (ask, { proposal, edition }) => {
  const by = await ask.person()
  const language = await ask.language()
  return submitAnew(ask, by, [], async (tx) => {
    const { claimId } = await decideProposal(tx, proposal, 'declined', { byId: by.id, at: ask.at })
    return { location: paths.deskSourcedClaim(claimId, language, edition) }
  })
})
