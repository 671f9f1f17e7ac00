import type { Complaint } from '../kit/complaints.ts'
import { Refusal } from '../kit/refusal.ts'
import { troubleIn } from '../kit/trouble.ts'
import type { Parley } from '../parley.ts'

const DATABASE = 'database'

/** What keeps a job from its work; where that is the database, all jobs have one complaint. */
export function jobComplaint({ store, complaints }: Pick<Parley, 'store' | 'complaints'>, job: string): Complaint {
  const [own, ofDatabase] = [complaints.about(job), complaints.about(DATABASE)]
  return {
    wrong(error) {
      const told = store.database.refusalOf(error)
      if (told instanceof Refusal || troubleIn(error)?.kind === 'busy') ofDatabase.wrong(told)
      else own.wrong(error)
    },
    well() {
      own.well()
      ofDatabase.well()
    },
  }
}
