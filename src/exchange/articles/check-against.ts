import { articleById, articleHolding, hasSigned } from '../../domain/articles/index.ts'
import { byNameKey, nameKey, rolesOf } from '../../domain/people/index.ts'
import type { Reading } from '../../store/index.ts'
import type { Mistakes } from '../kit/mistakes.ts'
import type { Located } from '../kit/yaml-text.ts'
import type { PublicationFile } from './publication-file.ts'
import type { ReadArticle, ReadFolder } from './read-folder.ts'

/** Sees that the folder takes no place and no name that belongs to somebody else already. */
export async function checkAgainst(db: Reading, { articles, publication }: ReadFolder, mistakes: Mistakes) {
  if (publication) await checkPeople(db, publication, mistakes)
  for (const article of articles) await checkSlugs(db, article, mistakes)
}

/** Whoever signs up first under an editor's name must not sign the editor's articles. */
async function checkPeople(db: Reading, { value, at }: Located<PublicationFile>, mistakes: Mistakes) {
  for (const [index, { name }] of value.people.entries()) {
    const person = await byNameKey(db, nameKey(name))
    if (!person?.accountId || (await hasSigned(db, person.id))) continue
    if ((await rolesOf(db, person.id)).length > 0) continue
    mistakes.add(
      at('people', index, 'name'),
      `A reader has signed up as “${person.name}”. Give that account a role if it is the same person, or write the name otherwise.`,
    )
  }
}

async function checkSlugs(db: Reading, { key, editions }: ReadArticle, mistakes: Mistakes) {
  for (const { language, value, at } of editions) {
    const holder = await articleHolding(db, language, value.slug)
    const other = holder && (await articleById(db, holder))
    if (!other || other.key === key) continue
    mistakes.add(
      at('slug'),
      `The slug “${value.slug}” is already used by the article “${other.key}” of this publication, or was once and leads on to it.`,
    )
  }
}
