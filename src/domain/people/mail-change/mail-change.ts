import { MINUTE_MS } from '../../../kit/clock.ts'
import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { hasSecondFactor } from '../accounts/own-second-factor.ts'
import { mustBeOwner } from '../accounts/passwords.ts'
import { removePasskeysSince } from '../passkeys/passkeys.ts'
import { byMail } from '../people.ts'
import { type MailAddress, mailAddressFrom } from '../sign-in/mail-address.ts'
import type { SignInContext } from '../sign-in/sign-in-context.ts'
import { useAllFor } from '../sign-in/sign-in-requests.ts'
import {
  add,
  byToken,
  isHeldBack,
  type MailChange,
  markChanged,
  markUndone,
  PROOF_MS,
  tokenFor,
  UNDO_MS,
} from './mail-changes.ts'

/** Where the links of letters lead. */
export interface MailChangeLinks {
  language: Language
  proof(token: string): string
  undo(token: string): string
}

interface Owner {
  cookies: string
  current: string
  client: string
}

/** Asks the new address to prove itself, and tells the one before, which can stop it. The answer is the same whether or not the new one has an account. */
export async function askForMailChange(
  context: SignInContext,
  owner: Owner,
  typed: string,
  { language, proof, undo }: MailChangeLinks,
): Promise<void> {
  const { store, limits, clock, secret, tell } = context
  const { accountId, mail: oldMail, hasSecondFactor } = await mustBeOwner(context, owner.cookies, owner)
  const newMail = mailAddressFrom(typed)
  if (newMail === oldMail) throw new Trouble('invalid', 'mail-change.same')
  await limits.mail(newMail, owner)
  if (await isTaken(context, newMail, accountId)) return tell({ to: newMail, language, about: 'mail-change-taken' })
  const asked = { accountId, oldMail, newMail, hadSecondFactor: hasSecondFactor ? 1 : 0, askedAt: clock() } as const
  const { value: id } = await store.write((tx) => add(tx, asked))
  const named = { minutes: PROOF_MS / MINUTE_MS }
  await tell({ to: newMail, language, about: 'mail-change-proof', link: proof(tokenFor(secret, 'prove', id)), named })
  await tell({ to: oldMail, language, about: 'mail-change-asked', link: undo(tokenFor(secret, 'undo', id)) })
}

async function isTaken({ store, accounts, clock }: SignInContext, mail: MailAddress, accountId: string) {
  return (await accounts.isKnown(mail)) || isHeldBack(store, mail, accountId, clock())
}

/** The address that a link proves, for the one who asked; throws where it is good no more. */
export async function mailToProve(context: SignInContext, accountId: string, token: string): Promise<MailChange> {
  const { store, secret, clock } = context
  const change = await byToken(store, secret, 'prove', token)
  const isOpen = change && change.accountId === accountId && change.changedAt === null && change.undoneAt === null
  if (!isOpen || change.askedAt <= clock() - PROOF_MS) throw new Trouble('gone', 'link.spent')
  return change
}

/** Gives an account its new address; both are told, and the one before can take it back for three days. */
export async function proveMail(
  context: SignInContext,
  accountId: string,
  token: string,
  { language, undo }: MailChangeLinks,
): Promise<void> {
  const change = await mailToProve(context, accountId, token)
  if (await isTaken(context, change.newMail, accountId)) throw new Trouble('conflict', 'mail-change.taken')
  await carryOut(context, accountId, change, { language, undo })
}

/** @NOTE the former address is told before anything changes: where that letter cannot be sent, all of it can be tried again. */
async function carryOut(
  { store, accounts, clock, secret, tell }: SignInContext,
  accountId: string,
  { id, oldMail, newMail }: Pick<MailChange, 'id' | 'oldMail' | 'newMail'>,
  { language, undo }: Pick<MailChangeLinks, 'language' | 'undo'>,
): Promise<void> {
  await tell({ to: oldMail, language, about: 'mail-changed', link: undo(tokenFor(secret, 'undo', id)) })
  const { value: isFirst } = await store.write(async (tx) => {
    const first = await markChanged(tx, id, clock())
    if (first) await useAllFor(tx, oldMail, clock())
    return first
  })
  if (!isFirst) return
  await accounts.setMail(accountId, newMail)
  await tell({ to: newMail, language, about: 'mail-changed-here' })
}

/**
 * Gives an account the address that a site says of its owner, which is theirs to say; both are told, and the one before can take it back
 * for three days. Nothing changes where the address is somebody else's.
 */
export async function changeMailAsSaid(
  context: SignInContext,
  accountId: string,
  newMail: MailAddress,
  { language, undo }: Pick<MailChangeLinks, 'language' | 'undo'>,
): Promise<void> {
  const { store, accounts, clock } = context
  const oldMail = await accounts.mailOf(accountId)
  if (!oldMail || newMail === oldMail || (await isTaken(context, newMail, accountId))) return
  const hadSecondFactor: 0 | 1 = (await hasSecondFactor(store, accountId)) ? 1 : 0
  const asked = { accountId, oldMail, newMail, hadSecondFactor, askedAt: clock() }
  const { value: id } = await store.write((tx) => add(tx, asked))
  await carryOut(context, accountId, { id, oldMail, newMail }, { language, undo })
}

/** What a link to take it back is about; throws where that is too late. */
export async function mailChangeToUndo({ store, secret, clock }: SignInContext, token: string): Promise<MailChange> {
  const change = await byToken(store, secret, 'undo', token)
  const since = change?.changedAt ?? change?.askedAt ?? 0
  if (!change || change.undoneAt !== null || since <= clock() - UNDO_MS) throw new Trouble('gone', 'mail-change.over')
  return change
}

/**
 * Takes a change back by the link in the letter to the address before. Where it had been made, every session ends, and so does what was
 * added to the account since it was asked for: whoever took the account over keeps nothing by which to come in again.
 */
export async function undoMailChange(context: SignInContext, token: string, language: Language): Promise<void> {
  const { store, accounts, clock, tell } = context
  const change = await mailChangeToUndo(context, token)
  const { id, accountId, oldMail, newMail, askedAt, changedAt, hadSecondFactor } = change
  if (changedAt !== null && (await byMail(store, oldMail))) throw new Trouble('conflict', 'mail-change.taken')
  const { value: isFirst } = await store.write(async (tx) => {
    const first = await markUndone(tx, id, clock())
    if (first && changedAt !== null) {
      await useAllFor(tx, newMail, clock())
      await removePasskeysSince(tx, accountId, askedAt)
    }
    return first
  })
  if (!isFirst || changedAt === null) return
  await accounts.takeBack(accountId, oldMail, askedAt)
  if (hadSecondFactor === 0) await accounts.secondFactor.remove(accountId)
  for (const to of [oldMail, newMail]) await tell({ to, language, about: 'mail-change-undone' }).catch(() => {})
}
