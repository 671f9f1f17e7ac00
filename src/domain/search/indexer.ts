import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { type Batch, type JournalReader, oneOf, type Reading, type Step, type Writing } from '../../store/index.ts'
import { termsIn } from '../../text/tokens.ts'
import { importDone } from '../articles/index.ts'
import {
  type CommentId,
  commentEdited,
  commentPosted,
  commentRemoved,
  commentRestored,
  discussionImported,
  LANGUAGES_AT_ONCE,
  languagesTold,
} from '../discussion/index.ts'
import type { Indexed } from './engine.ts'
import { engineOn } from './engines.ts'
import { type IndexState, statesAfter, statesOf } from './index-states.ts'

/** Goes up whenever tokens are made in another way, so that the index is made anew. */
const WORDING = 4

/** As many comments are read without letting others have a turn. */
const IN_ONE_BREATH = 10
const AT_ONCE = 200

/** After these a comment's words are other than they were. */
const CHANGES = [commentPosted, commentEdited, commentRemoved, commentRestored]
/** After these there are many comments that no entry names. */
const ARRIVALS = [discussionImported, importDone]
/** After this some comments behind one are read in the language of each. */
const isTold = oneOf([languagesTold])
const isChange = oneOf(CHANGES)
const isArrival = oneOf(ARRIVALS)

/** Many comments are read one after the other: of an article, or all there are. */
interface Sweep {
  articleId: number | null
  /** The comment up to which the sweep has come. */
  to: number
}

/** Keeps the index up to date; the first time it reads all comments there are. */
export const indexer: JournalReader<Sweep> = {
  name: `search-${WORDING}`,
  kinds: [...CHANGES, ...ARRIVALS, languagesTold],
  state: z.object({ articleId: z.number().nullable(), to: z.number() }),
  async begin(tx) {
    await engineOn(tx.change()).clear(tx)
    return { articleId: null, to: 0 }
  },
  step: (db, batch) => (batch.state ? sweep(db, batch.seq, batch.state) : follow(db, batch)),
}

async function sweep(db: Reading, seq: number, { articleId, to }: Sweep): Promise<Step<Sweep>> {
  const comments = await statesAfter(db, articleId, to, AT_ONCE)
  const isSwept = comments.length < AT_ONCE
  const state = isSwept ? null : { articleId, to: comments.at(-1)!.id }
  return { ...indexing(comments), to: { seq, state } }
}

async function follow(db: Reading, { entries, upTo }: Batch): Promise<Step<Sweep>> {
  const [first] = entries
  if (isArrival(first!)) return arrival(first!.seq, first!.articleId)
  if (isTold(first!)) return { ...indexing(await toldSince(db, first!)), to: { seq: first!.seq, state: null } }
  const arrivalAt = entries.findIndex((entry) => isArrival(entry) || isTold(entry))
  const until = arrivalAt < 0 ? entries : entries.slice(0, arrivalAt)
  const ids = [...new Set(until.filter(isChange).map(({ about }) => about as CommentId))]
  const seq = arrivalAt < 0 ? upTo : until.at(-1)!.seq
  return { ...indexing(await statesOf(db, ids)), to: { seq, state: null } }
}

function toldSince(db: Reading, { about, articleId }: Batch['entries'][number]): Promise<readonly IndexState[]> {
  if (!about) return Promise.resolve([])
  return statesAfter(db, articleId, about - 1, LANGUAGES_AT_ONCE)
}

/** An import into an empty publication gives numbers anew, so that nothing in the index can be told from what was before. */
function arrival(seq: number, articleId: number | null): Step<Sweep> {
  return {
    to: { seq, state: { articleId, to: 0 } },
    act: async (tx) => {
      if (articleId === null) await engineOn(tx.change()).clear(tx)
    },
  }
}

function indexing(comments: readonly IndexState[]): Step<Sweep> {
  let indexed: Indexed[] = []
  return {
    prepare: async () => {
      indexed = await readWords(comments)
    },
    act: (tx) => put(tx, comments, indexed),
  }
}

async function put(tx: Writing, comments: readonly IndexState[], indexed: readonly Indexed[]) {
  const engine = engineOn(tx.change())
  const gone = comments.filter(({ plain }) => plain === null)
  await engine.drop(
    tx,
    gone.map(({ id }) => id),
  )
  await engine.put(tx, indexed)
}

/** @NOTE reading words costs the thread that answers readers some 40 microseconds a comment, so it is done a few at a time. */
async function readWords(comments: readonly IndexState[]): Promise<Indexed[]> {
  const indexed: Indexed[] = []
  for (const [at, { id, plain, language }] of comments.entries()) {
    if (plain !== null) indexed.push({ id, terms: termsIn(plain, language) })
    if (at % IN_ONE_BREATH === 0) await setImmediate()
  }
  return indexed
}
