import { paths } from '../../../addresses/paths.ts'
import { editionForEach } from '../../../domain/articles/index.ts'
import {
  assent,
  type CommentDecision,
  endWaiting,
  filedOf,
  isAboutDiscussion,
  mustSeeProposal,
  type Proposal,
  particulars,
  rulesIn,
  selected,
} from '../../../domain/moderation/index.ts'
import { peopleById } from '../../../domain/people/index.ts'
import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { page } from '../../http/answers.ts'
import { id } from '../../http/shapes.ts'
import { freshKey, submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { proposalPage } from './proposal-page.ts'

const PROPOSAL = { proposal: id<'proposal'>('proposal.missing') }
const FIRST = 20

/** A decision that waits for a second person: what it would do, who wants it and why. */
export const show = taking({ params: PROPOSAL }, async (ask, { proposal: id }) => {
  const by = await ask.person()
  const [frame, say, language] = [await ask.frame(), await ask.say(), await ask.language()]
  const data = await ask.store.read(async (db) => {
    const proposal = await mustSeeProposal(db, id, by)
    const comments = await filedOf(db, await concerned(db, proposal))
    const ids = [proposal.byId, proposal.personId, proposal.endedById, ...comments.map(({ authorId }) => authorId)]
    const people = await peopleById(db, [...new Set(ids.filter((one) => one !== null))])
    const names = new Map<number, string>(people.map((one) => [one.id, one.name]))
    const discussion = isAboutDiscussion(proposal) ? await discussionOf(db, proposal, language) : null
    return { discussion, proposal, comments, names, rules: await rulesIn(db, frame.language) }
  })
  const sending = {
    assent: { action: paths.deskProposalAssent(id), key: freshKey() },
    end: { action: paths.deskProposalEnd(id), key: freshKey() },
  }
  return page(proposalPage(frame, { ...data, ...particularsOf(data.proposal), by, sending }, say))
})

/** A second person assents, and it is decided. */
export const assenting = taking({ params: PROPOSAL }, async (ask, { proposal: id }) => {
  const by = await ask.person()
  const language = await ask.language()
  return submitAnew(ask, by, ['assent'], async (tx) => {
    return { location: paths.deskDecision(await assent(tx, { id, by, at: ask.at }), language) }
  })
})

/** Somebody declines, or whoever proposed it takes it back. */
export const end = taking({ params: PROPOSAL }, async (ask, { proposal: id }) => {
  const by = await ask.person()
  const language = await ask.language()
  return submitAnew(ask, by, ['end'], async (tx) => {
    const { caseId } = await endWaiting(tx, { id, by, at: ask.at })
    return { location: caseId === null ? paths.deskProposal(id, language) : paths.deskCase(caseId, language) }
  })
})

function particularsOf({ particulars: kept }: Proposal) {
  const { passage, length } = particulars.parse(JSON.parse(kept))
  return { passage: passage ?? '', length: length ?? null }
}

async function discussionOf(db: Reading, { articleId, kind, particulars: kept }: Proposal, language: Language) {
  const { minutes = null, seconds = 0 } = particulars.parse(JSON.parse(kept))
  const edition = (await editionForEach(db, [articleId!], language)).get(articleId!)
  const title = edition?.title ?? String(articleId)
  return { articleId: articleId!, title, minutes, seconds: kind === 'slow' ? seconds : 0 }
}

/** The comment that it is about, or the first of them. */
async function concerned(db: Reading, { commentId, kind, particulars: kept }: Proposal) {
  if (commentId !== null) return [commentId]
  const { selection } = particulars.parse(JSON.parse(kept))
  const meant = selection ? await selected(db, selection, kind as CommentDecision) : []
  return meant.slice(0, FIRST).map((one) => one.id)
}
