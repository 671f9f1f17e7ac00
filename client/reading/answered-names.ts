import type { Change } from './batch.ts'

/** Names the author of what has changed anew where others say that they answer it, and above a branch; of what was removed nobody is named. */
export function nameAnew(part: Element, { id, name }: Change): void {
  for (const said of part.querySelectorAll(`:is(.answers, .ancestors a)[href^="/c/${id}?"] bdi`))
    if (said.textContent !== name) said.textContent = name
}
