import type { Writing } from '../../../../store/index.ts'
import type { PersonId } from '../../../people/index.ts'
import { keepRevision, mustBeThere, type Saving } from '../writing.ts'
import { sameWords } from './revision.ts'
import { latestRevision } from './revisions.ts'
import { dropCopy, putCopy, workingCopyOf } from './working-copies.ts'
import { isHeld } from './working-copy.ts'

/** What became of what is typed: it is kept; or another writes here, and it stands aside under a number. */
export type Typed = { isKept: true } | { isKept: false; holderId: PersonId | null; number: number }

/** Keeps what somebody is typing, which is no revision yet. Where another has the edition, it is kept as a revision aside. */
export async function keepTyped(tx: Writing, saving: Saving): Promise<Typed> {
  const { id, base, words, by, at } = saving
  await mustBeThere(tx, id)
  const [copy, latest] = [await workingCopyOf(tx, id), await latestRevision(tx, id)]
  const isLate = (latest?.number ?? 0) !== base
  if (isHeld(copy, by, at) || isLate) {
    if (latest && sameWords(latest, words))
      return { isKept: false, holderId: copy?.byId ?? null, number: latest.number }
    const { number } = await keepRevision(tx, saving, true)
    return { isKept: false, holderId: copy && copy.byId !== by.id ? copy.byId : (latest?.byId ?? null), number }
  }
  if (copy && copy.byId !== by.id) await keepOther(tx, saving, true)
  await putCopy(tx, { ...words, editionId: id, byId: by.id, base, at, seenAt: at })
  return { isKept: true }
}

/** Takes an edition over from whoever writes in it: what they typed becomes a revision of theirs, from which one goes on. */
export async function takeOver(tx: Writing, { id, by, at }: Pick<Saving, 'id' | 'by' | 'at'>): Promise<void> {
  await mustBeThere(tx, id)
  const copy = await workingCopyOf(tx, id)
  if (copy?.byId === by.id) return
  await keepOther(tx, { id, at }, false)
  const latest = await latestRevision(tx, id)
  if (latest) await putCopy(tx, { ...latest, editionId: id, byId: by.id, base: latest.number, at, seenAt: at })
}

/** Lets go of an edition; what was typed and is saved nowhere else stays. */
export async function letGo(tx: Writing, { id, by }: Pick<Saving, 'id' | 'by'>): Promise<void> {
  await mustBeThere(tx, id)
  const [copy, latest] = [await workingCopyOf(tx, id), await latestRevision(tx, id)]
  if (copy?.byId !== by.id) return
  if (latest && sameWords(copy, latest)) return dropCopy(tx, id)
  await putCopy(tx, { ...copy, seenAt: 0 })
}

/** Makes a revision of what another typed, aside or as the words that stand. */
async function keepOther(tx: Writing, { id, at }: Pick<Saving, 'id' | 'at'>, isAside: boolean) {
  const [copy, latest] = [await workingCopyOf(tx, id), await latestRevision(tx, id)]
  if (copy && !(latest && sameWords(copy, latest))) {
    const isLate = copy.base !== (latest?.number ?? 0)
    await keepRevision(tx, { id, words: copy, by: { id: copy.byId }, at }, isAside || isLate)
  }
  await dropCopy(tx, id)
}
