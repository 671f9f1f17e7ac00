import { Trouble } from '../../../../kit/trouble.ts'
import type { Writing } from '../../../../store/index.ts'
import { record } from '../../../audit/index.ts'
import { editionScheduledAct, editionUnscheduledAct, embargoSetAct, takeOffSetAct } from '../../acts.ts'
import { editionScheduled } from '../../events.ts'
import type { ArticleTables } from '../../tables.ts'
import type { Edition } from '../edition.ts'
import { mustBeThere } from '../writing.ts'
import { type Acting, addressOf, type MayAppear, makeReady, publishable, refuseEmbargoed } from './publish.ts'
import type { WordsChanged } from './publishing.ts'
import { changeOf, mustBe } from './take-back.ts'

/** Lets time publish the latest words, at a moment to come; what is written afterwards waits for another act. */
export async function scheduleEdition(
  tx: Writing,
  { id, by, at, when }: Acting & { when: number },
  whenChanged: WordsChanged,
  mayAppear: MayAppear,
): Promise<void> {
  if (when <= at) throw new Trouble('invalid', 'when.past')
  const edition = await mustBeThere(tx, id)
  mustBe(edition, ['draft', 'in-review', 'scheduled', 'withdrawn'], 'edition.published-already')
  refuseEmbargoed(edition, when)
  if (edition.takenOffAt !== null && edition.takenOffAt <= when) throw new Trouble('invalid', 'until.too-early')
  const revision = await publishable(tx, edition)
  await mayAppear(tx, edition, revision, { id, by, at })
  await makeReady(tx, edition, revision, at, whenChanged)
  await change(tx, edition, { state: 'scheduled', publishedAt: when, revisionId: revision.id }, at)
  const { before, after } = changeOf(edition, 'scheduled')
  await record(tx, editionScheduledAct, {
    byId: by.id,
    before,
    after: { ...after, revision: revision.number, when: iso(when) },
    at,
  })
}

/** Takes back that time publishes an edition: it is a draft again, or withdrawn where readers knew it before. */
export async function unscheduleEdition(tx: Writing, { id, by, at }: Acting): Promise<void> {
  const edition = await mustBeThere(tx, id)
  if (edition.state === 'draft') return
  mustBe(edition, ['scheduled'], 'edition.not-scheduled')
  const state = edition.feedPath === null ? 'draft' : 'withdrawn'
  const shown = state === 'draft' ? { revisionId: edition.latestId } : {}
  await change(tx, edition, { state, publishedAt: null, ...shown }, at)
  await record(tx, editionUnscheduledAct, { byId: by.id, ...changeOf(edition, state), at })
}

/** Says when time takes an edition off, or that it stays. */
export async function setTakeOff(tx: Writing, { id, by, at, until }: Acting & { until: number | null }): Promise<void> {
  const edition = await mustBeThere(tx, id)
  const { takenOffAt, publishedAt, state } = edition
  if (takenOffAt === until) return
  if (until !== null && until <= Math.max(at, state === 'scheduled' ? publishedAt! : at))
    throw new Trouble('invalid', 'until.too-early')
  await change(tx, edition, { takenOffAt: until }, at)
  await record(tx, takeOffSetAct, { byId: by.id, ...moments(edition, 'until', takenOffAt, until), at })
}

/** Says before which moment nothing of an edition may be seen, or that there is none. */
export async function setEmbargo(tx: Writing, { id, by, at, until }: Acting & { until: number | null }): Promise<void> {
  const edition = await mustBeThere(tx, id)
  const { embargoUntil, publishedAt, state } = edition
  if (embargoUntil === until) return
  mustBe(edition, ['draft', 'in-review', 'scheduled', 'withdrawn'], 'edition.published-already')
  if (until !== null && state === 'scheduled' && publishedAt! < until)
    throw new Trouble('conflict', 'edition.embargoed')
  await change(tx, edition, { embargoUntil: until }, at)
  await record(tx, embargoSetAct, { byId: by.id, ...moments(edition, 'embargo', embargoUntil, until), at })
}

async function change(tx: Writing, { id, articleId }: Edition, row: Partial<Omit<Edition, 'id'>>, at: number) {
  await tx.change<ArticleTables>().updateTable('edition').set(row).where('id', '=', id).execute()
  tx.note(editionScheduled, { about: id, articleId, at })
}

function moments(edition: Edition, field: 'until' | 'embargo', before: number | null, after: number | null) {
  const told = (moment: number | null) => ({
    edition: addressOf(edition),
    [field]: moment === null ? null : iso(moment),
  })
  return { before: told(before), after: told(after) }
}

/** @NOTE the log tells moments in UTC, whatever the zone of the publication becomes. */
function iso(moment: number): string {
  return new Date(moment).toISOString().replace(/:\d\d\.\d{3}Z$/, 'Z')
}
