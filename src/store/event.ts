import type { z } from 'zod'
import type { Entry } from './entry.ts'

/** What an event makes old of all that is shown: nothing, the pages of its article and the lists, or everything. */
export type Touches = 'nothing' | 'article' | 'everything'

/** An event names what it is about by numbers alone. Words stand in rows, from which they can be removed. */
export interface Payload {
  about?: number | undefined
  articleId?: number | undefined
}

/** One kind of what happens, as the part declares it in which it happens. */
export interface EventType<P extends Payload = Payload> {
  /** Stays for ever what it is, for it stands in the journals of all who run Parley. */
  readonly kind: string
  /** Whether pages of before are only short of something; after all others they may show what is gone. */
  readonly onlyAdds: boolean
  touchedBy(payload: Payload): Touches
  is(entry: Pick<Entry, 'kind'>): boolean
  /** What an entry says; throws for one that is none of these. */
  payloadOf(entry: Entry): P
}

interface Declared<P extends Payload> {
  kind: string
  payload: z.ZodType<P>
  onlyAdds?: true
}

type Touching<P extends Payload> =
  | { touches: 'nothing' | 'everything' | ((payload: P) => Touches) }
  | (P extends { articleId: number } ? { touches: 'article' } : never)

/** Declares a kind of event: in the past tense, with what it touches. One that touches an article names it. */
export function event<P extends Payload>({
  kind,
  payload,
  touches,
  onlyAdds = false as never,
}: Declared<P> & Touching<P>): EventType<P> {
  return {
    kind,
    onlyAdds,
    touchedBy: (one) => (typeof touches === 'function' ? touches(one as P) : touches),
    is: (entry) => entry.kind === kind,
    payloadOf({ about, articleId, ...entry }) {
      if (entry.kind !== kind) throw new Error(`Entry ${entry.seq} is no ${kind}, but a ${entry.kind}.`)
      return payload.parse({ about: about ?? undefined, articleId: articleId ?? undefined })
    },
  }
}

/** Whether an entry is one of these. */
export function oneOf(events: readonly EventType[]): (entry: Pick<Entry, 'kind'>) => boolean {
  const kinds = new Set(events.map(({ kind }) => kind))
  return ({ kind }) => kinds.has(kind)
}

/** An entry with what its declaration says of it. */
export interface DeclaredEntry extends Entry {
  touches: Touches
  onlyAdds: boolean
}

/**
 * Looks entries up among everything that is declared. @NOTE one that is not declared here was written by a Parley of
 * another version: it touches everything, for a page that is made anew in vain does less harm than one with removed words.
 */
export function declarations(events: readonly EventType[]): (entry: Entry) => DeclaredEntry {
  const byKind = new Map(events.map((one) => [one.kind, one]))
  if (byKind.size < events.length) throw new Error('Two events are of the same kind.')
  return (entry) => {
    const declared = byKind.get(entry.kind)
    return { ...entry, touches: touchesOf(entry, declared), onlyAdds: declared?.onlyAdds ?? false }
  }
}

function touchesOf({ about, articleId }: Entry, declared: EventType | undefined): Touches {
  const payload = { about: about ?? undefined, articleId: articleId ?? undefined }
  const touches = declared?.touchedBy(payload) ?? 'everything'
  return touches === 'article' && articleId === null ? 'everything' : touches
}
