import { z } from 'zod'
import { paths } from '../../addresses/paths.ts'
import { askForErasure, erasureRequestOf, LEAVINGS, takeBackErasure } from '../../domain/people/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { flag } from '../http/shapes.ts'
import { freshKey, submitAnew } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { Wrong } from '../http/wrong.ts'
import { erasurePage } from './erasure-page.ts'
import { provenAnew } from './proof.ts'

const WISH = { leaves: z.enum(LEAVINGS).optional().catch(undefined), end: flag }

/** Where somebody asks to be erased, or takes that back. */
export const show = taking({}, async (ask) => {
  const asked = await erasureRequestOf(ask.store, (await ask.person()).id)
  const proof = asked ? undefined : await provenAnew(ask, paths.accountErasure(await ask.language()))
  return proof ?? shown(ask)
})

/** Asks to be erased in three days, leaving this or that; or, with `end`, to stay. */
export const create = taking(
  { form: WISH },
  async (ask, { leaves, end }) => {
    const by = await ask.person()
    const language = await ask.language()
    const location = paths.accountErasure(language)
    if (end)
      return submitAnew(ask, by, ['end'], async (tx) => {
        await takeBackErasure(tx, by.id)
        return { location: `${paths.account(language)}?done=stays` }
      })
    const proof = await provenAnew(ask, location)
    if (proof) return proof
    if (!leaves) throw new Trouble('invalid', 'erasure.choose')
    return submitAnew(ask, by, [leaves], async (tx) => {
      await askForErasure(tx, by, { leaves, language, at: ask.at })
      return { location }
    })
  },
  (ask, _typed, _given, wrong) => shown(ask, wrong),
)

async function shown(ask: Ask, wrong?: Wrong): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const request = await erasureRequestOf(ask.store, (await ask.person()).id)
  const asked = request ? { ...request, isBegun: request.begunAt !== null } : null
  const sending = { action: paths.accountErasure(frame.language), key: freshKey() }
  return page(erasurePage(frame, { sending, asked, error: wrong?.sentence ?? null }, say), wrong?.status)
}
