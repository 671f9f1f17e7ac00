import { APERTIUM_PACKAGES, apertiumModes } from '../support/apertium/apertium.ts'
import type { Wanted } from './debian.ts'

export const APERTIUM: Wanted = {
  name: 'Apertium',
  aptPackages: APERTIUM_PACKAGES,
  find: apertiumModes,
  without: 'The tests with a real translation engine are left out; they are named at the end.',
}
