import { paths } from '../../../addresses/paths.ts'
import type { Edition } from '../../../domain/articles/index.ts'
import {
  type Chain,
  type ChainClaim,
  type ChainHop,
  CLAIM_KINDS,
  CLAIM_RELATIONS,
  CLAIM_STATUSES,
  PUT_RIGHT,
} from '../../../domain/sources/index.ts'
import { directionOf, nameOf } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import { stepHtml } from '../../articles/index.ts'
import { choiceField } from '../../html/choice.ts'
import { buttonForm, type FormTarget, fieldHtml, formHtml } from '../../html/fields.ts'
import type { Frame } from '../../html/frame.ts'
import { deskPage } from '../../html/small-page.ts'
import { type Html, html } from '../../html/template.ts'
import { webAddress } from '../../html/web-address.ts'
import { hopFields, knownActors } from './hop-form.ts'
import type { TypedHop } from './hop-typed.ts'

interface ProposalShown {
  id: number
  url: string
  words: string
  by: string | null
}

export interface ClaimShown {
  edition: Edition
  chain: Chain
  claim: ChainClaim
  names: readonly string[]
  proposals: readonly ProposalShown[]
  said: { kind: string; status: string; gist: string; note: string }
  adding: TypedHop
  hops: readonly { hop: ChainHop; typed: TypedHop }[]
  /** The form that has come back. */
  again: 'said' | 'adding' | 'changing' | 'relating' | null
  /** The step whose form has come back. */
  changingId: number | null
  /** The address of another article's claim, as it was typed. */
  elsewhere: string
  /** The proposal that is being made a step. */
  taking: ProposalShown | null
  errors: Readonly<Record<string, string>>
  error: string | null
  done: boolean
  forms: {
    keep: FormTarget
    add: FormTarget
    change: (hopId: number) => FormTarget
    relate: FormTarget
    decline: (proposalId: number) => FormTarget
  }
}

/** A claim at the desk. */
export function claimPage(frame: Frame, shown: ClaimShown, say: Say): Html {
  const { claim, edition, done, names } = shown
  const { language } = frame
  return deskPage(
    frame,
    say('desk-claim.title', { key: claim.key }),
    html`<p class="tools"><a href="${paths.deskClaims(edition.id, language)}#claim-${claim.key}">${say('desk-claim.back')}</a> <span class="quiet">${nameOf(edition.language, language)}</span></p>
${done ? html`<p class="done" role="status">${say('desk-claim.kept')}</p>` : null}
<blockquote lang="${edition.language}" dir="${directionOf(edition.language)}"><p>${claim.places[0]?.selector.exact ?? claim.gist}</p></blockquote>
${proposalsHtml(shown, frame, say)}
<section aria-labelledby="steps-title"><h2 id="steps-title">${say('desk-claim.steps')}</h2>
${claim.hops.length === 0 ? html`<p class="quiet">${say('chain.unsourced')}</p>` : html`<ol class="steps editable">${shown.hops.map((one, index) => hopHtml(one, index, shown, frame, say))}</ol>`}
${addHtml(shown, frame, say)}</section>
${knownActors(names)}
${saidHtml(shown, frame, say)}
${relationsHtml(shown, frame, say)}`,
    say,
  )
}

function hopHtml(
  { hop, typed }: ClaimShown['hops'][number],
  index: number,
  { hops, forms, changingId, errors, error }: ClaimShown,
  { language }: Frame,
  say: Say,
): Html {
  const isAgain = changingId === hop.id
  const move = (act: string, words: string) =>
    html`<button class="plain" name="act" value="${act}" formnovalidate>${words}</button> `
  return html`<li>${stepHtml(hop, { say, language })}
<details${isAgain ? html` open` : null}><summary>${say('desk-claim.change-step', { at: index + 1 })}</summary>
${formHtml(
  forms.change(hop.id),
  language,
  isAgain ? error : null,
  html`${hopFields(typed, isAgain ? errors : {}, `hop-${hop.id}`, say)}
<p class="buttons"><button class="primary">${say('desk-claim.keep-step')}</button> ${index > 0 ? move('up', say('desk-claim.up')) : null}${index < hops.length - 1 ? move('down', say('desk-claim.down')) : null}${move('remove', say('desk-claim.remove'))}</p>`,
)}</details></li>
`
}

function addHtml(
  { adding, forms, claim, again, errors, error, taking }: ClaimShown,
  { language }: Frame,
  say: Say,
): Html {
  const isAgain = again === 'adding'
  const isOpen = claim.hops.length === 0 || isAgain || taking !== null
  const hidden = { ...forms.add.hidden, ...(taking && { proposal: String(taking.id) }) }
  const places = claim.hops.map(
    (_, index) => [String(index), say('desk-claim.before-step', { at: index + 1 })] as const,
  )
  return html`<details id="add-step"${isOpen ? html` open` : null}><summary>${say('desk-claim.add-step')}</summary>${formHtml(
    { ...forms.add, hidden },
    language,
    isAgain ? error : null,
    html`${taking ? html`<p class="done">${say('proposals.taking', { name: taking.by ?? say('comment.nobody') })}</p>` : null}
${hopFields(adding, isAgain ? errors : {}, 'new', say)}
${claim.hops.length > 0 ? choiceField({ name: 'position', label: say('desk-claim.place'), value: '' }, [['', say('desk-claim.at-end')], ...places]) : null}
<p class="buttons"><button class="primary">${say('desk-claim.add')}</button></p>`,
  )}</details>`
}

/** What it is, and what has become of it. */
function saidHtml(
  { said, claim, forms, again, errors, error, edition }: ClaimShown,
  { language }: Frame,
  say: Say,
): Html {
  return html`<section aria-labelledby="said-title"><h2 id="said-title">${say('desk-claim.what')}</h2>${formHtml(
    forms.keep,
    language,
    again === 'said' ? error : null,
    html`${choiceField(
      { name: 'kind', label: say('desk-claim.kind'), value: said.kind },
      CLAIM_KINDS.map((one) => [one, say(`claim-kind.${one}`)] as const),
    )}
${choiceField(
  { name: 'status', label: say('desk-claim.status'), value: said.status },
  CLAIM_STATUSES.map((one) => [one, say(`claim-status.${one}`)] as const),
)}
${fieldHtml({ name: 'gist', label: say('desk-claim.gist', { language: nameOf(edition.language, language) }), value: said.gist, hint: say('desk-claim.gist-hint'), error: errors.gist, optional: true })}
${fieldHtml({ name: 'note', label: say('desk-claim.note'), value: said.note, error: errors.note, optional: true })}
<p class="buttons"><button class="plain">${say('desk-claim.keep')}</button></p>`,
  )}
<p class="hint">${say('desk-claim.status-hint')} <a href="${paths.deskCorrections(edition.articleId, language, { claim: claim.id })}">${say('corrections.make')}</a></p></section>`
}

/** How it stands to the others, and a form to say so. */
function relationsHtml(shown: ClaimShown, { language }: Frame, say: Say): Html {
  const { claim, chain, forms, again, elsewhere, errors, error } = shown
  const others = chain.claims.filter(({ id }) => id !== claim.id)
  return html`<section aria-labelledby="relations-title"><h2 id="relations-title">${say('desk-claim.relations')}</h2>
<ul class="plain-list">${claim.relations.map(
    ({ type, isBy, claimId, gist, status, elsewhere: at }) =>
      html`<li><p>${say(isBy ? `claim-relation-by.${type}` : `claim-relation.${type}`)} <b><bdi>${gist}</bdi></b>${PUT_RIGHT.includes(status) ? html` <span class="tag">${say(`claim-status.${status}`)}</span>` : null}${at ? html` <a href="${paths.article(at.language, at.slug)}#s-${at.number}" hreflang="${at.language}"><bdi>${at.title}</bdi></a>` : null}</p>${buttonForm(
        {
          ...forms.relate,
          hidden: { ...forms.relate.hidden, type, to: String(claimId), end: '1', ...(isBy && { isBy: '1' }) },
        },
        language,
        say('desk-claim.unrelate'),
      )}</li>`,
  )}</ul>
${formHtml(
  forms.relate,
  language,
  again === 'relating' ? error : null,
  html`${choiceField(
    { name: 'type', label: say('desk-claim.relation'), value: 'contests', error: errors.type },
    CLAIM_RELATIONS.map((one) => [one, say(`claim-relation.${one}`)] as const),
  )}
${
  others.length > 0
    ? choiceField({ name: 'to', label: say('desk-claim.other'), value: '' }, [
        ['', '–'],
        ...others.map(({ id, gist, key }) => [String(id), gist || key] as const),
      ])
    : null
}
${fieldHtml({ name: 'elsewhere', label: say('desk-claim.elsewhere'), value: elsewhere, hint: say('desk-claim.elsewhere-hint'), error: errors.elsewhere, optional: true })}
<p class="buttons"><button class="plain">${say('desk-claim.relate')}</button></p>`,
)}</section>`
}

function proposalsHtml({ proposals, forms, claim, edition }: ClaimShown, { language }: Frame, say: Say): Html | null {
  if (proposals.length === 0) return null
  return html`<section aria-labelledby="proposals-title"><h2 id="proposals-title">${say('proposals.title')}</h2><ul class="plain-list">${proposals.map(
    ({ id, url, words, by }) =>
      html`<li><p><a href="${webAddress(url) ?? ''}" rel="nofollow ugc noopener">${url}</a> <span class="quiet"><bdi>${by ?? say('comment.nobody')}</bdi></span></p><p dir="auto">${words}</p>
<p><a href="${paths.deskSourcedClaim(claim.id, language, edition.id)}&proposal=${id}#add-step">${say('proposals.take')}</a></p>${buttonForm(forms.decline(id), language, say('proposals.decline'))}</li>`,
  )}</ul></section>`
}
