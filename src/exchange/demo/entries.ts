import { momentFrom } from '../kit/fields.ts'
import type { MistakePlace } from '../kit/mistakes.ts'
import type { Located } from '../kit/yaml-text.ts'
import type { CommentInFile, DiscussionFile } from './discussion-file.ts'

/** A comment of the file, under which it stands there, and where in the file. */
export interface Entry {
  comment: CommentInFile
  parentId: number | undefined
  postedAt: number
  place: MistakePlace
}

/** All comments in the order in which they were written. */
export function entriesOf({ value, at }: Located<DiscussionFile>, zone: string): Entry[] {
  const entries: Entry[] = []
  const walk = (comments: readonly CommentInFile[], path: readonly PropertyKey[], parentId?: number) => {
    comments.forEach((comment, index) => {
      const here = [...path, index]
      entries.push({ comment, parentId, postedAt: momentFrom(comment.at, zone), place: at(...here) })
      walk(comment.replies, [...here, 'replies'], comment.id)
    })
  }
  walk(value.comments, ['comments'])
  return entries.sort((a, b) => a.postedAt - b.postedAt || a.comment.id - b.comment.id)
}
