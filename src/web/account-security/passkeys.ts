import { paths } from '../../addresses/paths.ts'
import { addPasskey, beginPasskey, type PasskeyId, removePasskey } from '../../domain/people/index.ts'
import { json, seeOther } from '../http/answers.ts'
import { relyingParty } from '../http/relying-party.ts'
import { id, text } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import { visitOf } from '../http/visit.ts'
import { type Given, securityShown } from './security.ts'

/** What the browser asks a device, so that it makes a key. */
export const options = taking({ form: { current: text } }, async (ask, { current }, { signInContext }: Given) => {
  const owner = { cookies: ask.header('cookie') ?? '', current, client: ask.client() }
  return json(await beginPasskey(signInContext, await relyingParty(ask), owner))
})

/** Keeps the key that a device made. */
export const create = taking(
  { form: { credential: text, sealed: text } },
  async (ask, answer, { signInContext }: Given) => {
    const { accountId } = (await ask.signedIn())!
    const { device } = visitOf(ask, signInContext)
    await addPasskey(signInContext, await relyingParty(ask), accountId, { ...answer, device })
    return seeOther(`${paths.security(await ask.language())}?done=passkey#passkeys`)
  },
  (ask, _, given: Given, wrong) => securityShown(ask, given, { wrong }),
)

export const remove = taking({ form: { passkey: id<'passkey'>('passkey.unknown') } }, async (ask, { passkey }) => {
  const { accountId } = (await ask.signedIn())!
  await ask.store.write((tx) => removePasskey(tx, accountId, passkey satisfies PasskeyId))
  return seeOther(`${paths.security(await ask.language())}?done=passkey-removed#passkeys`)
})
