import { apertium } from './apertium.ts'
import { chat } from './chat.ts'
import { deepL } from './deepl.ts'
import type { EngineAccess, TranslationEngine } from './engine.ts'
import { libreTranslate } from './libretranslate.ts'

/** Every kind of engine, as the setting names it. */
export const ENGINES = {
  apertium,
  chat,
  deepl: deepL,
  libretranslate: libreTranslate,
} as const satisfies Record<string, (access: EngineAccess) => TranslationEngine>
export type EngineKind = keyof typeof ENGINES
