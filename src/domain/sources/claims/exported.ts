import { z } from 'zod'
import { type ExportedTable, exportedColumns } from '../../../store/index.ts'
import { SOURCE_MARK_KINDS } from '../../../text/source-marks.ts'
import { ANCHOR_STATES } from '../anchors/anchor.ts'
import { PROPOSAL_STATES } from '../proposals/proposal.ts'
import { RENDERED_BY } from '../quotes/quote.ts'
import { CLAIM_KINDS, CLAIM_RELATIONS, CLAIM_STATUSES } from './claim.ts'
import { ANONYMITIES, HOP_RELATIONS, isPartialDate } from './hop.ts'

const { id, count, moment, words, language, key, address } = exportedColumns
const bit = z.union([z.literal(0), z.literal(1)])
const partialDate = z.string().refine(isPartialDate, 'is no date such as 2014-10-15')

/** What articles assert and quote; where it stands in their texts, and which passages have lost their marks. */
export const exportedClaims: readonly ExportedTable[] = [
  {
    table: 'claim',
    key: ['id'],
    columns: { id, articleId: id, key, kind: z.enum(CLAIM_KINDS), status: z.enum(CLAIM_STATUSES), statusAt: moment },
    references: { articleId: 'article' },
  },
  {
    table: 'claimWords',
    key: ['claimId', 'language'],
    columns: { claimId: id, language, gist: words, note: words },
    references: { claimId: 'claim' },
  },
  {
    table: 'claimRelation',
    key: ['fromId', 'toId', 'type'],
    columns: { fromId: id, toId: id, type: z.enum(CLAIM_RELATIONS) },
    references: { fromId: 'claim', toId: 'claim' },
  },
  {
    table: 'hop',
    key: ['id'],
    columns: {
      id,
      claimId: id,
      position: count,
      partyId: id.nullable(),
      outletId: id.nullable(),
      anonymity: z.enum(ANONYMITIES),
      relation: z.enum(HOP_RELATIONS),
      sourceDocumentId: id.nullable(),
      language: language.nullable(),
      saidOn: partialDate.nullable(),
      isSeen: bit,
      proposedById: id.nullable(),
    },
    references: {
      claimId: 'claim',
      partyId: 'party',
      outletId: 'outlet',
      sourceDocumentId: 'sourceDocument',
      proposedById: 'person',
    },
  },
  {
    table: 'hopWords',
    key: ['hopId', 'language'],
    columns: { hopId: id, language, descriptor: words },
    references: { hopId: 'hop' },
  },
  {
    table: 'quote',
    key: ['id'],
    columns: {
      id,
      articleId: id,
      key,
      speakerId: id.nullable(),
      sourceDocumentId: id.nullable(),
      originalWords: words,
      originalLanguage: language.nullable(),
      saidOn: partialDate.nullable(),
    },
    references: { articleId: 'article', speakerId: 'party', sourceDocumentId: 'sourceDocument' },
  },
  {
    table: 'quoteWords',
    key: ['quoteId', 'language'],
    columns: { quoteId: id, language, renderedBy: z.enum(RENDERED_BY).nullable(), translator: words },
    references: { quoteId: 'quote' },
  },
  {
    table: 'anchor',
    key: ['revisionId', 'kind', 'key', 'place'],
    columns: {
      revisionId: id,
      editionId: id,
      kind: z.enum(SOURCE_MARK_KINDS),
      key,
      place: id,
      number: count,
      position: count,
      exact: words,
      prefix: words,
      suffix: words,
      state: z.enum(ANCHOR_STATES),
    },
    references: { revisionId: 'revision', editionId: 'edition' },
  },
  {
    table: 'sourceProposal',
    key: ['id'],
    columns: {
      id,
      claimId: id,
      personId: id.nullable(),
      url: address,
      words,
      at: moment,
      state: z.enum(PROPOSAL_STATES),
      decidedById: id.nullable(),
      decidedAt: moment.nullable(),
    },
    references: { claimId: 'claim', personId: 'person', decidedById: 'person' },
  },
]
