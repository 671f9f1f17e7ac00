import { fragmentOf } from './trusted.ts'

/** The discussion on another page, or on this one as it stands now. */
export async function partAt(href: string): Promise<HTMLElement | null> {
  const answer = await fetch(href).catch(() => undefined)
  return answer?.ok ? fragmentOf(await answer.text()).querySelector<HTMLElement>('#discussion') : null
}
