import { paths } from '../../../addresses/paths.ts'
import type { Edition } from '../../../domain/articles/index.ts'
import {
  type Chain,
  type ChainClaim,
  type ChainQuote,
  isClaim,
  type MissingSource,
} from '../../../domain/sources/index.ts'
import { directionOf, nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { stepsHtml, tagsHtml } from '../../articles/index.ts'
import { choiceField } from '../../html/choice.ts'
import { type FormTarget, fieldHtml, formHtml, wordsField } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { webAddress } from '../../html/web-address.ts'

/** The form that marks words. */
export interface MarkTyped {
  words: string
  mark: string
  key_: string
}

export interface ClaimsShown {
  edition: Edition
  title: string
  chain: Chain
  missing: readonly MissingSource[]
  proposals: readonly { id: number; claimId: number; key: string; url: string; words: string; by: string | null }[]
  typed: MarkTyped
  errors: Readonly<Record<string, string>>
  error: string | null
  done: boolean
  marking: FormTarget
  dropping: FormTarget
}

/** What an edition asserts and quotes, with the way to say where each comes from. */
export function claimsPage(frame: Frame, shown: ClaimsShown, say: Say): Html {
  const { edition, title, chain, done } = shown
  const { language } = frame
  const all = [...chain.claims, ...chain.quotes]
  const marked = all.filter(({ number }) => number > 0).sort((a, b) => a.number - b.number)
  const others = all.filter(({ number }) => number === 0)
  return deskPage(
    frame,
    say('desk-claims.title', { title: title || say('writing.untitled') }),
    html`<p class="tools"><a href="${paths.deskEdition(edition.id, language)}">${say('desk-claims.back')}</a> <span class="quiet">${nameOf(edition.language, language)}</span></p>
${done ? html`<p class="done" role="status">${say('desk-claims.marked')}</p>` : null}
${proposalsHtml(shown, frame, say)}
${lostHtml(shown, frame, say)}
${marked.length === 0 ? html`<p>${say('desk-claims.none')}</p>` : null}
<ol class="claims">${marked.map((one) => itemHtml(one, shown, frame, say))}</ol>
${others.length > 0 ? html`<details><summary>${say('desk-claims.unmarked')}</summary><ol class="claims">${others.map((one) => itemHtml(one, shown, frame, say))}</ol></details>` : null}
${markingHtml(shown, frame, say)}`,
    say,
  )
}

function itemHtml(one: ChainClaim | ChainQuote, { edition, missing }: ClaimsShown, frame: Frame, say: Say): Html {
  const { language } = frame
  const kind = isClaim(one) ? 'claim' : 'quote'
  const lacks = missing.filter((lack) => lack.kind === kind && lack.id === one.id && !lack.about.startsWith('mark-'))
  const path = isClaim(one)
    ? paths.deskSourcedClaim(one.id, language, edition.id)
    : paths.deskQuote(one.id, language, edition.id)
  const words = isClaim(one) ? one.gist : one.words
  return html`<li id="${kind}-${one.key}"${one.number > 0 ? html` value="${one.number}"` : null}><p><a href="${path}" lang="${edition.language}" dir="${directionOf(edition.language)}">${words || one.key}</a> <code>{${kind} ${one.key}}</code> ${isClaim(one) ? tagsHtml(one, { say, language }) : null}</p>
${isClaim(one) ? stepsHtml(one.hops, { say, language }) : html`<p class="quiet">${one.speaker?.name ?? say('quote.speakerless')}</p>`}
${lacks.length > 0 ? html`<ul class="plain-list lacks">${lacks.map((lack) => html`<li>${say(`missing.${lack.about}`, { name: lack.name })}</li>`)}</ul>` : null}</li>
`
}

/** Passages whose mark is gone from the text; none is moved by guess. */
function lostHtml({ chain, dropping }: ClaimsShown, { language }: Frame, say: Say): Html | null {
  const lost = [...chain.claims, ...chain.quotes].flatMap((one) =>
    one.places.filter(({ state }) => state !== 'marked').map((place) => ({ one, place })),
  )
  if (lost.length === 0) return null
  return html`<section aria-labelledby="lost-title"><h2 id="lost-title">${say('desk-claims.lost')}</h2><ul class="plain-list">${lost.map(
    ({ one, place: { state, selector, place } }) => {
      const kind = isClaim(one) ? 'claim' : 'quote'
      return html`<li><p>${say(state === 'orphaned' ? 'missing.mark-orphaned' : 'missing.mark-gone', { name: selector.exact })} <code>{${kind} ${one.key}}</code></p>
${formHtml({ ...dropping, hidden: { mark: kind, key_: one.key, place: String(place) } }, language, null, html`<button class="plain">${say('desk-claims.let-go')}</button>`)}</li>`
    },
  )}</ul></section>`
}

/** What readers have proposed for the article's claims. */
function proposalsHtml({ proposals, edition }: ClaimsShown, { language }: Frame, say: Say): Html | null {
  if (proposals.length === 0) return null
  return html`<section aria-labelledby="proposals-title"><h2 id="proposals-title">${say('proposals.title')}</h2><ul class="plain-list">${proposals.map(
    ({ claimId, key, url, words, by }) =>
      html`<li><p><a href="${paths.deskSourcedClaim(claimId, language, edition.id)}"><code>{claim ${key}}</code></a> <a href="${webAddress(url) ?? ''}" rel="nofollow ugc noopener">${url}</a> <span class="quiet"><bdi>${by ?? say('comment.nobody')}</bdi></span></p><p dir="auto">${words}</p></li>`,
  )}</ul></section>`
}

/** Without script: words of the text, and what they are. */
function markingHtml({ marking, typed, errors, error, edition }: ClaimsShown, frame: Frame, say: Say): Html {
  return html`<details${error || errors.words || errors.key_ ? html` open` : null}><summary>${say('desk-claims.mark')}</summary>${formHtml(
    marking,
    frame.language,
    error,
    html`${wordsField({ name: 'words', label: say('desk-claims.words'), value: typed.words, hint: say('desk-claims.words-hint'), error: errors.words ?? null, rows: 3 })}
${choiceField({ name: 'mark', label: say('desk-claims.as'), value: typed.mark }, [
  ['claim', say('desk-claims.as-claim')],
  ['quote', say('desk-claims.as-quote')],
])}
${fieldHtml({ name: 'key_', label: say('desk-claims.key'), value: typed.key_, hint: say('desk-claims.key-hint'), error: errors.key_, optional: true })}
<p class="buttons"><button class="primary">${say('desk-claims.mark-now')}</button> <span class="quiet">${nameOf(edition.language, frame.language)}</span></p>`,
  )}</details>`
}
