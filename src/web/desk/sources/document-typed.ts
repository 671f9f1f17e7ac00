import {
  citedCalled,
  type DocumentDraft,
  type Keeping,
  keepCited,
  OUTLETS,
  type OutletId,
  onDay,
  outletAtHost,
  type Published,
  type SourceDocument,
} from '../../../domain/sources/index.ts'
import { baseOf, type Language, languageFrom } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { typedAs, typedMoment, zoneFrom } from '../../../kit/zone.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { statedTime } from '../../../text/stated-time.ts'
import { lines } from './cited-form.ts'
import type { DocumentTyped } from './document-page.ts'
import { calledIn } from './merging.ts'
import type { ReadPage } from './page-read.ts'

export const NOTHING_TYPED: DocumentTyped = {
  url: '',
  canonicalUrl: '',
  title: '',
  outlet: '',
  documentLanguage: '',
  bylines: '',
  published: '',
  zone: '',
  mediaType: '',
  passage: '',
}

/** What a form says of a document, as it is kept; an outlet that is not known is kept with it. */
export async function draftFrom(
  tx: Writing,
  typed: DocumentTyped,
  { byId, at, zone }: Keeping & { zone: string },
): Promise<DocumentDraft> {
  const documentLanguage = typed.documentLanguage.trim() as Language
  return {
    ...publishedFrom(typed.published, typed.zone, zone),
    outletId: await outletNamed(tx, { ...typed, documentLanguage }, { byId, at }),
    url: typed.url,
    canonicalUrl: typed.canonicalUrl,
    title: typed.title,
    language: documentLanguage,
    bylines: lines(typed.bylines),
    mediaType: typed.mediaType.trim() || null,
    passage: typed.passage,
  }
}

const FEW = 3

async function outletNamed(
  tx: Writing,
  { outlet, url, documentLanguage }: DocumentTyped,
  keeping: Keeping,
): Promise<OutletId> {
  if (outlet.trim() === '') throw new Trouble('invalid', 'outlet.unnamed')
  const called = await citedCalled(tx, OUTLETS, outlet, FEW)
  const here = called.length > 1 ? await outletAtHost(tx, URL.parse(url)?.host ?? '') : undefined
  const [one, ...others] = called
  if (here && called.some(({ id }) => id === here.id)) return here.id
  if (others.length > 0) throw new Trouble('invalid', 'outlet.several')
  if (one) return one.id
  const place = URL.parse(url)
  const address = place && /^https?:$/.test(place.protocol) ? `${place.origin}/` : null
  const tag = languageFrom(documentLanguage)
  const forms = [{ language: tag ? baseOf(tag) : (documentLanguage as Language), name: outlet, locked: 0 }] as const
  return keepCited(tx, OUTLETS, undefined, { kind: 'other', country: null, url: address, sameAs: [], forms }, keeping)
}

/** A month, a day, or a minute on the clocks of a zone. */
function publishedFrom(typed: string, typedZone: string, usual: string): Published {
  const text = typed.trim()
  if (text === '') return onDay(null)
  const stated = statedTime(text)
  const clock = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d$/.test(text) ? text.replace(' ', 'T') : undefined
  if (stated && clock === undefined) return stated
  const zone = zoneFrom(typedZone.trim() || usual)
  const publishedAt = clock === undefined ? undefined : typedMoment(zone, clock)
  if (publishedAt === undefined) throw new Trouble('invalid', 'published.wrong')
  return { publishedOn: clock!.slice(0, 10), publishedAt, publishedZone: zone, publishedPrecision: 'minute' }
}

/** What is kept, as the form shows it. */
export function typedOf(document: SourceDocument, outlet: string): DocumentTyped {
  const { url, canonicalUrl, title, language, bylines, mediaType, passage } = document
  return {
    url,
    canonicalUrl: canonicalUrl ?? '',
    title,
    outlet,
    documentLanguage: language,
    bylines: bylines.join('\n'),
    ...timeTyped(document),
    mediaType: mediaType ?? '',
    passage: passage ?? '',
  }
}

function timeTyped({ publishedOn, publishedAt, publishedZone, publishedPrecision }: Published) {
  if (publishedPrecision === 'minute' && publishedAt !== null && publishedZone)
    return { published: typedAs(publishedZone, publishedAt).replace('T', ' '), zone: publishedZone }
  return { published: (publishedPrecision === 'month' ? publishedOn?.slice(0, 7) : publishedOn) ?? '', zone: '' }
}

/** What a page says of itself, as the form shows it, its outlet under the name by which it is known here. */
export async function typedFrom(db: Reading, read: ReadPage, asked: string, language: string) {
  const { url, canonicalUrl, title, outlet, bylines, published, mediaType } = read
  const here = await outletAtHost(db, new URL(url).host)
  const known = here ?? (outlet ? (await citedCalled(db, OUTLETS, outlet, 1))[0] : undefined)
  const typed: DocumentTyped = {
    url: asked.trim() || url,
    canonicalUrl,
    title,
    outlet: known ? calledIn(known, language) : outlet || new URL(url).host.replace(/^www\./, ''),
    documentLanguage: read.language,
    bylines: bylines.join('\n'),
    ...timeTyped(published ?? onDay(null)),
    mediaType,
    passage: '',
  }
  return { typed, outletIsKnown: known !== undefined }
}
