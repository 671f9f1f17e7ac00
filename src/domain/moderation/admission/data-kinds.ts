import { DAY_MS } from '../../../kit/clock.ts'
import type { Sweep } from '../../../store/index.ts'
import { type DataKind, eraseRows, unnameRows } from '../../people/index.ts'
import type { AdmissionTables } from './tables.ts'

const AT_ONCE = 500

const sweepPosts: Sweep = async (tx, now) => {
  const posts = tx.look<AdmissionTables>().selectFrom('recentPost').select('id').orderBy('id').limit(AT_ONCE)
  const old = posts.where('at', '<', now - DAY_MS)
  const gone = await tx.change<AdmissionTables>().deleteFrom('recentPost').where('id', 'in', old).executeTakeFirst()
  return Number(gone.numDeletedRows) === AT_ONCE
}

export const dataKinds: readonly DataKind[] = [
  {
    name: 'settings of admission',
    tables: ['admissionSetting'],
    purpose: 'Says which comments are held or refused. Nothing in it is about people.',
    term: 'while the publication stands',
    archived: 'nothing',
    erased: 'all of it',
  },
  {
    name: 'recent posts',
    tables: ['recentPost'],
    purpose:
      'Says who wrote within a day, from which network (as a keyed hash) and what (as a hash), so that nobody writes too fast or the same again.',
    term: '24 hours',
    archived: 'nothing beside the comments themselves',
    erased: 'nothing',
    erases: [eraseRows('recentPost', 'personId', 'id')],
    sweeps: [sweepPosts],
  },
  {
    name: 'restraints',
    tables: ['restraint'],
    purpose: 'Says what was asked of all who write, as in a raid, by whom, and until when.',
    term: 'while the publication stands',
    archived: 'nothing',
    erased: 'that it was asked, by nobody in particular',
    erases: [unnameRows('restraint', 'byId'), unnameRows('restraint', 'endedById')],
  },
]
