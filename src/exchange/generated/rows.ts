import type { ArticleId } from '../../domain/articles/index.ts'
import {
  bestAtFirst,
  type CommentId,
  type DiscussionTables,
  keptAs,
  labelUnder,
  NO_REACTIONS,
  ROOT,
  UNDECIDED,
} from '../../domain/discussion/index.ts'
import type { Insertable } from '../../store/index.ts'
import type { Speaker } from './people.ts'
import { NOBODY } from './shapes.ts'
import type { Tree } from './tree.ts'
import type { Saying } from './wordings.ts'

type Tables = DiscussionTables
type RowsOf<Table extends keyof Tables> = Insertable<Tables[Table]>[]

/** Rows of a run of comments, by table. */
export interface Rows {
  comment: RowsOf<'comment'>
  commentRevision: RowsOf<'commentRevision'>
  removal: RowsOf<'removal'>
  quotation: RowsOf<'quotation'>
}

export interface Scene {
  articleId: ArticleId
  tree: Tree
  speakers: readonly Speaker[]
  /** What each of the tree's comments says. */
  sayingOf(index: number): Saying
  /** The number of the first comment, and of the first removal. */
  firstId: number
  firstRemoval: number
}

/** Makes the rows of the comments one after the other; a parent's label must have been made before its replies'. */
export function rowMaker({ articleId, tree, speakers, sayingOf, firstId, firstRemoval }: Scene) {
  let nextRemoval = firstRemoval
  const labels: string[] = []
  const idOf = (index: number) => (firstId + index) as CommentId

  return function add(rows: Rows, index: number): void {
    const parent = tree.parent[index]!
    const isRoot = parent === NOBODY
    const isRemoved = tree.isRemoved[index] === 1
    const saying = sayingOf(index)
    const wording = tree.isQuoting[index] ? saying.quoting : saying.alone
    const [id, at, authorId] = [idOf(index), tree.at[index]!, speakers[tree.author[index]!]!.id]
    const ordinal = tree.ordinal[index]!
    labels[index] = labelUnder(isRoot ? null : labels[parent]!, ordinal)
    rows.comment.push({
      id,
      articleId,
      parentId: isRoot ? ROOT : idOf(parent),
      rootId: idOf(tree.root[index]!),
      depth: tree.depth[index]!,
      ordinal,
      label: labels[index],
      authorId,
      language: saying.language,
      state: isRemoved ? 'removed' : 'stands',
      removalId: isRemoved ? nextRemoval : null,
      html: isRemoved ? null : wording.html,
      plain: isRemoved ? null : wording.plain,
      postedAt: at,
      editedAt: null,
      ...UNDECIDED,
      replies: tree.replies[index]!,
      nextReply: tree.replies[index]! + 1,
      descendants: tree.descendants[index]!,
      lastActivityAt: tree.lastActivityAt[index]!,
      quotedBy: tree.quotedBy[index]!,
      quoters: keptAs((tree.quoters.get(index) ?? []).map((quoter) => quoterAt(quoter, labels[index]!))),
      ...NO_REACTIONS,
      best: bestAtFirst(isRemoved ? 'removed' : 'stands'),
    })
    rows.commentRevision.push({ commentId: id, number: 1, ...wording, at })
    if (isRemoved) remove(rows, id, authorId, at)
    if (tree.isQuoting[index]) quote(rows, id, parent)
  }

  function quoterAt(index: number, quoted: string) {
    const label = labelUnder(quoted, tree.ordinal[index]!)
    return { commentId: idOf(index), label, authorId: speakers[tree.author[index]!]!.id }
  }

  function remove(rows: Rows, commentId: CommentId, byId: Speaker['id'], at: number) {
    const [id, cause] = [nextRemoval++, 'author' as const]
    rows.removal.push({ id, articleId, commentId, byId, cause, ruleId: null, note: '', at })
  }

  function quote(rows: Rows, commentId: CommentId, parent: number) {
    const attribution = `${speakers[tree.author[parent]!]!.name}, ${labels[parent]}`
    const words = sayingOf(parent).passage
    const of = { ofCommentId: idOf(parent), ofEditionId: null, state: 'standing' } as const
    rows.quotation.push({ articleId, commentId, slot: 1, ...of, words, attribution })
  }
}
