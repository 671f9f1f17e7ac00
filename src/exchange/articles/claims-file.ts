import { z } from 'zod'
import {
  ANONYMITIES,
  CLAIM_KINDS,
  CLAIM_RELATIONS,
  CLAIM_STATUSES,
  HOP_RELATIONS,
  isPartialDate,
  RENDERED_BY,
} from '../../domain/sources/index.ts'
import { isMarkKey } from '../../text/source-marks.ts'
import { key, language, line, names, webAddress } from '../kit/fields.ts'

const markKey = z.union([z.string(), z.int().nonnegative()]).transform(String).refine(isMarkKey, {
  error: 'should be small Latin letters, digits and hyphens, at most 40.',
})
const partialDate = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine(isPartialDate, 'should be a date as far as it is known, such as “2014”, “2014-10” or “2014-10-15”.')

const hop = z.strictObject({
  /** One of the two, or neither. */
  party: key.optional(),
  outlet: key.optional(),
  /** What a nameless one is called. */
  called: names.optional(),
  anonymity: z.enum(ANONYMITIES).optional(),
  relation: z.enum(HOP_RELATIONS),
  /** The address of one of the article's sources. */
  source: webAddress.optional(),
  language: language.optional(),
  date: partialDate.optional(),
  seen: z.boolean().default(false),
})

export type FiledHop = z.output<typeof hop>

/** What an article asserts, and how it came there. */
export const claimsField = z
  .array(
    z.strictObject({
      key: markKey,
      kind: z.enum(CLAIM_KINDS).default('fact'),
      status: z.enum(CLAIM_STATUSES).default('reported'),
      gist: names.default({}),
      note: names.default({}),
      hops: z.array(hop).default([]),
      relations: z.array(z.strictObject({ type: z.enum(CLAIM_RELATIONS), to: markKey })).default([]),
    }),
  )
  .default([])

/** What it quotes, and from whom. */
export const quotesField = z
  .array(
    z.strictObject({
      key: markKey,
      speaker: key.optional(),
      source: webAddress.optional(),
      date: partialDate.optional(),
      original: z.strictObject({ language, words: line }).optional(),
      /** Who put it into which language. */
      rendered: z.record(language, z.enum(RENDERED_BY)).default({}),
      translators: names.default({}),
    }),
  )
  .default([])

/** Those who speak, of which publication.yaml tells. */
export const partiesField = z
  .array(
    z.strictObject({
      key,
      kind: z.enum(['person', 'org', 'group']).default('person'),
      names,
      titles: names.default({}),
    }),
  )
  .default([])
