import { z } from 'zod'
import { BYLINE_ROLES } from '../../domain/articles/index.ts'
import { day, key, language, line, moment, webAddress } from '../kit/fields.ts'
import { claimsField, quotesField } from './claims-file.ts'

/** article.yaml: what is the same in every language. Without `published` the article is kept, and nobody sees it. */
export const articleFile = z.strictObject({
  section: z.string().optional(),
  /** Left out, they are as they are here. */
  tags: z.array(line).optional(),
  /** By their keys. */
  related: z.array(key).optional(),
  published: moment.optional(),
  picture: z.strictObject({ file: line }).optional(),
  bylines: z.array(z.strictObject({ person: key, role: z.enum(BYLINE_ROLES), only: language.optional() })).default([]),
  sources: z
    .array(z.strictObject({ outlet: key, title: line, url: webAddress, language, date: day.optional() }))
    .default([]),
  claims: claimsField,
  quotes: quotesField,
})

export type ArticleFile = z.output<typeof articleFile>
