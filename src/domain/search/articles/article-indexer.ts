import { z } from 'zod'
import { type Batch, type JournalReader, oneOf, type Reading, type Step } from '../../../store/index.ts'
import {
  type ArticleId,
  articleChanged,
  editionChanged,
  editionPublished,
  editionRetracted,
  editionWithdrawn,
  importDone,
} from '../../articles/index.ts'
import { articleEngineOn } from '../engines.ts'
import {
  type ArticleSearchTables,
  dropEditions,
  type EditionState,
  editionStates,
  type IndexedEdition,
  indexedOf,
  putEditions,
} from './indexed-editions.ts'
import { termsOf } from './terms.ts'

/** Goes up whenever terms are made in another way, so that the index is made anew. */
const WORDING = 2

const AT_ONCE = 20
/** So many articles are named by one batch at most. */
const MOST_NAMED = 50

const CHANGES = [editionPublished, editionChanged, editionWithdrawn, editionRetracted, articleChanged]
const isArrival = oneOf([importDone])

/** All editions are read one after the other. */
interface Sweep {
  to: number
}

/** Keeps the index of articles up to date; the first time it reads all there are. */
export const articleIndexer: JournalReader<Sweep> = {
  name: `article-search-${WORDING}`,
  kinds: [...CHANGES, importDone],
  state: z.object({ to: z.number() }),
  async begin(tx) {
    await articleEngineOn(tx.change()).clear(tx)
    await tx.change<ArticleSearchTables>().deleteFrom('indexedEdition').execute()
    return { to: 0 }
  },
  step: (db, batch) => (batch.state ? sweep(db, batch.seq, batch.state) : follow(db, batch)),
}

async function sweep(db: Reading, seq: number, { to }: Sweep): Promise<Step<Sweep>> {
  const editions = await editionStates(db, { after: to, limit: AT_ONCE })
  const state = editions.length < AT_ONCE ? null : { to: editions.at(-1)!.id }
  return { ...(await indexing(db, editions)), to: { seq, state } }
}

async function follow(db: Reading, { entries, upTo }: Batch): Promise<Step<Sweep>> {
  const [first] = entries
  if (isArrival(first!)) return arrival(db, first!.seq, first!.articleId)
  const arrivalAt = entries.findIndex(isArrival)
  const until = arrivalAt < 0 ? entries : entries.slice(0, arrivalAt)
  const named = until.slice(0, MOST_NAMED)
  const articles = [...new Set(named.map(({ articleId }) => articleId as ArticleId))]
  const isAll = arrivalAt < 0 && named.length === until.length
  const editions = await editionStates(db, { articles })
  return { ...(await indexing(db, editions)), to: { seq: isAll ? upTo : named.at(-1)!.seq, state: null } }
}

/** An import of a whole publication gives numbers anew, so that nothing in the index can be told from what was before. */
async function arrival(db: Reading, seq: number, articleId: number | null): Promise<Step<Sweep>> {
  if (articleId !== null) {
    const editions = await editionStates(db, { articles: [articleId as ArticleId] })
    return { ...(await indexing(db, editions)), to: { seq, state: null } }
  }
  return {
    to: { seq, state: { to: 0 } },
    async act(tx) {
      await articleEngineOn(tx.change()).clear(tx)
      await tx.change<ArticleSearchTables>().deleteFrom('indexedEdition').execute()
    },
  }
}

/** What the index holds already as it is, is passed over. */
async function indexing(db: Reading, editions: readonly EditionState[]): Promise<Pick<Step<Sweep>, 'prepare' | 'act'>> {
  const known = await indexedOf(
    db,
    editions.map(({ id }) => id),
  )
  const gone = editions.filter(({ id, shown }) => shown === null && known.has(id)).map(({ id }) => id)
  const other = editions.flatMap(({ id, shown }) => (shown && !isSame(shown, known.get(id)) ? shown : []))
  const found: { edition: IndexedEdition; terms: string[] }[] = []
  return {
    async prepare() {
      for (const edition of other) found.push({ edition, terms: await termsOf(edition) })
    },
    async act(tx) {
      await dropEditions(tx, gone)
      await putEditions(tx, found)
    },
  }
}

function isSame(edition: IndexedEdition, before: IndexedEdition | undefined): boolean {
  return (
    before !== undefined &&
    before.place === edition.place &&
    before.revisionId === edition.revisionId &&
    before.names === edition.names
  )
}
