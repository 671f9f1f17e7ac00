import { soughtOf } from '../glossary/entries.ts'
import type { KnownNames } from './known-names.ts'
import type { Speaker } from './pair.ts'

/** Those who are quoted, called as the glossary calls them, too, where it knows one of their forms. */
export function asTheGlossaryCalls(speakers: readonly Speaker[], { entries }: KnownNames): Speaker[] {
  if (speakers.length === 0) return []
  const known = Map.groupBy(
    entries.filter(({ kind }) => kind !== 'term').flatMap(({ forms }) => forms.map((form) => ({ form, forms }))),
    ({ form }) => keyOf(form),
  )
  return speakers.map(({ key, named }) => {
    const same = new Set(named.forms.flatMap((form) => known.get(keyOf(form)) ?? []).map(({ forms }) => forms))
    return { key, named: { ...named, forms: [...named.forms, ...[...same].flat()] } }
  })
}

function keyOf({ language, form }: { language: string; form: string }): string {
  return `${language} ${soughtOf(form)}`
}
