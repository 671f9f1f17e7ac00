import { paths } from '../../addresses/paths.ts'
import { editionForEach } from '../../domain/articles/index.ts'
import { type ClaimId, chainShown, claimWithId, proposeSource } from '../../domain/sources/index.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import { fieldHtml, formHtml, wordsField } from '../html/fields.ts'
import { smallPage } from '../html/small-page.ts'
import { html } from '../html/template.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { flag, id, text } from '../http/shapes.ts'
import { keyAgain, submitOnce } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { Wrong } from '../http/wrong.ts'

const CLAIM = { claim: id<'claim'>('claim.missing') }
const ABOUT = { 'url.missing': 'url', 'url.wrong': 'url', 'proposal.wordless': 'words', 'words.too-long': 'words' }

/** Where a reader proposes a source that they know for a claim. */
export const form = taking({ params: CLAIM, query: { done: flag } }, (ask, { claim, done }) =>
  shown(ask, claim, { done }),
)

/** Keeps it for the desk. */
export const create = taking(
  { params: CLAIM, form: { url: text, words: text }, about: ABOUT },
  async (ask, { claim: claimId, url, words }) => {
    const by = await ask.person()
    const location = `${paths.proposal(claimId, await ask.language())}&done=1`
    await placeOf(ask, claimId)
    return submitOnce(ask, by, [url, words], async (tx) => {
      await proposeSource(tx, { claimId, personId: by.id, url, words, at: ask.at })
      return { location }
    })
  },
  (ask, { claim, url, words }, _, wrong) => shown(ask, claim, { wrong, typed: { url, words } }),
)

interface Since {
  done?: boolean
  wrong?: Wrong
  typed?: { url: string; words: string }
}

async function shown(ask: Ask, claimId: ClaimId, { done = false, wrong, typed = { url: '', words: '' } }: Since) {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { gist, number, address } = await placeOf(ask, claimId).catch((error: unknown) => {
    throw wrong?.trouble ?? error
  })
  const { errors = {}, error = null } = wrong ?? {}
  const sending = { action: paths.proposal(claimId), key: keyAgain(ask, wrong) }
  const back = html`<p><a href="${address}#s-${number}">${say('proposal.back')}</a></p>`
  const inside = done
    ? html`<p class="done" role="status">${say('proposal.kept')}</p>${back}`
    : html`<blockquote><p dir="auto">${gist}</p></blockquote><p>${say('proposal.hint')}</p>
${formHtml(
  sending,
  frame.language,
  error,
  html`${fieldHtml({ name: 'url', label: say('proposal.url'), value: typed.url, error: errors.url })}
${wordsField({ name: 'words', label: say('proposal.words'), value: typed.words, hint: say('proposal.words-hint'), error: errors.words ?? null, rows: 4 })}
<p class="buttons"><button class="primary">${say('proposal.send')}</button></p>`,
)}${back}`
  return page(smallPage(frame, say('proposal.title'), inside, say), wrong?.status)
}

/** The claim as readers see it; throws Trouble where they see none. */
async function placeOf(ask: Ask, claimId: ClaimId) {
  const language = (await ask.language()) as Language
  const found = await ask.store.read(async (db) => {
    const claim = await claimWithId(db, claimId)
    const edition = claim && (await editionForEach(db, [claim.articleId], language)).get(claim.articleId)
    if (edition?.state !== 'published') return
    const { articleId, id: editionId } = edition
    const { claims } = await chainShown(db, { articleId, editionId, language: edition.language })
    const shown = claims.find((one) => one.id === claimId)
    return shown && { gist: shown.gist, number: shown.number, address: paths.article(edition.language, edition.slug) }
  })
  if (!found) throw new Trouble('missing', 'claim.missing')
  return found
}
