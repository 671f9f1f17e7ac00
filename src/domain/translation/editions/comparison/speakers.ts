import type { Reading } from '../../../../store/index.ts'
import type { ArticleId } from '../../../articles/index.ts'
import { citedById, type KeptParty, PARTIES, type PartyId, quotesOf } from '../../../sources/index.ts'
import type { Speaker } from '../../gate/index.ts'

/** Who is quoted in the texts of an article, by the keys of the marks; those who are not known are left out. */
export async function speakersOf(db: Reading, articleId: ArticleId): Promise<Speaker[]> {
  const quotes = await quotesOf(db, articleId)
  const parties = new Map<PartyId, KeptParty>()
  for (const id of new Set(quotes.flatMap(({ speakerId }) => speakerId ?? []))) {
    const party = await citedById(db, PARTIES, id)
    if (party) parties.set(id, party)
  }
  return quotes.flatMap(({ key, speakerId }) => {
    const party = speakerId === null ? undefined : parties.get(speakerId)
    return party ? [{ key, named: namedOf(party) }] : []
  })
}

function namedOf({ id, kind, forms }: KeptParty): Speaker['named'] {
  const said = forms.map(({ language, name }) => ({ language, form: name, inflected: [] }))
  return { id, kind: kind === 'person' ? 'person' : 'party', forms: said }
}
