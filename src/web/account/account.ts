import { paths } from '../../addresses/paths.ts'
import { publicationOf, takeDemoAway } from '../../domain/articles/index.ts'
import { LARGEST_PORTRAIT_BYTES, type MediaStore, portraitName, portraitOf } from '../../domain/media/index.ts'
import {
  daysUntilRenaming,
  erasureRequestOf,
  isStaff,
  LONGEST_ABOUT,
  linksOf,
  type Member,
  MOST_LINKS,
  type Person,
  profileOf,
  type SignedIn,
} from '../../domain/people/index.ts'
import {
  CHANNEL_NAMES,
  devicesOf,
  NOTICE_KINDS,
  PACES,
  type Push,
  paceOf,
  wantedKinds,
} from '../../domain/reach/index.ts'
import type { Say } from '../../kit/sentences.ts'
import { page, seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { nextPath, text } from '../http/shapes.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { Wrong } from '../http/wrong.ts'
import { accountPage } from './account-page.ts'
import { wishedFor } from './name.ts'

export interface Given {
  media: MediaStore
  push: Push
  /** Whether letters go out, or stay in their folder. */
  sendsMail: boolean
  /** Clears the demo; answers with the file that holds its export. */
  leaveDemo(): Promise<string | undefined>
}

/** A person's own page; for an account without a name, the form to choose one. */
export const show = taking({ query: { name: text, next: nextPath, done: text } }, async (ask, taken, given: Given) => {
  const { name, next, done } = taken
  if (!(await ask.asker())) return wishedFor(ask, { name, next })
  return next ? seeOther(next) : ownPage(ask, given, { done })
})

/** What has just been done, or what was wrong and typed. */
interface Since {
  done?: string
  wrong?: Wrong
  profile?: { about: string; links: string; hidden: boolean }
  /** The name that was wished for and refused. */
  name?: string
  /** What was wrong with a picture. */
  picture?: string
}

/** A person's own page, with each form as it stands, or as it was typed and refused. */
export async function ownPage(
  ask: Ask,
  given: Given,
  { done, wrong, profile, name, picture }: Since,
): Promise<Response> {
  const person = await ask.person()
  const signedIn = (await ask.signedIn())!
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sendingTo = (action: string) => ({ action, key: freshKey() })
  const shown = {
    name: person.name,
    mail: signedIn.mail,
    signOut: sendingTo(paths.signOut),
    signOutEverywhere: sendingTo(paths.signOutEverywhere),
    notices: { ...(await noticesShown(ask, person)), sendsMail: given.sendsMail },
    devices: await devicesShown(ask, person, signedIn, given.push),
    isLeaving: (await erasureRequestOf(ask.store, person.id)) !== undefined,
    hasDesk: isStaff(person),
    demo: await demoShown(ask, person),
    profile: await profileShown(ask, person, profile),
    picture: await pictureShown(ask, person),
    pictureError: picture ?? null,
    renaming: await renamingShown(ask, person, name),
    errors: wrong?.errors ?? {},
    done: done === undefined ? null : doneAs(done, say),
  }
  return page(accountPage(frame, shown, say), wrong?.status)
}

async function noticesShown(ask: Ask, { id }: Person) {
  const wanted = await wantedKinds(ask.store, id)
  return {
    sending: { action: paths.accountNotices(await ask.language()), key: freshKey() },
    kinds: NOTICE_KINDS,
    places: ['page', ...CHANNEL_NAMES],
    wanted,
    paces: PACES,
    pace: (await paceOf(ask.store, id)) ?? null,
  }
}

/** Whether the one who looks after the publication may take the demo away. */
async function demoShown({ store }: Ask, by: Member) {
  if (!takeDemoAway.may(by, undefined) || (await publicationOf(store)).demoSince === null) return null
  return { action: paths.demoClearing, key: freshKey() }
}

async function devicesShown({ store }: Ask, { id }: Person, { sessionId }: SignedIn, { publicKey }: Push) {
  const devices = await devicesOf(store, id)
  const ending = (end: string) => ({ action: paths.devices, key: freshKey(), hidden: { end } })
  return {
    publicKey,
    count: devices.length,
    here: devices.find((device) => device.sessionId === sessionId)?.endpoint ?? null,
    endHere: ending('here'),
    endAll: ending('everywhere'),
  }
}

async function profileShown(ask: Ask, { id }: Person, typed: Since['profile']) {
  const kept = await profileOf(ask.store, id)
  const language = await ask.language()
  return {
    sending: { action: paths.accountProfile(language), key: freshKey() },
    path: paths.person(id, language),
    about: typed?.about ?? kept.words,
    links: typed?.links ?? (await linksOf(ask.store, id)).join('\n'),
    mostLinks: MOST_LINKS,
    isHidden: typed?.hidden ?? kept.hiddenAt !== null,
    limit: LONGEST_ABOUT,
  }
}

async function pictureShown(ask: Ask, { id }: Person) {
  const [portrait, action] = [await portraitOf(ask.store, id), paths.accountPicture(await ask.language())]
  return {
    sending: { action, key: freshKey() },
    ending: { action, key: freshKey(), hidden: { end: '1' } },
    src: portrait ? paths.media(portraitName(portrait.hash)) : null,
    limit: LARGEST_PORTRAIT_BYTES / 1024 ** 2,
  }
}

async function renamingShown(ask: Ask, { id, name }: Person, typed = name) {
  const sending = { action: paths.accountRenaming(await ask.language()), key: freshKey() }
  return { sending, typed, days: await daysUntilRenaming(ask.store, id, ask.at) }
}

const DONE: Readonly<Record<string, string>> = {
  name: 'name.changed',
  picture: 'picture.changed',
  notices: 'notices.saved',
  profile: 'account.profile-saved',
  demo: 'demo.done',
  role: 'invitation.accepted',
  stays: 'erasure.stays',
  push: 'push.begun',
  'push-ended': 'push.ended',
}

function doneAs(done: string, say: Say): string | null {
  return Object.hasOwn(DONE, done) ? say(DONE[done]!) : null
}
