import { paths } from '../../addresses/paths.ts'
import type { ProofOfWork } from '../../kit/proof-of-work.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page, seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { setBrowserCookie } from '../http/browser-cookie.ts'
import { joiningWords } from '../http/joining-words.ts'
import { ownPath } from '../http/own-path.ts'
import { nextPath, text } from '../http/shapes.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { Wrong } from '../http/wrong.ts'
import { type Given, sendLink } from './sign-in-link.ts'
import { signUpPage } from './sign-up-page.ts'

export const form = taking({ query: { next: nextPath } }, (ask, { next }, { signInContext }: Given) => {
  signInContext.accounts.prepare()
  return formPage(ask, { name: '', mail: '', next })
})

export interface GivenProof {
  proofOfWork: ProofOfWork
}

/** Always ends at "look in your mail", for a program that filled in what nobody sees, too; the name is given when the address is proven. */
export const create = taking(
  { form: { name: text, mail: text, next: nextPath, proof: text, website: text } },
  async (ask, { proof, website, ...wish }, given: Given & GivenProof) => {
    if (website !== '') return seeOther(paths.signInSent(await ask.language()))
    if (proof !== '' && !(await given.proofOfWork.isDone(proof))) throw new Trouble('invalid', 'work.not-done')
    return sendLink(ask, given, { ...wish, shown: await joiningWords(ask) })
  },
  (ask, { name, mail, next }, _, wrong) => formPage(ask, { name, mail, next: ownPath(next) }, wrong),
)

interface Typed {
  name: string
  mail: string
  next: string | undefined
}

async function formPage(ask: Ask, { next, ...typed }: Typed, wrong?: Wrong): Promise<Response> {
  setBrowserCookie(ask)
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { errors = {}, error = null } = wrong ?? {}
  const sending = { action: paths.signUp(frame.language), key: freshKey(), next }
  return page(signUpPage(frame, { sending, typed, errors, error }, say), wrong?.status)
}
