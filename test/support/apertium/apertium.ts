import { existsSync } from 'node:fs'
import path from 'node:path'

const MODES = '/usr/share/apertium/modes'
/** The pairs that the tests translate with. */
export const PAIRS = ['rus-ukr', 'ukr-rus', 'eng-spa', 'es-fr'] as const
export const PYTHON = '/usr/bin/python3'
const TORNADO = '/usr/lib/python3/dist-packages/tornado'

export const APERTIUM_PACKAGES = [
  'apertium',
  'apertium-rus-ukr',
  'apertium-eng-spa',
  'apertium-fr-es',
  'python3-tornado',
  'util-linux',
]

/** Where Debian keeps how Apertium translates, if all is there that the tests need of it. */
export function apertiumModes(): string | undefined {
  const needed = [...PAIRS.map((pair) => path.join(MODES, `${pair}.mode`)), TORNADO, PYTHON]
  return needed.every(existsSync) ? MODES : undefined
}

/** Options for tests with a real engine: left out, saying why, where there is none. */
export const withApertium = {
  skip: apertiumModes() === undefined && `left out: there is no Apertium (apt install ${APERTIUM_PACKAGES.join(' ')})`,
}
