import { paths } from '../../addresses/paths.ts'
import { addDevice, devicesOf, endDevice } from '../../domain/reach/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Ask, Handler } from '../http/ask.ts'
import { submitAnew } from '../http/submit.ts'

/** Has notices pushed to the browser that asks (`endpoint`, `p256dh`, `auth`), or with `end` no longer: `here`, or else to none. */
export const create: Handler = async (ask) => {
  const by = await ask.person()
  const sessionId = await sessionOf(ask)
  const account = paths.account(await ask.language())
  const end = ask.form.get('end')
  if (end !== null)
    return submitAnew(ask, by, [end], async (tx) => {
      await endDevice(tx, by.id, end === 'here' ? sessionId : undefined)
      return { location: `${account}?done=push-ended` }
    })
  const device = await deviceIn(ask, sessionId)
  return submitAnew(ask, by, [device.endpoint], async (tx) => {
    await addDevice(tx, { ...device, personId: by.id, sessionId, at: ask.at })
    return { location: `${account}?done=push` }
  })
}

/** A browser whose push service moves it (`moved`) stays in its language, and out where its person has ended it. */
async function deviceIn(ask: Ask, sessionId: string) {
  const { form, web } = ask
  const given = web.push.subscriptionFrom({
    endpoint: form.get('endpoint'),
    p256dh: form.get('p256dh'),
    auth: form.get('auth'),
  })
  if (!form.has('moved')) return { ...given, language: await ask.language() }
  const devices = await devicesOf(web.store, (await ask.person()).id)
  const before = devices.find((device) => device.sessionId === sessionId)
  if (!before) throw new Trouble('gone', 'push.is-ended')
  return { ...given, language: before.language }
}

async function sessionOf({ web, header }: Ask): Promise<string> {
  const signedIn = await web.accounts.signedIn(header('cookie'))
  if (!signedIn) throw new Trouble('forbidden', 'person.unknown')
  return signedIn.sessionId
}
