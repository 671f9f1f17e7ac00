import type { Language } from '../../../kit/language.ts'
import type { TextQuoteSelector } from '../../../text/quote-selectors.ts'
import type { AnchorState } from '../anchors/anchor.ts'
import type { ClaimId, ClaimKind, ClaimRelationType, ClaimStatus } from '../claims/claim.ts'
import type { Anonymity, HopId, HopRelation } from '../claims/hop.ts'
import type { KeptWords, LinkState } from '../documents/source-document.ts'
import type { PartyKind } from '../parties/party.ts'
import type { QuoteId, RenderedBy } from '../quotes/quote.ts'

/** Somebody at a step: who speaks, or an outlet. */
export interface ChainActor {
  kind: 'party' | 'outlet'
  id: number
  /** By which addresses know them. */
  key: string
  name: string
  /** Of a party. */
  partyKind?: PartyKind | undefined
}

/** A report, as far as a chain tells of it. */
export interface ChainReport {
  id: number
  title: string
  url: string
  language: Language
  publishedOn: string | null
  /** Whether one of us has read it. */
  isOpened: boolean
  outlet: ChainActor
  /** What became of its address. */
  linkState: LinkState | null
  /** The latest copy that an archive has. */
  copy: { url: string; at: number | null } | null
  /** The words that are cited, where they stand nowhere else any more. */
  kept: KeptWords | null
}

/** A step, in the words of one language. */
export interface ChainHop {
  id: HopId
  position: number
  actor: ChainActor | null
  anonymity: Anonymity
  /** What an unnamed one is called; empty where there is nothing. */
  descriptor: string
  relation: HopRelation
  report: ChainReport | null
  language: Language | null
  saidOn: string | null
  /** Whether somebody of the publication has seen it. */
  isSeen: boolean
  /** Whether that is said of the step itself, whoever has opened its report. */
  isMarkedSeen: boolean
  /** The reader who proposed it. */
  thanks: string | null
}

/** Where a claim or a quote stands in an edition. */
export interface ChainPlace {
  place: number
  selector: TextQuoteSelector
  position: number
  state: AnchorState
}

interface Noted {
  key: string
  /** As the page numbers it; 0 for what is not marked in this edition. */
  number: number
  places: readonly ChainPlace[]
}

/** How a claim stands to another, of this article or of another. */
export interface ChainRelation {
  type: ClaimRelationType
  /** Whether the other one is said of this, and not this of the other. */
  isBy: boolean
  claimId: ClaimId
  key: string
  /** As the page numbers it; 0 where it has no note of it. */
  number: number
  gist: string
  status: ClaimStatus
  isOfOther: boolean
  /** Where one of another article can be read; null where readers find none. */
  elsewhere: { language: Language; slug: string; title: string; number: number } | null
}

export interface ChainClaim extends Noted {
  id: ClaimId
  kind: ClaimKind
  status: ClaimStatus
  statusAt: number
  /** What it says: in a sentence, or else in the marked words. */
  gist: string
  note: string
  hops: readonly ChainHop[]
  relations: readonly ChainRelation[]
}

export interface ChainQuote extends Noted {
  id: QuoteId
  /** As the text gives it. */
  words: string
  speaker: (ChainActor & { title: string }) | null
  report: ChainReport | null
  saidOn: string | null
  originalWords: string
  originalLanguage: Language | null
  renderedBy: RenderedBy | null
  translator: string
}

/** Everything that an article says of where its claims and quotes come from. */
export interface Chain {
  claims: readonly ChainClaim[]
  quotes: readonly ChainQuote[]
}

export const NO_CHAIN: Chain = { claims: [], quotes: [] }

/** What a page has a note of, in the order of the notes. */
export function notedIn({ claims, quotes }: Chain): (ChainClaim | ChainQuote)[] {
  return [...claims, ...quotes].filter(({ number }) => number > 0).sort((a, b) => a.number - b.number)
}

export function isClaim(noted: ChainClaim | ChainQuote): noted is ChainClaim {
  return 'hops' in noted
}
