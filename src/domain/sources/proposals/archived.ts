import { type ArchiveList, iso, rowsAfter } from '../../people/index.ts'
import type { Proposal } from './proposal.ts'
import { proposalsBy } from './proposals.ts'

/** The sources that a person proposed, and what became of them. */
export const proposalsList: ArchiveList = {
  file: 'proposed-sources',
  async *rows(db, { person }) {
    const next = (last: Proposal | undefined, limit: number) => proposalsBy(db, person.id, last?.id ?? 0, limit)
    for await (const { url, words, state, at, decidedAt } of rowsAfter(next))
      yield { address: url, words, state, at: iso(at), decidedAt: iso(decidedAt) }
  },
}
