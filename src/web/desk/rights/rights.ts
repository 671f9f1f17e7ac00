import { articlesPolicy } from '../../../domain/articles/index.ts'
import { discussionPolicy, EDIT_MINUTES } from '../../../domain/discussion/index.ts'
import { mediaPolicy } from '../../../domain/media/index.ts'
import { moderationPolicy } from '../../../domain/moderation/index.ts'
import { peoplePolicy, type Right } from '../../../domain/people/index.ts'
import { translationPolicy } from '../../../domain/translation/index.ts'
import { page } from '../../http/answers.ts'
import { taking } from '../../http/taking.ts'
import { rightsPage } from './rights-page.ts'

/** Every right there is, by what it is about. */
export const POLICIES: readonly (readonly [noun: string, policy: readonly Right[]])[] = [
  ['comments', discussionPolicy],
  ['moderation', moderationPolicy],
  ['people', peoplePolicy],
  ['pictures', mediaPolicy],
  ['publication', articlesPolicy],
  ['translation', translationPolicy],
]

/** Numbers that stand in the sentences. */
const NUMBERS = { minutes: EDIT_MINUTES }

/** Who may do what, in the sentences of the policies, with a mark at what the one who asks may. */
export const show = taking({}, async (ask) => {
  const by = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const nouns = POLICIES.map(([noun, policy]) => ({
    title: say(`rights.${noun}`),
    rights: policy.map((right) => ({ sentence: say(`right.${right.name}`, NUMBERS), isYours: right.maySome(by) })),
  }))
  return page(rightsPage(frame, nouns, say))
})
