import type { DataKind } from '../../people/index.ts'
import { eraseSalts, sweepSalts } from './forget-salts.ts'

export const dataKinds: readonly DataKind[] = [
  {
    name: 'moderation log',
    tables: ['logEntry', 'logWords', 'logHead'],
    purpose:
      'Shows the public what was decided, by role and rule, in a chain that proves; words stand in it as salted hashes alone, and nobody is named.',
    term: 'while the publication stands; salts for 184 days',
    archived: 'nothing; everybody reads it',
    erased: 'everything but the salts of one’s own words',
    erases: [eraseSalts],
    sweeps: [sweepSalts],
  },
]
