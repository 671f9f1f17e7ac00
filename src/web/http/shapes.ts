import { z } from 'zod'
import { type Id, idFrom } from '../../kit/ids.ts'
import { type Language, languageFrom } from '../../kit/language.ts'
import { ownPath } from './own-path.ts'

/** What a request can bring, by the field's name; the message of a schema is the key of a sentence in words/. */
export type Shape = Readonly<Record<string, z.ZodType>>

/** What is typed or empty; what it may be the domain says. */
export const text = z.string().default('')

export const textOrNone = z.string().optional()

/** Whether a field was sent at all, as a pressed button or a ticked box is. */
export const flag = textOrNone.transform((sent) => sent !== undefined)

/** One of a few words; `unknown` is the sentence for any other. */
export function oneOf<const Word extends string>(words: readonly Word[], unknown: string) {
  return text.transform((sent, context): Word => {
    const found = words.find((word) => word === sent)
    if (found !== undefined) return found
    context.addIssue({ code: 'custom', message: unknown })
    return z.NEVER
  })
}

/** The same where it may be left out; any other counts as not sent. */
export function oneOfOrNone<const Word extends string>(words: readonly Word[]) {
  return text.transform((sent): Word | undefined => words.find((word) => word === sent))
}

/** A language by its tag, null where none is typed; what is no tag comes as it was typed, and the domain says so. */
export const languageOrNone = text.transform((sent): Language | null => {
  const typed = sent.trim()
  return typed === '' ? null : (languageFrom(typed) ?? (typed as Language))
})

/** What is typed, null where that is nothing. */
export const lineOrNone = text.transform((sent) => sent.trim() || null)

/** A whole number as forms carry it; 0 where none was sent. */
export const count = text.transform(Number).refine(Number.isSafeInteger)

/** The number of something that must be there; `missing` is the sentence for where it names nothing. */
export function id<Of extends string>(missing: string) {
  return z.string(missing).transform((sent, context): Id<Of> => {
    const found = idFrom<Of>(sent)
    if (found) return found
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })
}

/** The same where it may be left out; what names nothing counts as not sent. */
export function idOrNone<Of extends string>() {
  return textOrNone.transform((sent) => idFrom<Of>(sent))
}

/** Numbers with dots between, the first `most` of them; what names nothing is passed over. */
export function ids<Of extends string>(most: number) {
  return text.transform((sent) => sent.split('.', most).flatMap((one) => idFrom<Of>(one) ?? []))
}

/** Where to go on to on this site; what would lead elsewhere counts as not sent. */
export const nextPath = textOrNone.transform(ownPath)

/** A field that may come as often as one likes. */
export const list = z.array(z.string()).default([])

/** Whether all of a field's values are taken; of every other kind one sent twice counts as not sent. */
export function isList(schema: z.ZodType): boolean {
  const { def } = schema as z.ZodType & { def: { type: string; innerType?: z.ZodType; in?: z.ZodType } }
  const inner = def.innerType ?? def.in
  return def.type === 'array' || (inner !== undefined && isList(inner))
}
