import { pgbouncerPath } from '../support/postgres/pgbouncer.ts'
import type { Wanted } from './debian.ts'

export const PGBOUNCER: Wanted = {
  name: 'pgbouncer',
  aptPackages: ['pgbouncer'],
  find: pgbouncerPath,
  without: 'The test of a pooler is left out; it is named at the end.',
  setting: 'TEST_PGBOUNCER',
}
