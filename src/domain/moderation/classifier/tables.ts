import type { Generated } from 'kysely'
import type { Classifier, ClassifierId } from './classifier.ts'

export interface ClassifierTables {
  classifier: Pick<Classifier, 'at' | 'removed' | 'kept' | 'upTo'> & {
    id: Generated<ClassifierId>
    /** In thousandths. */
    ranking: number
    isUsed: 0 | 1
    /** JSON: of each example that tested it the score in thousandths, below zero for one that was kept. */
    tested: string
    /** Empty once two later ones are there. */
    model: string
  }
}
