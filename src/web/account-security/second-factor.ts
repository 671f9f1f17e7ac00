import { paths } from '../../addresses/paths.ts'
import { publicationOf } from '../../domain/articles/index.ts'
import { asksCurrent, mustBeOwner, mustComeAgain, type SignedIn, useAppCode } from '../../domain/people/index.ts'
import { qrCodeOf } from '../../kit/qr-code.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page, seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { ownPath } from '../http/own-path.ts'
import { nextPath, text } from '../http/shapes.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { Wrong } from '../http/wrong.ts'
import { secondFactorPage } from './second-factor-page.ts'
import { secondFactorProposalPage } from './second-factor-proposal-page.ts'
import type { Given } from './security.ts'

/** The second factor that one has, or the way to one. */
export const show = taking({ query: { next: nextPath } }, (ask, { next }, given: Given) =>
  secondFactorShown(ask, given, { next }),
)

/** Takes the second factor that the page proposed, when its code is right. */
export const create = taking(
  {
    form: { code: text, current: text, sealed: text, next: nextPath },
    about: { 'password.wrong': 'current', 'second-step': 'code' },
  },
  async (ask, { code, current, sealed, next }, { accounts, signInContext }: Given) => {
    const cookies = ask.header('cookie') ?? ''
    const signedIn = await mustBeOwner(signInContext, cookies, { current, client: ask.client() })
    const proposal = await accounts.secondFactor.reopen(sealed, await ownerOf(ask, signedIn))
    if (!proposal) throw new Trouble('conflict', 'form.stale')
    const { accountId } = signedIn
    const digits = await useAppCode(signInContext, { accountId, typed: code, client: ask.client() })
    ask.cookies.push(...(await accounts.secondFactor.take(cookies, accountId, proposal, digits)))
    return seeOther(next ?? `${paths.security(await ask.language())}?done=second-factor`)
  },
  (ask, { sealed, next }, given: Given, wrong) => secondFactorShown(ask, given, { sealed, next: ownPath(next), wrong }),
)

interface Shown {
  next?: string | undefined
  sealed?: string
  wrong?: Wrong
}

export async function secondFactorShown(ask: Ask, given: Given, shown: Shown): Promise<Response> {
  await ask.person()
  const signedIn = (await ask.signedIn())!
  return signedIn.hasSecondFactor ? present(ask, given, signedIn, shown) : proposed(ask, given, signedIn, shown)
}

async function present(ask: Ask, { accounts }: Given, { accountId }: SignedIn, { wrong }: Shown) {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const shown = {
    codesLeft: await accounts.secondFactor.recoveryCodesLeft(accountId),
    renew: { action: paths.recoveryCodes(frame.language), key: freshKey() },
    remove: { action: paths.secondFactorRemoval(frame.language), key: freshKey() },
    error: wrong?.sentence,
  }
  return page(secondFactorPage(frame, shown, say), wrong?.status)
}

async function proposed(
  ask: Ask,
  { accounts, signInContext }: Given,
  signedIn: SignedIn,
  { next, sealed, wrong }: Shown,
) {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { language } = frame
  const owner = await ownerOf(ask, signedIn)
  const before = sealed ? await accounts.secondFactor.reopen(sealed, owner) : undefined
  const proposal = before ?? (await accounts.secondFactor.propose(owner))
  const here = paths.secondFactor(language, next)
  const comeAgain = {
    action: paths.signInLetter(language),
    key: freshKey(),
    next: here,
    hidden: { mail: signedIn.mail },
  }
  const shown = {
    sending: { action: paths.secondFactor(language), key: freshKey(), next, hidden: { sealed: proposal.sealed } },
    secret: proposal.secret,
    recoveryCodes: proposal.recoveryCodes,
    picture: await qrCodeOf(proposal.uri),
    asksCurrent: await asksCurrent(signInContext, signedIn),
    comeAgain: (await mustComeAgain(signInContext, signedIn)) ? comeAgain : null,
    isDemanded: signedIn.lacksSecondFactor,
    errors: wrong?.errors ?? {},
    error: wrong?.error ?? null,
  }
  return page(secondFactorProposalPage(frame, shown, say), wrong?.status)
}

/** As whom an app names them. */
async function ownerOf(ask: Ask, { accountId, mail }: SignedIn) {
  const [{ languages }, language] = [await publicationOf(ask.store), await ask.language()]
  const issuer = languages.find((words) => words.language === language)?.name ?? languages[0]?.name ?? 'Parley'
  return { accountId, mail, issuer: issuer.replaceAll(':', ' ') }
}
