import { adviceOn, nearTo } from '../../domain/people/index.ts'
import { json } from '../http/answers.ts'
import { text } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import type { Given } from './security.ts'

const LONGEST = 128

/** What is to be said of a password before it is set, for script to show beside it. */
export const create = taking({ form: { password: text } }, async (ask, { password }, { signInContext }: Given) => {
  const signedIn = (await ask.signedIn())!
  await signInContext.limits.advice(ask.client())
  const key = adviceOn(await signInContext.strengthOf(password.slice(0, LONGEST), nearTo(signedIn)))
  const say = await ask.say()
  return json({ advice: say(key ?? 'password.good') })
})
