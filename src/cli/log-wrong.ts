import { existsSync } from 'node:fs'
import path from 'node:path'
import { type HeadElsewhere, headIn, LOG_HEAD_FILE, logKeyFrom, proveLog } from '../domain/moderation/index.ts'
import { keptSecret, SECRET_FILE } from '../kit/kept-secret.ts'
import type { Store } from '../store/index.ts'
import type { CommandContext } from './command-context.ts'

/** Proves the moderation log against itself, its signature, and how it ends by the data folder; says what is wrong. */
export async function logWrong({ settings, say }: CommandContext, store: Store): Promise<string[]> {
  const { data, secret, formerSecret } = settings
  const kept = secret ?? (existsSync(path.join(data, SECRET_FILE)) ? keptSecret(data) : undefined)
  const keys = [kept, formerSecret].flatMap((one) => (one === undefined ? [] : logKeyFrom(one).publicKey))
  const where = path.join(data, LOG_HEAD_FILE)
  const head = await headIn(where)
  const elsewhere: HeadElsewhere[] = head && head !== 'damaged' ? [{ where, head }] : []
  const { entries, complaints } = await store.read((db) => proveLog(db, keys, elsewhere))
  const all = head === 'damaged' ? [...complaints, `${where} does not say how the moderation log ends.`] : complaints
  if (all.length === 0) say(`Moderation log: ${entries} ${entries === 1 ? 'entry proves' : 'entries prove'}.`)
  return all
}
