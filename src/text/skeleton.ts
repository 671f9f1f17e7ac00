import { createRequire } from 'node:module'
import type unhomoglyph from 'unhomoglyph'
import { lazy } from '../kit/lazy.ts'

const require = createRequire(import.meta.url)
const library = lazy((): typeof unhomoglyph => require('unhomoglyph'))

/** The same for texts that are taken for one another. Source: UTS #39, section 4; its table by `unhomoglyph`. */
export function skeleton(text: string): string {
  return library()(text.normalize('NFD')).normalize('NFD')
}
