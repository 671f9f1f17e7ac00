import { z } from 'zod'

declare const brand: unique symbol

/** A bigint identity of the database; JavaScript's safe integers are enough for it. */
export type Id<Of extends string> = number & { readonly [brand]: Of }

/** The id that a piece of a URL or form names, or undefined when it names none. */
export function idFrom<Of extends string>(text: string | undefined): Id<Of> | undefined {
  if (!text || !/^[1-9]\d{0,15}$/.test(text)) return
  const number = Number(text)
  return Number.isSafeInteger(number) ? (number as Id<Of>) : undefined
}

/** The shape of such an id in what is parsed. */
export function idOf<Of extends string>() {
  return z.custom<Id<Of>>((value) => Number.isSafeInteger(value) && (value as number) > 0)
}
