import assert from 'node:assert/strict'
import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import {
  type DiscussionTables,
  draftOf,
  edit,
  hold,
  letIn,
  post,
  react,
  remove,
  restore,
} from '../../src/domain/discussion/index.ts'
import { aboutFrom, type FormerNameTables, nameKey, personById, saveProfile } from '../../src/domain/people/index.ts'
import { fillDemo } from '../../src/exchange/demo/index.ts'
import { importPage } from '../../src/exchange/page/index.ts'
import type { AnyTables } from '../../src/store/index.ts'
import { exported, into, LATER, NOON } from './exports.ts'
import { harbourWith } from './harbour-page.ts'
import { smallDemo } from './small-demo.ts'
import type { OpenStore } from './stores.ts'

/** Fills a store with the demo, a captured page, and one of everything that people do; answers with the file of its export. */
export async function filled(open: OpenStore, { before = false } = {}): Promise<string> {
  const folder = await (before ? demoWithoutHeld(open) : smallDemo())
  await fillDemo({ ...into(open), folder, at: NOON })
  if (before) await withoutOriginals(open)
  await importPage({ store: open.store, bytes: harbourWith({}), language: 'en', zone: 'Europe/Dublin', at: NOON })
  await reactTo(open)
  await reword(open)
  await takeBack(open)
  if (!before) await holdBack(open)
  const told = { ...aboutFrom('I watch *tides*.\n[[quotation:1]]'), hidden: true, at: NOON }
  await open.store.write((tx) => saveProfile(tx, 2 as never, told))
  if (!before) await renameOne(open)
  const file = path.join(open.folder, 'export.jsonl')
  const lines = await exported(open)
  assert.match(lines, /"row":"reaction".*"kind":"well-argued"/)
  assert.match(
    lines,
    /"row":"formerQuotation".*"number":1,"slot":1,.*"words":"Alpha","attribution":"Ada",.*"removed":true/,
  )
  if (!before) assert.match(lines, /"row":"commentRevision".*"held":true/)
  await writeFile(file, lines)
  return file
}

/** Earlier versions did not say which edition is the original. */
async function withoutOriginals({ store }: OpenStore) {
  for (const table of ['translatedParagraph', 'translation'])
    await store.write((tx) => tx.change<AnyTables>().deleteFrom(table).execute())
}

/** Earlier versions had nothing that was held. */
async function demoWithoutHeld({ folder }: OpenStore): Promise<string> {
  const copy = path.join(folder, 'demo')
  await cp(await smallDemo(), copy, { recursive: true })
  const file = path.join(copy, 'discussion.yaml')
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^held:[\s\S]*/m, ''))
  return copy
}

/** Somebody gave up a name. */
async function renameOne({ store }: OpenStore) {
  const row = { personId: 2 as never, name: 'Old Tern', nameKey: nameKey('Old Tern'), at: NOON, hiddenAt: LATER }
  await store.write((tx) => tx.change<FormerNameTables>().insertInto('formerName').values(row).execute())
}

/** Two people react to what others said. */
async function reactTo({ store }: OpenStore) {
  const standing = store.look<DiscussionTables>().selectFrom('comment').select(['id', 'authorId'])
  const comments = await standing
    .where('html', 'is not', null)
    .where('authorId', '>', 2 as never)
    .limit(3)
    .execute()
  await store.write(async (tx) => {
    for (const by of [(await personById(tx, 1 as never))!, (await personById(tx, 2 as never))!])
      for (const { id } of comments)
        for (const kind of ['agree', 'well-argued'] as const) await react(tx, { id, by, kind, on: true, at: NOON })
  })
}

/** Somebody quotes what they said, says more, and takes back what they quoted. */
async function reword({ store }: OpenStore) {
  await store.write(async (tx) => {
    const by = (await personById(tx, 1 as never))!
    const posting = { articleId: 1 as never, under: 0, by, language: 'en', at: NOON } as const
    const passage = await post(tx, { ...posting, draft: draftOf('Alpha stands here.') })
    const quoting = (more: string) => draftOf(`> Alpha\n> — [Ada](/c/${passage.id})\n\n${more}`)
    const { id } = await post(tx, { ...posting, draft: quoting('Yes.') })
    await edit(tx, { id, by, draft: quoting('Yes, and no.'), revision: 1, at: NOON })
    await remove(tx, passage, { cause: 'author', ruleId: null, at: NOON }, NOON)
  })
}

/** Moderators remove words, think better of it, and remove them again. */
async function takeBack({ store }: OpenStore) {
  await store.write(async (tx) => {
    const by = (await personById(tx, 1 as never))!
    const posting = { articleId: 1 as never, under: 0, by, language: 'en', at: NOON } as const
    const comment = await post(tx, { ...posting, draft: draftOf('In and out.') })
    const removal = { byId: by.id, cause: 'moderators', ruleId: 1, note: 'No.', at: NOON } as const
    await remove(tx, comment, removal, NOON)
    await restore(tx, comment, { byId: by.id, note: 'Yes, after all.', at: NOON })
    await remove(tx, comment, { ...removal, note: 'No, really.' }, NOON)
  })
}

/** Of what two people say one waits and one is let in; both quote. */
async function holdBack({ store }: OpenStore) {
  await store.write(async (tx) => {
    const by = (await personById(tx, 1 as never))!
    const holding = { articleId: 1 as never, by, language: 'en', at: NOON, heldById: null, note: 'new here' } as const
    const passage = await post(tx, { ...holding, under: 0, draft: draftOf('Beta waits here.') })
    const quoting = draftOf(`> Beta\n> — [Ada](/c/${passage.id})\n\nYes.`)
    const held = await hold(tx, { ...holding, under: 0, draft: quoting })
    await hold(tx, { ...holding, under: passage.id, draft: quoting })
    await letIn(tx, { id: held, byId: by.id, note: 'Welcome.', at: NOON })
    const refused = await hold(tx, { ...holding, under: 0, draft: draftOf('Never seen.') })
    const removal = { byId: by.id, cause: 'moderators', ruleId: 1, note: '', at: NOON } as const
    await remove(tx, { id: refused, articleId: 1 as never }, removal, NOON)
  })
}
