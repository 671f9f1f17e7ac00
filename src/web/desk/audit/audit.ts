import { paths } from '../../../addresses/paths.ts'
import { articlesActs } from '../../../domain/articles/index.ts'
import { type Act, type AuditEntry, recorded } from '../../../domain/audit/index.ts'
import { mediaActs } from '../../../domain/media/index.ts'
import { admissionActs, cannedActs, phraseActs } from '../../../domain/moderation/index.ts'
import { peopleActs, peopleById } from '../../../domain/people/index.ts'
import { claimActs, sourcesActs } from '../../../domain/sources/index.ts'
import { glossaryActs, translationActs } from '../../../domain/translation/index.ts'
import { page } from '../../http/answers.ts'
import { idOrNone, textOrNone } from '../../http/shapes.ts'
import { taking } from '../../http/taking.ts'
import { auditPage } from './audit-page.ts'

/** Everything that is put on record, part by part. */
export const ACTS: readonly Act[] = [
  ...peopleActs,
  ...mediaActs,
  ...articlesActs,
  ...sourcesActs,
  ...claimActs,
  ...admissionActs,
  ...phraseActs,
  ...glossaryActs,
  ...cannedActs,
  ...translationActs,
]

const ON_A_PAGE = 50
const QUERY = {
  act: textOrNone.transform((sent) => ACTS.find(({ name }) => name === sent)?.name),
  person: idOrNone<'person'>(),
  before: idOrNone<'auditEntry'>(),
}

/** What was done, latest first, a page at a time; `act` and `person` leave the rest out. */
export const show = taking({ query: QUERY }, async (ask, asked) => {
  const { act, person } = asked
  const [frame, say] = [await ask.frame(), await ask.say()]
  const shown = await ask.store.read(async (db) => {
    const entries = await recorded(db, asked, ON_A_PAGE + 1)
    const onPage = entries.slice(0, ON_A_PAGE)
    const ids = [person, ...onPage.flatMap(({ byId, aboutId }) => [byId, aboutId])].filter((id) => id != null)
    const names = new Map((await peopleById(db, [...new Set(ids)])).map((one) => [one.id, one.name]))
    const last = entries.length > ON_A_PAGE ? onPage.at(-1) : undefined
    return { entries: onPage, names, last }
  })
  const older = shown.last && olderAt(frame.language, asked, shown.last)
  const only = person && { id: person, name: shown.names.get(person) ?? String(person) }
  const filter = { acts: ACTS.map(({ name }) => name), act: act ?? null, only: only ?? null }
  return page(auditPage(frame, { ...shown, older: older ?? null, ...filter }, say))
})

function olderAt(
  language: string,
  { act, person }: { act?: string | undefined; person?: number | undefined },
  { id }: AuditEntry,
) {
  return paths.deskAudit(language, { ...(act && { act }), ...(person && { person }), before: id })
}
