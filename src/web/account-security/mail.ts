import { paths } from '../../addresses/paths.ts'
import {
  askForMailChange,
  mailChangeToUndo,
  mailToProve,
  proveMail,
  undoMailChange,
} from '../../domain/people/index.ts'
import { buttonForm } from '../html/fields.ts'
import { messagePage } from '../html/message-page.ts'
import { sentenceHtml } from '../html/sentence-html.ts'
import { smallPage } from '../html/small-page.ts'
import { html } from '../html/template.ts'
import { page, seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { text } from '../http/shapes.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { type Given, securityShown } from './security.ts'

/** Asks for another mail address, which has to prove itself. */
export const create = taking(
  { form: { mail: text, current: text }, about: { 'mail-change': 'mail', limit: 'mail' } },
  async (ask, { mail, current }, { signInContext }: Given) => {
    const owner = { cookies: ask.header('cookie') ?? '', current, client: ask.client() }
    await askForMailChange(signInContext, owner, mail, await linksOf(ask))
    return seeOther(`${paths.security(await ask.language())}?done=mail-asked#mail-address`)
  },
  (ask, { mail }, given: Given, wrong) => securityShown(ask, given, { wrong, mail }),
)

const TOKEN = { token: text }

/** What the letter to the new address links to: a button, for opening a page changes nothing. */
export const proofForm = taking({ query: TOKEN }, async (ask, { token }, { signInContext }: Given) => {
  const { newMail } = await mailToProve(signInContext, (await ask.signedIn())!.accountId, token)
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sending = { action: paths.mailProof(frame.language), key: freshKey(), hidden: { token } }
  const inside = html`<p>${sentenceHtml(say, 'mail-change.proof-hint', { mail: html`<bdi>${newMail}</bdi>` })}</p>
${buttonForm(sending, frame.language, say('mail-change.prove'), 'primary')}`
  return page(smallPage(frame, say('mail-change.title'), inside, say))
})

export const proof = taking({ form: TOKEN }, async (ask, { token }, { signInContext }: Given) => {
  await proveMail(signInContext, (await ask.signedIn())!.accountId, token, await linksOf(ask))
  return seeOther(`${paths.security(await ask.language())}?done=mail-changed#mail-address`)
})

/** What the letter to the address before links to. */
export const undoForm = taking({ query: TOKEN }, async (ask, { token }, { signInContext }: Given) => {
  const { oldMail } = await mailChangeToUndo(signInContext, token)
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sending = { action: paths.mailUndo(frame.language), key: freshKey(), hidden: { token } }
  const inside = html`<p>${sentenceHtml(say, 'mail-change.undo-hint', { mail: html`<bdi>${oldMail}</bdi>` })}</p>
${buttonForm(sending, frame.language, say('mail-change.undo'), 'primary')}`
  return page(smallPage(frame, say('mail-change.undo-title'), inside, say))
})

export const undo = taking({ form: TOKEN }, async (ask, { token }, { signInContext }: Given) => {
  await undoMailChange(signInContext, token, await ask.language())
  const [frame, say] = [await ask.frame(), await ask.say()]
  const onward = { path: paths.signIn(frame.language), words: say('layout.sign-in') }
  const sentences = [say('mail-change.undone-hint')]
  return page(messagePage(frame, { title: say('mail-change.undone'), sentences, onward }, say))
})

async function linksOf(ask: Ask) {
  const language = await ask.language()
  return {
    language,
    proof: (token: string) => ask.origin + paths.mailProof(language, token),
    undo: (token: string) => ask.origin + paths.mailUndo(language, token),
  }
}
