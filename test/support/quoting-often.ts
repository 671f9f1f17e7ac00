import { type Comment, draftOf, post } from '../../src/domain/discussion/index.ts'
import type { Person } from '../../src/domain/people/index.ts'
import type { AtHand } from './site.ts'

/** Answers a comment so many times in one act, each time with its words. */
export async function quoteOften({ parley }: AtHand, by: Person, quoted: Comment, count: number): Promise<Comment[]> {
  const { store, tail, clock } = parley
  const draft = draftOf(`> ${quoted.plain}\n> — [${by.name}, ${quoted.label}](/c/${quoted.id})\n\nIndeed.`)
  const answer = { articleId: quoted.articleId, under: quoted.id, by, draft, language: null, at: clock() }
  const { value, seq } = await store.write(async (tx) => {
    const answers: Comment[] = []
    for (let n = 0; n < count; n++) answers.push(await post(tx, answer))
    return answers
  })
  await tail.until(seq)
  return value
}
