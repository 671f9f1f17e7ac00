import type { Id } from '../../../kit/ids.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { folded } from '../../../text/fold.ts'
import { slugFrom } from '../editions/slug.ts'
import type { Names } from '../publication/names.ts'

export type TagId = Id<'tag'>

/** A subject under which articles are found, as it is called in one language. */
export interface Tag {
  slug: string
  name: string
}

/** The same as it is called in every language. */
export interface TagDraft {
  slug: string
  names: Names
}

/** As many subjects a publication has, and an article at most. */
export const MOST_TAGS = 500
export const MOST_TAGS_ON_ONE = 20
const LONGEST_NAME = 60

/** The name of a tag as it is kept; throws Trouble where it is too long. */
export function tagNameFrom(typed: string): string {
  const name = folded(typed)
  if (name.length > LONGEST_NAME) throw new Trouble('invalid', 'tag.name-too-long', { limit: LONGEST_NAME })
  return name
}

/** The same tag; throws Trouble where its address cannot be one, or where it has no name. */
export function mustBeTag({ slug, names }: TagDraft): TagDraft {
  if (slugFrom(slug) === undefined) throw new Trouble('invalid', 'slug.wrong')
  const named = Object.entries(names).map(([language, name]) => [language, tagNameFrom(name)] as const)
  const all = named.filter(([, name]) => name !== '')
  if (all.length === 0) throw new Trouble('invalid', 'tag.without-name')
  return { slug, names: Object.fromEntries(all) }
}
