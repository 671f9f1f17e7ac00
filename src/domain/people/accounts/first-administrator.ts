import { timingSafeEqual } from 'node:crypto'
import { type Clock, MINUTE_MS } from '../../../kit/clock.ts'
import { secret, sha256 } from '../../../kit/hash.ts'
import { createNamedTurns } from '../../../kit/named-turns.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { once, type Store, type Writing } from '../../../store/index.ts'
import { join } from '../joining.ts'
import { nameFrom } from '../names/name.ts'
import { byAccount } from '../people.ts'
import type { Person } from '../person.ts'
import { countAdministrators } from '../roles/grants.ts'
import { giveRole } from '../roles/roles.ts'
import { type MailAddress, mailAddressFrom } from '../sign-in/mail-address.ts'
import { LIFE_MS } from '../sign-in/sign-in-request.ts'
import type { Accounts } from './accounts.ts'
import { checkLength } from './password.ts'
import { mustBeStrong, type StrengthOf } from './password-strength.ts'

type Typed = Record<'name' | 'mail' | 'password', string>

export interface FirstAdministrator {
  /** A fresh token for the terminal; undefined when there is an administrator. The one before ends. */
  token(): Promise<string | undefined>
  /** Throws Trouble unless this is the token on the terminal, in time, and there is still no administrator. */
  check(token: string): Promise<void>
  /** Makes the administrator and signs them in. */
  accept(token: string, typed: Typed): Promise<{ person: Person; cookies: string[] }>
}

/** Lets whoever reads the terminal become the first administrator. The token lives in this process alone. */
export function createFirstAdministrator({
  store,
  accounts,
  clock,
  strengthOf,
}: {
  store: Store
  accounts: Accounts
  clock: Clock
  strengthOf: StrengthOf
}): FirstAdministrator {
  let offered: { hash: string; until: number } | undefined
  let accepted: { hash: string; mail: MailAddress } | undefined
  const turns = createNamedTurns()

  const check = async (token: string) => {
    if ((await countAdministrators(store)) > 0) throw spent()
    if (!offered || !same(offered.hash, sha256(token))) throw new Trouble('gone', 'first-administrator.other')
    if (clock() >= offered.until)
      throw new Trouble('gone', 'first-administrator.expired', { minutes: LIFE_MS / MINUTE_MS })
  }

  return {
    check,
    async token() {
      if ((await countAdministrators(store)) > 0) return
      const fresh = secret()
      offered = { hash: sha256(fresh), until: clock() + LIFE_MS }
      return fresh
    },

    accept: (token, typed) => turns.oneAtATime('', () => accept(token, typed)),
  }

  async function accept(token: string, typed: Typed) {
    if (isSentAgain(token, typed.mail)) return entered(accepted!.mail, typed.password)
    await check(token)
    const mail = mailAddressFrom(typed.mail)
    const name = nameFrom(typed.name)
    checkLength(typed.password)
    await mustBeStrong(strengthOf, typed.password, [mail, ...mail.split(/[@.]/), name])
    const accountId = await accounts.create(mail, typed.password)
    if (!accountId) throw new Trouble('conflict', 'first-administrator.known')
    await joinFirst(accountId, name)
    accepted = { hash: offered!.hash, mail }
    offered = undefined
    return entered(mail, typed.password)
  }

  /** A form that is sent twice ends as if it had been sent once. */
  function isSentAgain(token: string, mail: string): boolean {
    return accepted !== undefined && same(accepted.hash, sha256(token)) && accepted.mail === mailAddressFrom(mail)
  }

  async function entered(mail: MailAddress, password: string) {
    const { accountId, cookies } = await accounts.byPassword(mail, password)
    return { person: (await byAccount(store, accountId!))!, cookies }
  }

  async function joinFirst(accountId: string, name: string) {
    try {
      await once(store, clock(), { personId: 0, key: KEY, requestHash: accountId }, async (tx) => {
        await joinAsFirst(tx, accountId, name, clock())
        return { location: '' }
      })
    } catch (error) {
      await accounts.remove(accountId)
      throw (await countAdministrators(store)) > 0 ? spent(error) : error
    }
  }
}

/** @NOTE two processes may look at once and both see no administrator; this key lets one of them wait for the other. */
const KEY = 'first-administrator'

async function joinAsFirst(tx: Writing, accountId: string, name: string, at: number) {
  if ((await countAdministrators(tx)) > 0) throw spent()
  const { id: personId } = await join(tx, { accountId, name, isStaff: true, at })
  await giveRole(tx, { personId, role: 'admin', byId: null, at })
}

function spent(cause?: unknown) {
  return new Trouble('gone', 'first-administrator.spent', {}, { cause })
}

function same(a: string, b: string) {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
