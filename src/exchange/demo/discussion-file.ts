import { z } from 'zod'
import { REACTION_KINDS } from '../../domain/discussion/index.ts'
import { language, moment } from '../kit/fields.ts'

const words = z.string().min(1)
const passage = z.union([z.int(), z.string()])

const quotation = z.strictObject({
  words,
  /** A comment's id, or the language of an edition. */
  of: passage.optional(),
  attribution: z.string().optional(),
  state: z.enum(['standing', 'changed', 'removed', 'unresolved']).default('standing'),
})

/** That a reader reported it, by a rule or in words. */
const reported = z.strictObject({
  by: z.string(),
  at: moment,
  rule: z.int().optional(),
  words: z.string().default(''),
})

const comment = z.strictObject({
  id: z.int().min(1),
  by: z.string().optional(),
  at: moment,
  language: language.default('en' as never),
  words: words.optional(),
  reactions: z.partialRecord(z.enum(REACTION_KINDS), z.array(z.string())).default({}),
  quotations: z.array(quotation).default([]),
  edited: z.strictObject({ at: moment, before: words }).optional(),
  removed: z
    .strictObject({ by: z.enum(['author', 'moderators', 'unknown']), rule: z.int().optional(), at: moment.optional() })
    .optional(),
  reported: z.array(reported).default([]),
  get replies() {
    return z.array(comment).default([])
  },
})

/** A comment that waits to be let in, with the rule of admission that held it and what that found. */
const held = z.strictObject({
  by: z.string(),
  at: moment,
  language: language.default('en' as never),
  words,
  reason: z.string(),
  detail: z.string().default(''),
})

/** discussion.yaml: the comments under one article, each with its replies; demo/README.md describes it. */
export const discussionFile = z.strictObject({
  article: z.string(),
  comments: z.array(comment),
  held: z.array(held).default([]),
})

export type DiscussionFile = z.output<typeof discussionFile>
export type CommentInFile = z.output<typeof comment>
export type HeldInFile = z.output<typeof held>
export type QuotationInFile = z.output<typeof quotation>
