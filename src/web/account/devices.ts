import { paths } from '../../addresses/paths.ts'
import { agree, takeBackConsent } from '../../domain/people/index.ts'
import { addDevice, devicesOf, endDevice, type Push } from '../../domain/reach/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Ask } from '../http/ask.ts'
import { flag, textOrNone } from '../http/shapes.ts'
import { submitAnew } from '../http/submit.ts'
import { taking } from '../http/taking.ts'

const DEVICE = { endpoint: textOrNone, p256dh: textOrNone, auth: textOrNone }

/** Has notices pushed to the browser that asks (`endpoint`, `p256dh`, `auth`), or with `end` no longer: `here`, or else to none. */
export const create = taking(
  { form: { ...DEVICE, moved: flag, end: textOrNone } },
  async (ask, { end, moved, ...subscription }, { push }: { push: Push }) => {
    const by = await ask.person()
    const { sessionId } = (await ask.signedIn())!
    const account = paths.account(await ask.language())
    if (end !== undefined)
      return submitAnew(ask, by, [end], async (tx) => {
        await endDevice(tx, by.id, end === 'here' ? sessionId : undefined)
        if ((await devicesOf(tx, by.id)).length === 0) await takeBackConsent(tx, by.id, 'browsers', ask.at)
        return { location: `${account}?done=push-ended` }
      })
    const { endpoint = null, p256dh = null, auth = null } = subscription
    const given = push.subscriptionFrom({ endpoint, p256dh, auth })
    const words = (await ask.say())('push.hint')
    const language = moved ? await languageBefore(ask, sessionId) : await ask.language()
    return submitAnew(ask, by, [given.endpoint], async (tx) => {
      await addDevice(tx, { ...given, language, personId: by.id, sessionId, at: ask.at })
      await agree(tx, { personId: by.id, about: 'browsers', words, language, at: ask.at })
      return { location: `${account}?done=push` }
    })
  },
)

/** A browser whose push service moves it stays in its language, and out where its person has ended it. */
async function languageBefore(ask: Ask, sessionId: string) {
  const devices = await devicesOf(ask.store, (await ask.person()).id)
  const before = devices.find((device) => device.sessionId === sessionId)
  if (!before) throw new Trouble('gone', 'push.is-ended')
  return before.language
}
