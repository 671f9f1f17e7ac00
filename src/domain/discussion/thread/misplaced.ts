import type { Reading } from '../../../store/index.ts'
import { ROOT } from '../comments/comment.ts'
import { labelUnder } from '../comments/label.ts'
import type { DiscussionTables } from '../tables.ts'

const AT_ONCE = 500

/** Comments whose root, depth, label or article is not what follows from their parent's, in sentences. */
export async function* misplaced(db: Reading): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const rows = await withParents(db, after)
    for (const row of rows) {
      const wrong = complaintAbout(row)
      if (wrong) yield `Comment ${row.id}: ${wrong}`
    }
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)!.id
  }
}

function complaintAbout(row: Awaited<ReturnType<typeof withParents>>[number]): string | undefined {
  const isRoot = row.parentId === ROOT
  if (!isRoot && row.parentDepth === null) return `its parent ${row.parentId} does not exist.`
  if (!isRoot && row.parentArticle !== row.articleId) return `its parent ${row.parentId} is of another article.`
  const rootId = isRoot ? row.id : row.parentRoot
  const depth = (row.parentDepth ?? 0) + 1
  const label = row.ordinal === null ? '' : labelUnder(row.parentLabel, row.ordinal)
  if (row.rootId !== rootId) return `its root is ${rootId}, not ${row.rootId}.`
  if (row.depth !== depth) return `its depth is ${depth}, not ${row.depth}.`
  if (row.label !== label) return `its label is ${label}, not ${row.label}.`
}

function withParents(db: Reading, after: number) {
  return db
    .look<DiscussionTables>()
    .selectFrom('comment')
    .leftJoin('comment as parent', 'parent.id', 'comment.parentId')
    .select(['comment.id', 'comment.parentId', 'comment.articleId', 'comment.rootId', 'comment.depth', 'comment.label'])
    .select(['comment.ordinal', 'parent.depth as parentDepth', 'parent.label as parentLabel'])
    .select(['parent.rootId as parentRoot', 'parent.articleId as parentArticle'])
    .where('comment.id', '>', after as never)
    .orderBy('comment.id')
    .limit(AT_ONCE)
    .execute()
}
