import { paths } from '../../../addresses/paths.ts'
import { proposalsWaiting } from '../../../domain/sources/index.ts'
import { deskPage } from '../../html/small-page.ts'
import { html } from '../../html/template.ts'
import { webAddress } from '../../html/web-address.ts'
import { page } from '../../http/answers.ts'
import { taking } from '../../http/taking.ts'

const MOST = 100

/** The sources that readers have proposed and nobody has decided about, the oldest first. */
export const show = taking({}, async (ask) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const waiting = await proposalsWaiting(ask.store, MOST)
  const inside =
    waiting.length === 0
      ? html`<p>${say('proposals.none')}</p>`
      : html`<ul class="plain-list">${waiting.map(
          ({ id, claimId, url, words, by }) =>
            html`<li><p><a href="${paths.deskSourcedClaim(claimId, frame.language)}&proposal=${id}">${say('proposals.see')}</a> <a href="${webAddress(url) ?? ''}" rel="nofollow ugc noopener">${url}</a> <span class="quiet"><bdi>${by ?? say('comment.nobody')}</bdi></span></p><p dir="auto">${words}</p></li>`,
        )}</ul>`
  return page(deskPage(frame, say('proposals.title'), inside, say))
})
