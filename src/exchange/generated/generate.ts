import type { DiscussionTables } from '../../domain/discussion/index.ts'
import { discussionImported } from '../../domain/discussion/index.ts'
import { prefetching } from '../../kit/prefetch.ts'
import type { Reading, Store, Writing } from '../../store/index.ts'
import { publishArticle } from './article.ts'
import { chanceFrom } from './chance.ts'
import { type Speaker, speakers } from './people.ts'
import { type Rows, rowMaker } from './rows.ts'
import { SHAPES, type Shape } from './shapes.ts'
import { grow, type Tree } from './tree.ts'
import { type Saying, sayings } from './wordings.ts'

export interface Generation {
  store: Store
  /** In all; the articles share them evenly. */
  comments: number
  shape: Shape
  seed: number
  articles: number
  progress?(done: number, all: number): void
}

type Tables = DiscussionTables

const PEOPLE = 8_000
const AT_ONCE = 1_000
const LARGE = ['comment', 'commentRevision', 'quotation']

/** Publishes articles with discussions that the same seed gives again, all or nothing; answers with their keys. */
export async function generate({ store, comments, shape, seed, articles, progress = () => {} }: Generation) {
  const said = sayings()
  const { value } = await store.write(async (tx) => {
    const people = await speakers(tx, Math.min(PEOPLE, comments))
    const keys: string[] = []
    for (let number = 1, done = 0; number <= articles; number++) {
      const share = Math.floor((comments * number) / articles) - done
      const key = keyOf({ shape, seed, number })
      const tree = grow(
        share,
        people.length,
        SHAPES[shape](chanceFrom(seed * articles + number)),
        chanceFrom(seed - number),
      )
      await fill(tx, key, tree, people, said, (more) => progress(done + more, comments))
      keys.push(key)
      done += share
    }
    return keys
  })
  return value
}

function keyOf({ shape, seed, number }: { shape: Shape; seed: number; number: number }): string {
  return `generated-${shape}-${seed}-${number}`
}

async function fill(
  tx: Writing,
  key: string,
  tree: Tree,
  people: readonly Speaker[],
  said: readonly Saying[],
  progress: (done: number) => void,
) {
  const articleId = await publishArticle(tx, key)
  if (tree.count > 0) await openDiscussion(tx, articleId, tree)
  const sayingOf = (index: number) => said[(tree.at[index]! + index * 7) % said.length]!
  const [firstId, firstRemoval] = [(await latest(tx, 'comment')) + 1, (await latest(tx, 'removal')) + 1]
  const add = rowMaker({ articleId, tree, speakers: people, sayingOf, firstId, firstRemoval })

  function* pieces() {
    for (let first = 0; first < tree.count; first += AT_ONCE) {
      const rows: Rows = { comment: [], commentRevision: [], removal: [], quotation: [] }
      for (let index = first; index < Math.min(first + AT_ONCE, tree.count); index++) add(rows, index)
      progress(first)
      yield rows
    }
  }

  await tx.inBulk(LARGE, () => prefetching(pieces(), (rows) => write(tx, rows)))
  await tx.afterImport('comment')
  await tx.afterImport('removal')
  tx.note(discussionImported, { about: articleId, articleId, at: tree.lastAt })
}

async function write(tx: Writing, { comment, commentRevision, removal, quotation }: Rows) {
  await tx.fill<Tables, 'comment'>('comment', comment)
  await tx.fill<Tables, 'commentRevision'>('commentRevision', commentRevision)
  await tx.fill<Tables, 'removal'>('removal', removal)
  await tx.fill<Tables, 'quotation'>('quotation', quotation)
}

function openDiscussion(tx: Writing, articleId: number, { roots, visible, count, lastAt }: Tree) {
  const row = { articleId, nextRoot: roots + 1, visible, total: count, lastActivityAt: lastAt }
  return tx.change<Tables>().insertInto('discussion').values(row).execute()
}

async function latest(db: Reading, table: 'comment' | 'removal'): Promise<number> {
  const rows = db.look<Tables>().selectFrom(table)
  const row = await rows.select((e) => e.fn.max('id').as('id')).executeTakeFirst()
  return row?.id ?? 0
}
