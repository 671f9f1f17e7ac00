import type { Say } from '../../kit/sentences.ts'

/** A browser and its system, as `visitOf` keeps them, in words. */
export function deviceWords(device: string, say: Say): string {
  const [browser = '', system = ''] = device.split('/')
  if (browser && system) return say('sessions.device', { browser, system })
  return browser || system || say('sessions.unknown-device')
}
