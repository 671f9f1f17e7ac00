import type { ArticleId } from '../../src/domain/articles/index.ts'
import { draftOf, edit, placeImported, REACTION_KINDS, ROOT, react, remove } from '../../src/domain/discussion/index.ts'
import { addPerson, type Person } from '../../src/domain/people/index.ts'
import type { Store, Writing } from '../../src/store/index.ts'
import { newArticle, WORDING } from './growing.ts'
import type { Remembered } from './mirror.ts'

/** A discussion in which one person writes and others react, and what is remembered of it. */
export interface Scene {
  store: Store
  articleId: ArticleId
  author: Person
  readers: readonly Person[]
  all: readonly Remembered[]
}

/** What can happen, to which of the comments so far (0 is none), and how. */
export interface Act {
  kind: 'arrive' | 'go' | 'react' | 'edit'
  where: number
  how: number
}

/** Makes the people; each name that is given then opens a discussion of theirs. */
export async function openScenes(store: Store): Promise<(name: string) => Promise<Scene>> {
  const named = (name: string) => ({ accountId: name, name, nameKey: name, createdAt: 1 }) as const
  const { value } = await store.write((tx) => Promise.all(['Ada', 'Bob', 'Cy'].map((one) => addPerson(tx, named(one)))))
  const [author, ...readers] = value
  return async (name) => ({ store, articleId: await newArticle(store, name), author: author!, readers, all: [] })
}

/** Lets these happen one after another in one write; what is remembered follows when it is done. */
export async function happen(scene: Scene, acts: readonly Act[]): Promise<void> {
  const { value } = await scene.store.write(async (tx) => {
    const all = scene.all.map((one) => ({ ...one }))
    for (const { kind, where, how } of acts) {
      const one = where === 0 ? undefined : all[(where - 1) % all.length]
      await HAPPENS[kind](tx, { ...scene, all }, how, one)
    }
    return all
  })
  scene.all = value
}

type Happens = (
  tx: Writing,
  scene: Scene & { all: Remembered[] },
  how: number,
  one: Remembered | undefined,
) => Promise<void>

const EDITED_AT = 1_000
const MOST_WORDINGS = 20

const HAPPENS: Record<Act['kind'], Happens> = {
  async arrive(tx, { articleId, author, all }, at, parent) {
    const standing = {
      authorId: author.id,
      language: null,
      postedAt: at,
      editedAt: null,
      quotations: [],
      removal: null,
    }
    const placing = { articleId, parent: parent?.comment, wording: WORDING, ...standing }
    const comment = await placeImported(tx, placing)
    const parentId = parent?.comment.id ?? ROOT
    const ordinal = all.filter((one) => one.parentId === parentId).length + 1
    all.push({ comment, parentId, ordinal, at, wordings: 1, isRemoved: false, reactions: new Set() })
  },

  async go(tx, _, at, one) {
    if (!one || one.isRemoved) return
    await remove(tx, one.comment, { cause: 'author', ruleId: null, at }, at)
    one.isRemoved = true
  },

  async react(tx, { readers }, how, one) {
    if (!one || one.isRemoved) return
    const [by, kind] = [readers[how % readers.length]!, REACTION_KINDS[how % REACTION_KINDS.length]!]
    const reaction = `${by.name} ${kind}`
    const on = !one.reactions.has(reaction)
    await react(tx, { id: one.comment.id, by, kind, on, at: how })
    one.reactions = on ? one.reactions.union(new Set([reaction])) : one.reactions.difference(new Set([reaction]))
  },

  async edit(tx, { author }, how, one) {
    if (!one || one.isRemoved || one.wordings === MOST_WORDINGS) return
    const draft = draftOf(`Words ${how}.`)
    await edit(tx, { id: one.comment.id, by: author, draft, revision: one.wordings, at: EDITED_AT })
    one.wordings++
  },
}
