import { paths } from '../../../addresses/paths.ts'
import { isPictureUsed } from '../../../domain/articles/index.ts'
import { forgetPictureFiles, removePicture } from '../../../domain/media/index.ts'
import { submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { PARAMS } from './picture.ts'
import type { Given } from './pictures.ts'

/** Takes a picture off the shelf that stands nowhere, with its files. */
export const create = taking({ params: PARAMS }, async (ask, { picture: id }, { media }: Given) => {
  const by = await ask.person()
  const location = paths.deskPictures(await ask.language(), { done: 1 })
  let hash: string | undefined
  const answer = await submitOnce(ask, by, [], async (tx) => {
    const removed = await removePicture(tx, { id, byId: by.id, at: ask.at }, isPictureUsed)
    hash = removed.hash
    return { location }
  })
  if (hash) await forgetPictureFiles(ask.store, media, hash)
  return answer
})
