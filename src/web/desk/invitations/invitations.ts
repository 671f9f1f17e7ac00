import { paths } from '../../../addresses/paths.ts'
import {
  INVITATION_LIFE_MS,
  invitationBehind,
  invite,
  mailAddressFrom,
  openInvitations,
  peopleById,
  type Role,
  withdrawInvitation,
} from '../../../domain/people/index.ts'
import { DAY_MS } from '../../../kit/clock.ts'
import { secret } from '../../../kit/hash.ts'
import type { Language } from '../../../kit/language.ts'
import { takeBack } from '../../../store/index.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, text } from '../../http/shapes.ts'
import { freshKey, keyAgain, requestOf, submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { mustBeThere, ROLE } from '../people/roles.ts'
import { invitationsPage } from './invitations-page.ts'

export interface Given {
  /** Brings the letter with the link; throws where it does not go out. */
  postInvitation(letter: { to: string; role: Role; link: string; days: number; language: Language }): Promise<void>
}

const MOST_SHOWN = 200
const DAYS = INVITATION_LIFE_MS / DAY_MS

/** Who is invited and has not come yet, and the form to invite somebody. */
export const show = taking({ query: { done: flag } }, (ask, { done }) => shown(ask, { done }))

/** Sends somebody a one-time link to a role. A form that is sent twice sends one letter. */
export const create = taking(
  { form: { mail: text, ...ROLE } },
  async (ask, { mail: typed, role, ...limits }, { postInvitation }: Given) => {
    const by = await ask.person()
    const mail = mailAddressFrom(typed)
    await mustBeThere(ask, limits)
    const language = await ask.language()
    const token = secret()
    const content = [mail, role, ...limits.sections, '', ...limits.languages]
    const answer = await submitOnce(ask, by, content, async (tx) => {
      await invite(tx, { mail, held: { role, ...limits }, token, by, at: ask.at })
      return { location: `${paths.deskInvitations(language)}&done=1` }
    })
    const made = await invitationBehind(ask.store, token, ask.at)
    if (!made) return answer
    const link = ask.origin + paths.invitation(language, token)
    await postInvitation({ to: mail, role, link, days: DAYS, language }).catch(async (error) => {
      await takeBack(ask.store, requestOf(ask, by.id, content))
      await ask.store.write((tx) => withdrawInvitation(tx, { id: made.id, by, at: ask.at }))
      throw error
    })
    return answer
  },
  (ask, { mail, role, sections, languages }, _, wrong) =>
    shown(ask, { wrong, typed: { mail, role, sections, languages } }),
)

interface Since {
  done?: boolean
  wrong?: Wrong
  typed?: { mail: string; role: string; sections: readonly string[]; languages: readonly string[] }
}

const NOTHING = { mail: '', role: '', sections: [], languages: [] }

async function shown(ask: Ask, { done = false, wrong, typed = NOTHING }: Since): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { invitations, names } = await ask.store.read(async (db) => {
    const invitations = await openInvitations(db, ask.at, MOST_SHOWN)
    const ids = [...new Set(invitations.flatMap(({ byId }) => byId ?? []))]
    return { invitations, names: new Map((await peopleById(db, ids)).map(({ id, name }) => [id, name])) }
  })
  const open = invitations.map((one) => ({
    ...one,
    by: one.byId === null ? null : (names.get(one.byId) ?? null),
    withdrawal: { action: paths.invitationWithdrawal(one.id), key: freshKey() },
  }))
  const inviting = { action: paths.deskInvitations(), key: keyAgain(ask, wrong) }
  const errors = { mail: wrong?.errors.mail, form: wrong && !wrong.errors.mail ? wrong.sentence : null }
  return page(invitationsPage(frame, { open, inviting, typed, errors, days: DAYS, done }, say), wrong?.status)
}
