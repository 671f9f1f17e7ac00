import { type Right, rightOfReaders, rightWithinLimits } from '../../people/index.ts'

export const reportOthers = rightOfReaders({
  name: 'report-others',
  refusal: 'report.own',
  may: ({ id }, { authorId }: { authorId: number | null }) => authorId !== id,
})

/** Answers those who say that an article is against the law. */
export const answerNotices = rightWithinLimits({
  name: 'answer-notices',
  roles: ['moderator', 'admin'],
  refusal: 'removal.not-yours',
})

/** Who may say what is wrong, and answer. */
export const policy: readonly Right[] = [reportOthers, answerNotices]
