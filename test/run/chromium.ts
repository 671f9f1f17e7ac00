import { chromiumPath } from '../support/browser/chromium.ts'
import type { Wanted } from './debian.ts'

export const CHROMIUM: Wanted = {
  name: 'Chromium',
  aptPackages: ['chromium'],
  find: chromiumPath,
  without: 'The tests in a browser are left out; they are named at the end.',
  setting: 'PARLEY_CHROMIUM',
}
