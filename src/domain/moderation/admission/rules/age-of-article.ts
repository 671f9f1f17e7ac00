import { DAY_MS } from '../../../../kit/clock.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { AdmissionRule } from './rule.ts'

/** So long after an article was published the last comment is taken; what stands can still be edited in its time. */
export const ageOfArticle: AdmissionRule = {
  name: 'age-of-article',
  judge({ at, editOf }, { settings: { closesAfterDays: days }, article: { publishedAt } }) {
    if (days > 0 && !editOf && publishedAt !== null && at - publishedAt > days * DAY_MS)
      throw new Trouble('forbidden', 'admission.too-old', { days })
    return undefined
  },
}
