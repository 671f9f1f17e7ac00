import { paths } from '../../../addresses/paths.ts'
import { type PublicationPart, shape } from '../../../domain/articles/index.ts'
import { stableJson } from '../../../kit/json.ts'
import type { Ask } from '../../http/ask.ts'
import { submitAnew } from '../../http/submit.ts'

/** Makes a part of the publication so, and leads back to the desk of it. */
export async function shaped<State>(ask: Ask, part: PublicationPart<State>, wanted: State): Promise<Response> {
  const by = await ask.person()
  const location = paths.deskOfPublication(await ask.language(), true)
  return submitAnew(ask, by, [part.name, stableJson(wanted)], async (tx) => {
    await shape(tx, part, wanted, { byId: by.id, at: ask.at })
    return { location }
  })
}
