import type { Complaint } from '../kit/complaints.ts'
import { Refusal } from '../kit/refusal.ts'
import { troubleIn } from '../kit/trouble.ts'
import type { Parley } from '../parley.ts'

const DATABASE = 'database'

/** What keeps a job from its work; where that is the database, all jobs have one complaint, which ends with the work of one that it held up: others may have had nothing to write. */
export function jobComplaint({ store, complaints }: Pick<Parley, 'store' | 'complaints'>, job: string): Complaint {
  const [own, ofDatabase] = [complaints.about(job), complaints.about(DATABASE)]
  let isHeldUp = false

  return {
    wrong(error) {
      const told = store.database.refusalOf(error)
      const isOfDatabase = told instanceof Refusal || troubleIn(error)?.kind === 'busy'
      if (isOfDatabase) ofDatabase.wrong(told)
      else own.wrong(error)
      isHeldUp ||= isOfDatabase
    },
    well() {
      own.well()
      if (isHeldUp) ofDatabase.well()
      isHeldUp = false
    },
  }
}
