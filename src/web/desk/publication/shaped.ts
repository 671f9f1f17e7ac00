import { paths } from '../../../addresses/paths.ts'
import { type PublicationPart, shape } from '../../../domain/articles/index.ts'
import { stableJson } from '../../../kit/json.ts'
import type { Ask } from '../../http/ask.ts'
import { submitAnew } from '../../http/submit.ts'

/** Makes a part of the publication so, and leads back to the desk of it. */
export function shaped<State>(ask: Ask, part: PublicationPart<State>, wanted: State): Promise<Response> {
  return reshaped(ask, part, wanted, () => wanted)
}

/** Changes some of a part by what was sent, from whatever it is when its turn comes. */
export async function reshaped<State>(
  ask: Ask,
  part: PublicationPart<State>,
  sent: unknown,
  wantedFrom: (before: State) => State,
): Promise<Response> {
  const by = await ask.person()
  const location = paths.deskOfPublication(await ask.language(), true)
  return submitAnew(ask, by, [part.name, stableJson(sent)], async (tx) => {
    await shape(tx, part, wantedFrom, { byId: by.id, at: ask.at })
    return { location }
  })
}
