import { type Right, rightOfReaders } from '../../people/index.ts'

export const reportOthers = rightOfReaders({
  name: 'report-others',
  refusal: 'report.own',
  may: ({ id }, { authorId }: { authorId: number | null }) => authorId !== id,
})

/** Who may say what is wrong. */
export const policy: readonly Right[] = [reportOthers]
