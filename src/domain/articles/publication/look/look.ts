import { Trouble } from '../../../../kit/trouble.ts'
import type { PictureId } from '../../../media/index.ts'

/** The faces in which a publication can be set. All of them are its own files, or those of the reader's device. */
export const TYPEFACES = ['serif', 'sans', 'device'] as const
export type Typeface = (typeof TYPEFACES)[number]

/** How the publication looks: what is its own of the colours, the typeface and the mark; null is as Parley has it. */
export interface Look {
  /** Of links and buttons, on light paper and on dark, such as "#7a1f1f". */
  accent: string | null
  accentDark: string | null
  typeface: Typeface
  /** A picture that stands for the publication in tabs and on home screens. */
  markId: PictureId | null
}

export const FIRST_LOOK: Look = { accent: null, accentDark: null, typeface: 'serif', markId: null }

/** The paper on which the colours stand, as tokens.css has it. */
export const PAPER = { light: '#fcfaf6', dark: '#121519' } as const

/** Source: WCAG 2.2, 1.4.3, for words of usual size. */
export const LEAST_CONTRAST = 4.5

/** The same look, its colours as they are kept; throws Trouble for what is no colour, and for one in which words could not be read. */
export function mustBeReadable({ accent, accentDark, ...rest }: Look): Look {
  return { ...rest, accent: readableOn('light', accent), accentDark: readableOn('dark', accentDark) }
}

function readableOn(paper: keyof typeof PAPER, colour: string | null): string | null {
  if (colour === null) return null
  const field = paper === 'light' ? 'accent' : 'accentDark'
  const given = colour.toLowerCase()
  if (!/^#[0-9a-f]{6}$/.test(given)) throw about(field, 'colour.unknown')
  const found = contrast(given, PAPER[paper])
  if (found < LEAST_CONTRAST)
    throw about(field, 'colour.unreadable', { found: Math.floor(found * 10) / 10, least: LEAST_CONTRAST })
  return given
}

function about(field: string, key: string, args: Record<string, number> = {}): Trouble {
  return new Trouble('invalid', key, args, { fields: { [field]: key } })
}

/** How far two colours are apart in light, from 1 to 21. Source: WCAG 2.2, contrast ratio. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
