import { timingSafeEqual } from 'node:crypto'
import { type Clock, MINUTE_MS } from '../../kit/clock.ts'
import { secret, sha256 } from '../../kit/hash.ts'
import { Trouble } from '../../kit/trouble.ts'
import { once, type Store, type Writing } from '../../store/index.ts'
import type { Accounts } from './accounts.ts'
import { join } from './joining.ts'
import { mailAddressFrom } from './mail-address.ts'
import { nameFrom } from './name.ts'
import { byAccount, countAdministrators } from './people.ts'
import type { Person } from './person.ts'
import { LIFE_MS } from './sign-in-request.ts'

export interface FirstAdministrator {
  /** A fresh token for the terminal; undefined when there is an administrator. The one before ends. */
  token(): Promise<string | undefined>
  /** Throws Trouble unless this is the token on the terminal, in time, and there is still no administrator. */
  check(token: string): Promise<void>
  /** Makes the administrator and signs them in. */
  accept(
    token: string,
    typed: { name: string; mail: string; password: string },
  ): Promise<{ person: Person; cookies: string[] }>
}

/** Lets whoever reads the terminal become the first administrator. The token lives in this process alone. */
export function createFirstAdministrator({
  store,
  accounts,
  clock,
}: {
  store: Store
  accounts: Accounts
  clock: Clock
}): FirstAdministrator {
  let offered: { hash: string; until: number } | undefined

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

    async accept(token, typed) {
      await check(token)
      const mail = mailAddressFrom(typed.mail)
      const name = nameFrom(typed.name)
      const accountId = await accounts.create(mail, typed.password)
      if (!accountId) throw new Trouble('conflict', 'first-administrator.known')
      const person = await joinFirst(accountId, name)
      offered = undefined
      return { person, cookies: (await accounts.byPassword(mail, typed.password)).cookies }
    },
  }

  async function joinFirst(accountId: string, name: string) {
    try {
      await once(store, clock(), { personId: 0, key: KEY, requestHash: accountId }, async (tx) => {
        await joinAsFirst(tx, accountId, name, clock())
        return { location: '' }
      })
      return (await byAccount(store, accountId))!
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
  return join(tx, { accountId, name, role: 'admin', at })
}

function spent(cause?: unknown) {
  return new Trouble('gone', 'first-administrator.spent', {}, { cause })
}

function same(a: string, b: string) {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
