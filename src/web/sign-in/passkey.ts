import { beginEntry, signInByPasskey } from '../../domain/people/index.ts'
import { json } from '../http/answers.ts'
import { ownPath } from '../http/own-path.ts'
import { relyingParty } from '../http/relying-party.ts'
import { nextPath, text } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import { visitOf } from '../http/visit.ts'
import { welcome } from './after-sign-in.ts'
import { signInShown } from './sign-in.ts'
import type { Given } from './sign-in-link.ts'

/** What the browser asks its reader's devices. */
export const options = taking({}, async (ask, _, { signInContext }: Given) =>
  json(await beginEntry(signInContext, await relyingParty(ask))),
)

/** Signs in by what a device answered. */
export const create = taking(
  { form: { credential: text, sealed: text, next: nextPath } },
  async (ask, { next = null, ...answer }, { signInContext }: Given) => {
    const from = { client: ask.client(), visit: visitOf(ask, signInContext) }
    const entered = await signInByPasskey(signInContext, await relyingParty(ask), { ...answer, ...from })
    return welcome(ask, signInContext, { ...entered, next })
  },
  (ask, { next }, given: Given, wrong) => signInShown(ask, given, { mail: '', next: ownPath(next) }, wrong),
)
