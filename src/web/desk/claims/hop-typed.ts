import {
  ACTOR_KINDS,
  type ActorKind,
  type Anonymity,
  actorNamed,
  documentAt,
  type HopDraft,
  type HopRelation,
  type Keeping,
  type KeptHop,
  keepDocument,
  onDay,
  outletNamed,
  type SourceDocumentId,
} from '../../../domain/sources/index.ts'
import type { Language } from '../../../kit/language.ts'
import type { Writing } from '../../../store/index.ts'
import { flag, text } from '../../http/shapes.ts'

/** A step as its form sends it. */
export const HOP = {
  who: text,
  whoKind: text,
  anonymity: text,
  descriptor: text,
  relation: text,
  url: text,
  title: text,
  hopLanguage: text,
  saidOn: text,
  seen: flag,
}

export interface TypedHop {
  who: string
  whoKind: string
  anonymity: string
  descriptor: string
  relation: string
  url: string
  title: string
  hopLanguage: string
  saidOn: string
  seen: string | boolean
}

/** What a field's trouble is about. */
export const ABOUT_HOP = {
  'hop.nobody': 'who',
  'said-on.wrong': 'saidOn',
  'url.wrong': 'url',
  'descriptor.too-long': 'descriptor',
  'publication.language-unknown': 'hopLanguage',
  'source-title.too-long': 'title',
}

export interface Told extends Keeping {
  /** The language of the edition in which names are typed. */
  language: Language
  before?: KeptHop | undefined
}

/** The step that was typed; who and what it names that is not known yet is kept from now on. */
export async function hopFrom(tx: Writing, typed: TypedHop, { language, before, ...keeping }: Told): Promise<HopDraft> {
  const actor = await actorNamed(tx, { name: typed.who, kind: kindFrom(typed.whoKind) }, language, keeping)
  const said = (typed.hopLanguage.trim() || null) as Language | null
  const report = await reportFrom(tx, typed, actor.outletId, said ?? language, keeping)
  return {
    ...actor,
    anonymity: typed.anonymity as Anonymity,
    relation: typed.relation as HopRelation,
    sourceDocumentId: report,
    language: said,
    saidOn: typed.saidOn.trim() || null,
    isSeen: typed.seen ? 1 : 0,
    proposedById: before?.proposedById ?? null,
    descriptors: { ...before?.descriptors, [language]: typed.descriptor },
  }
}

function kindFrom(sent: string): ActorKind {
  return ACTOR_KINDS.find((kind) => kind === sent) ?? 'outlet'
}

/** The report at an address; one that is not known is of the outlet at the step, or else of the one that its address names. */
export async function reportFrom(
  tx: Writing,
  { url, title, saidOn }: Pick<TypedHop, 'url' | 'title' | 'saidOn'>,
  outletId: Awaited<ReturnType<typeof outletNamed>> | null,
  language: Language,
  keeping: Keeping,
): Promise<SourceDocumentId | null> {
  const typed = url.trim()
  if (typed === '') return null
  const address = URL.parse(typed)
  const known = await documentAt(tx, address?.href ?? typed)
  if (known) return known.id
  const host = address?.hostname.replace(/^www\./, '') ?? ''
  const of = outletId ?? (await outletNamed(tx, host || typed, language, keeping))
  const day = /^\d{4}-\d\d-\d\d/.exec(saidOn.trim())?.[0] ?? null
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
