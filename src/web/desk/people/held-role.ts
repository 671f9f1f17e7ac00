import type { HeldRole } from '../../../domain/people/index.ts'
import { nameOf } from '../../../kit/language.ts'
import { localeOf, type Say } from '../../../kit/sentences.ts'
import type { Frame } from '../../html/frame.ts'

/** A role with its limits, in words. */
export function heldIn({ language, sections }: Frame, held: HeldRole, say: Say): string {
  const role = say(`role-name.${held.role}`)
  const named = held.sections.map((slug) => sections.find((one) => one.slug === slug)?.name ?? slug)
  const limits = [...named, ...held.languages.map((tag) => nameOf(tag, language))]
  return limits.length === 0
    ? role
    : say('staff.limited', { role, limits: new Intl.ListFormat(localeOf(language), { type: 'unit' }).format(limits) })
}
