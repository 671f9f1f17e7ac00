import { type Person, type Right, rightOfReaders } from '../people/index.ts'
import type { Comment } from './comments/comment.ts'

type Authored = Pick<Comment, 'authorId'>

const isAuthor = ({ id }: Pick<Person, 'id'>, { authorId }: Authored) => authorId === id

export const changeOwn = rightOfReaders({ name: 'change-own', refusal: 'comment.not-yours', may: isAuthor })

export const takeBackOwn = rightOfReaders({ name: 'take-back-own', refusal: 'comment.not-yours', may: isAuthor })

export const reactToOthers = rightOfReaders({
  name: 'react-to-others',
  refusal: 'reaction.own',
  may: (by, comment: Authored) => !isAuthor(by, comment),
})

/** Who may do what with comments, of those that readers do. */
export const policy: readonly Right[] = [changeOwn, takeBackOwn, reactToOthers]
