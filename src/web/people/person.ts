import { paths } from '../../addresses/paths.ts'
import { editionForEach } from '../../domain/articles/index.ts'
import { filled, writtenBy } from '../../domain/discussion/index.ts'
import { portraitName, portraitOf } from '../../domain/media/index.ts'
import { rulesIn } from '../../domain/moderation/index.ts'
import {
  askOf,
  claimantOf,
  formerNamesOf,
  linksOf,
  type Person,
  profileOf,
  rolesOf,
} from '../../domain/people/index.ts'
import type { Language } from '../../kit/language.ts'
import type { Reading } from '../../store/index.ts'
import { page, seeOther } from '../http/answers.ts'
import { idOrNone } from '../http/shapes.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { mutedFor, sendingTo } from '../mutes/index.ts'
import { PERSON, personIn } from './person-in.ts'
import { type PersonShown, personPage } from './person-page.ts'

const ON_A_PAGE = 30

/** What somebody tells about themselves, and what they wrote, newest first, a page at a time. */
export const show = taking({ params: PERSON, query: { before: idOrNone<'comment'>() } }, async (ask, taken) => {
  const { before } = taken
  const [frame, say] = [await ask.frame(), await ask.say()]
  const claimant = await claimantOf(ask.store, (await personIn(ask.store, taken.person)).id)
  if (claimant) return seeOther(paths.person(claimant, frame.language))
  const asker = await ask.asker()
  const shown = await ask.store.read(async (db): Promise<PersonShown> => {
    const person = await personIn(db, taken.person)
    const { html: about, hiddenAt } = await profileOf(db, person.id)
    const formerly = (await formerNamesOf(db, person.id)).filter((one) => one.hiddenAt === null).map(({ name }) => name)
    const shownAs = await portraitOf(db, person.id)
    const portrait = shownAs ? paths.media(portraitName(shownAs.hash)) : null
    const links = await linksOf(db, person.id)
    const isStaff = (await rolesOf(db, person.id)).length > 0
    const rules = await rulesIn(db, frame.language)
    const muted = await mutedFor(asker, db)
    const mute = muteFor(asker, person.id, muted)
    const claim = asker && asker.id !== person.id ? await claimFor(db, asker, person) : null
    const whole = {
      mute,
      claim,
      muted,
      person,
      isStaff,
      portrait,
      links,
      formerly,
      about,
      isHidden: hiddenAt !== null,
      rules,
      written: [],
      older: null,
    }
    if (whole.isHidden) return whole
    const rows = await writtenBy(db, person.id, before, ON_A_PAGE + 1)
    const onPage = rows.slice(0, ON_A_PAGE)
    const editions = await editionForEach(
      db,
      [...new Set(onPage.map((row) => row.articleId))],
      frame.language as Language,
    )
    const comments = await filled(db, onPage)
    const written = comments.map((comment) => ({ comment, on: editions.get(comment.articleId) ?? null }))
    const last = rows.length > ON_A_PAGE ? onPage.at(-1)! : undefined
    return { ...whole, written, older: last ? `${paths.person(person.id, frame.language)}&before=${last.id}` : null }
  })
  return page(personPage(frame, shown, say))
})

/** How the one who asks says that an imported person is they. */
async function claimFor(db: Reading, asker: Person, { id, accountId }: Person): Promise<PersonShown['claim']> {
  if (accountId !== null) return null
  const asked = await askOf(db, id, asker.id)
  const state = !asked ? 'open' : asked.declinedAt === null ? 'asked' : 'declined'
  return {
    state,
    sending: { action: paths.claim(id), key: freshKey(), ...(state === 'asked' && { hidden: { end: '1' } }) },
  }
}

/** How the one who asks mutes this person, or ends that; nobody mutes themselves. */
function muteFor(asker: Person | undefined, id: Person['id'], muted: ReadonlySet<Person['id']>): PersonShown['mute'] {
  if (!asker || asker.id === id) return null
  const isMuted = muted.has(id)
  return { isMuted, sending: sendingTo(id, isMuted) }
}
