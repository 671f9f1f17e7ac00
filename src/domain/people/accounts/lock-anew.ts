import type { Kysely } from 'kysely'
import { type AccountSettings, seal, unseal } from './account-library.ts'
import { lockedBy } from './former-secret.ts'

interface Tables {
  authTwoFactor: { id: string; secret: string }
}

const AT_ONCE = 100

/** Locks the keys of second factors with the present secret. */
export async function lockAnew(
  { database, secret }: AccountSettings,
  key: Parameters<typeof unseal>[1],
): Promise<void> {
  const db: Kysely<Tables> = database.statements
  for (let last = ''; ; ) {
    const some = db.selectFrom('authTwoFactor').select(['id', 'secret']).where('id', '>', last)
    const rows = await some.orderBy('id').limit(AT_ONCE).execute()
    for (const { id, secret: locked } of rows.filter((row) => !row.secret.startsWith(lockedBy(secret)))) {
      const opened = await unseal(locked, key)
      const update = db.updateTable('authTwoFactor').set({ secret: await seal(opened, key) })
      await update.where('id', '=', id).where('secret', '=', locked).execute()
    }
    if (rows.length < AT_ONCE) return
    last = rows.at(-1)!.id
  }
}
