import {
  ACTOR_KINDS,
  ANONYMITIES,
  actorNamed,
  type ChainHop,
  documentAt,
  HOP_RELATIONS,
  type HopDraft,
  type Keeping,
  type KeptHop,
  keepDocument,
  type OutletId,
  onDay,
  outletAtHost,
  outletNamed,
  type SourceDocumentId,
} from '../../../domain/sources/index.ts'
import { baseOf, type Language } from '../../../kit/language.ts'
import { WHY_NOT } from '../../../kit/outbound.ts'
import type { Writing } from '../../../store/index.ts'
import { flag, languageOrNone, lineOrNone, oneOf, oneOfOrNone, text } from '../../http/shapes.ts'
import type { Read } from '../../http/taking.ts'
import type { ReadPage } from '../sources/page-read.ts'

/** A step as its form sends it. */
export const HOP = {
  who: text,
  whoKind: oneOfOrNone(ACTOR_KINDS),
  anonymity: oneOf(ANONYMITIES, 'kind.unknown'),
  descriptor: text,
  relation: oneOf(HOP_RELATIONS, 'kind.unknown'),
  url: text,
  title: text,
  hopLanguage: languageOrNone,
  saidOn: lineOrNone,
  seen: flag,
}

/** A step as its form shows it. */
export type TypedHop = Record<keyof typeof HOP, string>

/** What stands in the way of a page is about its address. */
export const ABOUT_LINK = Object.fromEntries(WHY_NOT.map((why) => [`link.${why}`, 'url']))

/** What a field's trouble is about. */
export const ABOUT_HOP = {
  'hop.nobody': 'who',
  'said-on.wrong': 'saidOn',
  'url.wrong': 'url',
  'descriptor.too-long': 'descriptor',
  'publication.language-unknown': 'hopLanguage',
  'source-title.too-long': 'title',
  ...ABOUT_LINK,
}

export interface Told extends Keeping {
  /** The language of the edition in which names are typed. */
  language: Language
  before?: KeptHop | undefined
  /** What the page at its address says of itself, where it was asked. */
  read?: ReadPage | undefined
}

/** The step that was typed; who and what it names that is not known yet is kept from now on. */
export async function hopFrom(
  tx: Writing,
  { who: name, whoKind: kind = 'outlet', hopLanguage, descriptor, seen, ...typed }: Read<typeof HOP>,
  { language, before, read, ...keeping }: Told,
): Promise<HopDraft> {
  const { anonymity, relation, saidOn } = typed
  const isOfPage = read && name.trim() === '' && anonymity === 'named'
  const actor = isOfPage
    ? { partyId: null, outletId: await outletOf(tx, read, language, keeping) }
    : await actorNamed(tx, { name, kind }, language, keeping)
  return {
    ...actor,
    anonymity,
    relation,
    sourceDocumentId: await reportFrom(tx, typed, actor.outletId, hopLanguage ?? language, { ...keeping, read }),
    language: hopLanguage ?? ((read?.language || null) as Language | null),
    saidOn: saidOn ?? dayOf(read),
    isSeen: seen ? 1 : 0,
    proposedById: before?.proposedById ?? null,
    descriptors: { ...before?.descriptors, [language]: descriptor },
  }
}

/** A step that is kept, as its form shows it. */
export function typedHop(hop: ChainHop): TypedHop {
  const { actor, anonymity, descriptor, relation, report, language, saidOn, isMarkedSeen } = hop
  return {
    who: actor?.name ?? '',
    whoKind: actor?.kind === 'party' ? (actor.partyKind ?? 'person') : 'outlet',
    anonymity,
    descriptor,
    relation,
    url: report?.url ?? '',
    title: report?.title ?? '',
    hopLanguage: language ?? '',
    saidOn: saidOn ?? '',
    seen: isMarkedSeen ? '1' : '',
  }
}

/** The report at an address; one that is not known is of the outlet at the step, or else of the one that its address names. */
export async function reportFrom(
  tx: Writing,
  { url, title, saidOn }: Pick<Read<typeof HOP>, 'url' | 'title' | 'saidOn'>,
  outletId: OutletId | null,
  language: Language,
  { read, ...keeping }: Keeping & { read?: ReadPage | undefined },
): Promise<SourceDocumentId | null> {
  const typed = url.trim()
  if (typed === '') return null
  const address = URL.parse(typed)
  const known = await documentAt(tx, address?.href ?? typed)
  if (known) return known.id
  const host = address?.hostname.replace(/^www\./, '') ?? ''
  if (read) {
    const { title: said, language: tag, canonicalUrl, bylines, mediaType, published } = read
    const of = outletId ?? (await outletOf(tx, read, language, keeping))
    const facts = { canonicalUrl: canonicalUrl || null, bylines, mediaType, passage: null, accessedAt: keeping.at }
    const draft = { ...(published ?? onDay(null)), outletId: of, url: typed, ...facts }
    return keepDocument(tx, { ...draft, title: said || host, language: (tag || language) as Language }, keeping.at)
  }
  const of = outletId ?? (await outletNamed(tx, host || typed, language, keeping))
  const day = /^\d{4}-\d\d-\d\d/.exec(saidOn ?? '')?.[0] ?? null
  const draft = {
    ...onDay(day),
    outletId: of,
    url: typed,
    title: title.trim() || host || typed,
    language,
    canonicalUrl: null,
    bylines: [],
    mediaType: null,
    passage: null,
  }
  return keepDocument(tx, draft, keeping.at)
}

/** The outlet that stands at the address of a page, or that it names; one that is not known yet is kept. */
async function outletOf(
  tx: Writing,
  { url, outlet, language: own }: ReadPage,
  language: Language,
  keeping: Keeping,
): Promise<OutletId> {
  const { host } = new URL(url)
  const here = await outletAtHost(tx, host)
  const name = outlet || host.replace(/^www\./, '')
  const spoken = baseOf((own || language) as Language)
  return here?.id ?? outletNamed(tx, name, spoken, { ...keeping, url: `${new URL(url).origin}/` })
}

/** The day on which a page says that it was published, or the month. */
export function dayOf(read: ReadPage | undefined): string | null {
  const { published } = read ?? {}
  if (!published) return null
  return published.publishedPrecision === 'month' ? published.publishedOn.slice(0, 7) : published.publishedOn
}
