import { readFile } from 'node:fs/promises'
import { paths } from '../../addresses/paths.ts'
import {
  forgetPortrait,
  hidePortrait,
  keepPortrait,
  LARGEST_PORTRAIT_BYTES,
  portraitOf,
  showPortrait,
} from '../../domain/media/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { flag } from '../http/shapes.ts'
import { submitAnew } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { type Given, ownPage } from './account.ts'

/** Shows a picture of oneself, `picture`, or with `end` none any more. */
export const create = taking(
  { form: { end: flag }, files: { picture: { mostBytes: LARGEST_PORTRAIT_BYTES } } },
  async (ask, { picture, end: ends }, given: Given) => {
    const by = await ask.person()
    const location = `${paths.account(await ask.language())}?done=picture`
    if (!ends && !picture) throw new Trouble('invalid', 'picture.missing')
    const kept = ends ? undefined : await keepPortrait(given.media, await readFile(picture!.path))
    const former = await portraitOf(ask.store, by.id)
    const answer = await submitAnew(ask, by, [kept?.hash ?? ''], async (tx) => {
      if (kept) await showPortrait(tx, { personId: by.id, ...kept, at: ask.at })
      else await hidePortrait(tx, by.id)
      return { location }
    })
    if (former) await forgetPortrait(ask.store, given.media, former.hash)
    return answer
  },
  (ask, _, given: Given, wrong) => ownPage(ask, given, { wrong, picture: wrong.sentence }),
)
