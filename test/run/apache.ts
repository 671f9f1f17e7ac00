import { apachePath } from '../support/fronts/apache.ts'
import type { Wanted } from './debian.ts'

export const APACHE: Wanted = {
  name: 'Apache',
  aptPackages: ['apache2-bin'],
  find: apachePath,
  without: 'The walk through Apache is left out; it is named at the end.',
}
