import type { OutsideJudges } from '../../outside/index.ts'
import type { AdmissionRule } from './rule.ts'

/** Words of which Akismet says that they are spam are looked at before they appear, where the operator has a key. */
export const byAkismet = asking('akismet')

/** The same of what a program of the operator's own says. */
export const byWebhook = asking('webhook')

function asking(name: keyof OutsideJudges): AdmissionRule {
  return {
    name,
    judge({ by, articleId, draft: { words, plain }, client = '', at }, { outside }) {
      return outside[name]?.({ words, plain, by: { id: by.id, name: by.name }, articleId, client, at })
    },
  }
}
