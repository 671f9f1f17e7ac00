import type { Id } from '../../../kit/ids.ts'
import type { Language } from '../../../kit/language.ts'
import type { PersonId } from '../../people/index.ts'
import type { SourceDocumentId } from '../documents/source-document.ts'
import type { OutletId } from '../outlets/outlet.ts'
import type { PartyId } from '../parties/party.ts'
import type { ClaimId } from './claim.ts'

export type HopId = Id<'hop'>

/** How much is known of whoever stands at a step; "anonymity.<anonymity>" in words/ says it. */
export const ANONYMITIES = ['named', 'partly-identified', 'unnamed', 'document', 'unknown'] as const
export type Anonymity = (typeof ANONYMITIES)[number]

/** What was done at a step; "hop-relation.<relation>" in words/ says it. */
export const HOP_RELATIONS = ['said', 'told', 'published', 'cited', 'quoted', 'translated', 'summarised'] as const
export type HopRelation = (typeof HOP_RELATIONS)[number]

/** One step in how a claim came to the review. */
export interface Hop {
  id: HopId
  claimId: ClaimId
  /** From 0, which is its root. */
  position: number
  /** Who: somebody who speaks, or an outlet, or neither. */
  partyId: PartyId | null
  outletId: OutletId | null
  anonymity: Anonymity
  relation: HopRelation
  sourceDocumentId: SourceDocumentId | null
  language: Language | null
  /** As far as it is known: "2014", "2014-10", "2014-10-15" or "2014-10-15T09:41". */
  saidOn: string | null
  /** Whether somebody of the publication has seen it, or others are believed. */
  isSeen: 0 | 1
  /** The reader who proposed it. */
  proposedById: PersonId | null
}

/** What an unnamed one is called, in a language. */
export interface HopWords {
  hopId: HopId
  language: Language
  descriptor: string
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d)?)?)?$/

/** Whether a text says when something was, as far as it says: a year, a month, a day or a minute that the calendar has. */
export function isPartialDate(text: string): boolean {
  if (!DATE.test(text)) return false
  if (text.length < 10) return true
  try {
    return Temporal.PlainDate.from(text.slice(0, 10)) !== undefined
  } catch {
    return false
  }
}
