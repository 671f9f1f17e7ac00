import { paths } from '../../../addresses/paths.ts'
import type { CommentId } from '../../../domain/discussion/index.ts'
import {
  cannedReasons,
  decideAboutManyOrPropose,
  filedOf,
  handleCases,
  MANY_DECISIONS,
  MOST_AT_ONCE,
  mustReachAll,
  noteWith,
  rulesIn,
  type Selection,
  selected,
} from '../../../domain/moderation/index.ts'
import { peopleById } from '../../../domain/people/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { idOrNone, ids, text, textOrNone } from '../../http/shapes.ts'
import { keyAgain, submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { type BulkTyped, bulkPage } from './bulk-page.ts'

const NAMED = 500
const PREVIEWED = 20

/** All of one person, one and all below it, or those that are named. */
const SELECTION = { author: idOrNone<'person'>(), branch: idOrNone<'comment'>(), comments: ids<'comment'>(NAMED) }

const kind = textOrNone.transform((sent) => MANY_DECISIONS.find((one) => one === sent))

/** Says what a decision about many would hit, before it is made. */
export const show = taking({ query: { ...SELECTION, kind } }, (ask, asked) =>
  shown(ask, selectionIn(asked), { kind: asked.kind }),
)

/** Decides about all of them in one act. */
export const create = taking(
  {
    form: {
      ...SELECTION,
      kind,
      rule: idOrNone<'rule'>(),
      canned: idOrNone<'canned-reason'>(),
      note: text,
      staffNote: text,
    },
    about: { words: 'note' },
  },
  async (ask, { kind, rule, canned, note: typed, staffNote, ...sent }) => {
    const by = await ask.person()
    const language = await ask.language()
    if (!kind) throw new Trouble('invalid', 'decision.kind-missing')
    const selection = selectionIn(sent)
    const note = await noteWith(ask.store, canned, typed)
    const ruleId = kind === 'remove' ? rule : undefined
    return submitOnce(ask, by, [JSON.stringify(selection), kind, String(ruleId), note, staffNote], async (tx) => {
      const made = await decideAboutManyOrPropose(tx, { kind, selection, by, at: ask.at, ruleId, note, staffNote })
      if ('proposed' in made) return { location: paths.deskProposal(made.proposed, language) }
      return { location: paths.deskDecision(made.decided, language) }
    })
  },
  async (ask, { author, branch, comments, ...typed }, _, wrong) => {
    if (wrong.trouble.kind === 'forbidden') throw wrong.trouble
    const read = {
      author: SELECTION.author.parse(author),
      branch: SELECTION.branch.parse(branch),
      comments: SELECTION.comments.parse(comments),
    }
    return shown(ask, selectionIn(read), { kind: MANY_DECISIONS.find((one) => one === typed.kind), typed, wrong })
  },
)

function selectionIn({
  author,
  branch,
  comments,
}: {
  author?: unknown
  branch?: unknown
  comments: readonly CommentId[]
}): Selection {
  if (author) return { author: author as never }
  return branch ? { branch: branch as CommentId } : { comments }
}

interface Since {
  kind?: (typeof MANY_DECISIONS)[number] | undefined
  typed?: BulkTyped
  wrong?: Wrong
}

async function shown(ask: Ask, selection: Selection, { kind = 'remove', typed, wrong }: Since) {
  const by = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const data = await ask.store.read(async (db) => {
    const meant = await selected(db, selection, kind)
    await mustReachAll(db, handleCases, by, meant)
    const first = await filedOf(
      db,
      meant.slice(0, PREVIEWED).map(({ id }) => id),
    )
    const people = await peopleById(db, [...new Set(first.flatMap(({ authorId }) => authorId ?? []))])
    const names = new Map<number, string>(people.map(({ id, name }) => [id, name]))
    return {
      count: meant.length,
      first,
      names,
      rules: await rulesIn(db, frame.language),
      canned: await cannedReasons(db, frame.language),
    }
  })
  const hidden = {
    author: 'author' in selection ? String(selection.author) : '',
    branch: 'branch' in selection ? String(selection.branch) : '',
    comments: 'comments' in selection ? selection.comments.join('.') : '',
  }
  const sending = { action: paths.deskBulk, key: keyAgain(ask, wrong), hidden }
  return page(
    bulkPage(frame, { ...data, kind, sending, most: MOST_AT_ONCE, typed, error: wrong?.sentence ?? null }, say),
    wrong?.status,
  )
}
