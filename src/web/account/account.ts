import { paths } from '../../addresses/paths.ts'
import {
  aboutFrom,
  asksCurrent,
  byNameKey,
  join,
  LONGEST_ABOUT,
  nameKey,
  type Person,
  profileOf,
  SHORTEST_PASSWORD,
  type SignedIn,
  saveProfile,
  setPassword,
} from '../../domain/people/index.ts'
import { CHANNELS, devicesOf, NOTICE_KINDS, PACES, paceOf, wantedKinds } from '../../domain/reach/index.ts'
import type { Say } from '../../kit/sentences.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page, seeOther } from '../http/answers.ts'
import type { Ask, Handler } from '../http/ask.ts'
import { clientOf } from '../http/client-of.ts'
import { nextOf } from '../http/next-path.ts'
import { freshKey, submitAnew } from '../http/submit.ts'
import { STATUS, wantsJson } from '../http/troubles.ts'
import { accountPage } from './account-page.ts'
import { namePage } from './name-page.ts'

/** A person's own page; for an account without a name, the form to choose one. */
export const show: Handler = async (ask) => {
  const person = await ask.asker()
  const signedIn = await signedInAs(ask)
  if (!person) return choosing(ask, ask.query('name') ?? '', await takenAlready(ask))
  const next = nextOf(ask)
  return next ? seeOther(next) : ownPage(ask, person, signedIn)
}

async function takenAlready({ web, query }: Ask) {
  const wished = query('name')
  const isTaken = wished && (await byNameKey(web.store, nameKey(wished)))
  return isTaken ? new Trouble('conflict', 'name.taken') : undefined
}

/** Gives an account its name; one that has a name keeps it. */
export const name: Handler = async (ask) => {
  const { accountId } = await signedInAs(ask)
  const typed = ask.form.get('name') ?? ''
  try {
    const { seq } = await ask.web.store.write((tx) => join(tx, { accountId, name: typed, at: ask.at }))
    await ask.web.tail.until(seq)
    return seeOther(nextOf(ask) ?? paths.account(await ask.language()))
  } catch (error) {
    if (!(error instanceof Trouble) || wantsJson(ask)) throw error
    return choosing(ask, typed, error)
  }
}

export const password: Handler = async (ask) => {
  const person = await ask.person()
  const signedIn = await signedInAs(ask)
  const typed = {
    current: ask.form.get('current') ?? '',
    password: ask.form.get('password') ?? '',
    client: clientOf(ask),
  }
  try {
    await setPassword(ask.web.signInContext, ask.header('cookie') ?? '', typed)
    return seeOther(`${paths.account(await ask.language())}?done=password`)
  } catch (error) {
    if (!(error instanceof Trouble) || wantsJson(ask)) throw error
    return ownPage(ask, person, signedIn, error)
  }
}

/** What a person tells about themselves, and whether they show what they wrote. */
export const profile: Handler = async (ask) => {
  const person = await ask.person()
  const signedIn = await signedInAs(ask)
  const typed = ask.form.get('about') ?? ''
  const hidden = ask.form.has('hidden')
  try {
    const about = aboutFrom(typed)
    const location = `${paths.account(await ask.language())}?done=profile`
    return await submitAnew(ask, person, [about.words, String(hidden)], async (tx) => {
      await saveProfile(tx, person.id, { ...about, hidden, at: ask.at })
      return { location }
    })
  } catch (error) {
    if (!(error instanceof Trouble) || wantsJson(ask)) throw error
    return ownPage(ask, person, signedIn, error)
  }
}

async function signedInAs({ web, header }: Ask): Promise<SignedIn> {
  const signedIn = await web.accounts.signedIn(header('cookie'))
  if (!signedIn) throw new Trouble('forbidden', 'person.unknown')
  return signedIn
}

async function choosing(ask: Ask, typed: string, trouble?: Trouble): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sending = { action: paths.accountName(frame.language), key: freshKey(), next: nextOf(ask) }
  const error = trouble ? say(trouble.key, trouble.args) : null
  return page(namePage(frame, { sending, typed, error }, say), trouble ? STATUS[trouble.kind] : 200)
}

function errorsOf(trouble: Trouble | undefined, say: Say) {
  if (!trouble) return {}
  const field = trouble.key.startsWith('words.') ? 'about' : trouble.key === 'password.wrong' ? 'current' : 'password'
  return { [field]: say(trouble.key, trouble.args) }
}

async function ownPage(ask: Ask, person: Person, signedIn: SignedIn, trouble?: Trouble): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { signInContext: entrance, accounts } = ask.web
  const sendingTo = (action: string) => ({ action, key: freshKey() })
  const shown = {
    name: person.name,
    mail: signedIn.mail,
    hasPassword: await accounts.hasPassword(signedIn.accountId),
    asksCurrent: await asksCurrent(entrance, signedIn),
    shortest: SHORTEST_PASSWORD,
    setPassword: sendingTo(paths.accountPassword(frame.language)),
    signOut: sendingTo(paths.signOut),
    signOutEverywhere: sendingTo(paths.signOutEverywhere),
    notices: await noticesShown(ask, person),
    devices: await devicesShown(ask, person, signedIn),
    profile: await profileShown(ask, person),
    errors: errorsOf(trouble, say),
    done: trouble ? null : doneIn(ask, say),
  }
  return page(accountPage(frame, shown, say), trouble ? STATUS[trouble.kind] : 200)
}

async function noticesShown(ask: Ask, { id }: Person) {
  const wanted = await wantedKinds(ask.web.store, id)
  return {
    sending: { action: paths.accountNotices(await ask.language()), key: freshKey() },
    kinds: NOTICE_KINDS,
    places: ['page', ...CHANNELS] as const,
    wanted,
    paces: PACES,
    pace: (await paceOf(ask.web.store, id)) ?? null,
  }
}

async function devicesShown({ web }: Ask, { id }: Person, { sessionId }: SignedIn) {
  const devices = await devicesOf(web.store, id)
  const ending = (end: string) => ({ action: paths.devices, key: freshKey(), hidden: { end } })
  return {
    publicKey: web.push.publicKey,
    count: devices.length,
    here: devices.find((device) => device.sessionId === sessionId)?.endpoint ?? null,
    endHere: ending('here'),
    endAll: ending('everywhere'),
  }
}

/** What was typed and refused stays in the form. */
async function profileShown(ask: Ask, { id }: Person) {
  const kept = await profileOf(ask.web.store, id)
  const language = await ask.language()
  return {
    sending: { action: paths.accountProfile(language), key: freshKey() },
    path: paths.person(id, language),
    about: ask.form.get('about') ?? kept.words,
    isHidden: ask.form.has('about') ? ask.form.has('hidden') : kept.hiddenAt !== null,
    limit: LONGEST_ABOUT,
  }
}

const DONE: Readonly<Record<string, string>> = {
  password: 'account.password-set',
  notices: 'notices.saved',
  profile: 'account.profile-saved',
  push: 'push.begun',
  'push-ended': 'push.ended',
}

function doneIn(ask: Ask, say: Say): string | null {
  const done = ask.query('done') ?? ''
  return Object.hasOwn(DONE, done) ? say(DONE[done]!) : null
}
