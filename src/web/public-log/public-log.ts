import { paths } from '../../addresses/paths.ts'
import { headOf, latestLogged, rulesIn, type ShownLogged } from '../../domain/moderation/index.ts'
import type { Reading } from '../../store/index.ts'
import { page } from '../http/answers.ts'
import { count } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import { publicLogPage } from './public-log-page.ts'

const ON_A_PAGE = 50

/** What was decided here, for everybody: by role, what, by which rule; the latest first. */
export const show = taking({ query: { before: count } }, async (ask, { before }) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const shown = await ask.store.read(async (db) => {
    const entries = await latestLogged(db, ON_A_PAGE + 1, before > 0 ? before : undefined)
    return { entries: entries.slice(0, ON_A_PAGE), isAll: entries.length <= ON_A_PAGE, ...(await aboutLog(db, frame)) }
  })
  const last = shown.entries.at(-1)
  const older = shown.isAll || !last ? null : paths.publicLog(frame.language, last.n)
  return page(publicLogPage(frame, { ...shown, older }, say))
})

/** How the log ends, and what the rules are called that it names. */
export async function aboutLog(db: Reading, { language }: { language: string }) {
  return { head: (await headOf(db)) ?? null, rules: await rulesIn(db, language) }
}

export type Entries = readonly ShownLogged[]
