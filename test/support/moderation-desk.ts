import { type CommentId, draftOf, hold, post, removalInForce } from '../../src/domain/discussion/index.ts'
import { gathering, type RuleId, reasonsOf, report, saveRule } from '../../src/domain/moderation/index.ts'
import { addPerson, type Member, type Role } from '../../src/domain/people/index.ts'
import { type AnyTables, Store, type Writing } from '../../src/store/index.ts'
import { newArticle } from './growing.ts'
import type { OpenStore } from './stores.ts'

export const AT = 1_790_000_000_000

/** A publication with an article, a rule, readers and moderators, and what is needed to moderate it through its verbs. */
export async function openModeration(openStore: () => Promise<OpenStore>) {
  const open = await openStore()
  const store = new Store(open.store.database, [gathering])
  const write = async <T>(work: (tx: Writing) => Promise<T>) => (await store.write(work)).value
  const somebody = async (name: string, ...roles: Role[]): Promise<Member> => ({
    ...(await write((tx) => addPerson(tx, { accountId: name, name, nameKey: name, createdAt: AT }))),
    roles: roles.map((role) => ({ role, sections: [], languages: [] })),
  })
  const articleId = await newArticle(store, 'ferry')
  const [ada, bob, mo, mia] = [
    await somebody('ada'),
    await somebody('bob'),
    await somebody('mo', 'moderator'),
    await somebody('mia', 'moderator'),
  ]
  await write((tx) => saveRule(tx, 1, [{ language: 'en', title: 'Be kind', words: 'To all.' }]))
  const ruleId = 1 as RuleId
  const said = (words: string, under: CommentId | 0, by: Member) => ({
    articleId,
    under,
    by,
    draft: draftOf(words),
    language: 'en',
    at: AT,
  })
  return {
    store,
    write,
    somebody,
    articleId,
    ada,
    bob,
    mo,
    mia,
    ruleId,
    say: async (words = 'It leaves at nine.', under: CommentId | 0 = 0, by = ada) =>
      (await write((tx) => post(tx, said(words, under, by)))).id,
    hold: (words = 'It waits.', under: CommentId | 0 = 0, by = ada) =>
      write((tx) => hold(tx, { ...said(words, under, by), heldById: null, note: '' })),
    report: (id: CommentId, by = bob, at = AT) => write((tx) => report(tx, { id, by, ruleId, words: '', at })),
    reasonsOf: async (id: number) => (await reasonsOf(store, [id as never])).get(id as never) ?? [],
    async reportStates(id: CommentId) {
      const reports = store.look<AnyTables>().selectFrom('report').select('state').where('commentId', '=', id)
      return (await reports.orderBy('id').execute()).map(({ state }) => state)
    },
    causeOf: async (id: CommentId) => (await removalInForce(store, id))?.cause,
    async happened(kind: string) {
      const journal = store.look<AnyTables>().selectFrom('journal').select('about').where('kind', '=', kind)
      return (await journal.orderBy('seq').execute()).map(({ about }) => about)
    },
    [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
  }
}
