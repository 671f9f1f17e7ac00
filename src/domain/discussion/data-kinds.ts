import type { DataKind } from '../people/index.ts'
import { eraseRows, unnameRows } from '../people/index.ts'
import { commentsList, followsList, heldEditsList, reactionsList, readingsList, savedList } from './archived.ts'
import { eraseAttributions } from './erasing/erase-attributions.ts'
import { eraseComments } from './erasing/erase-comments.ts'
import { eraseMentioned, eraseMentions } from './erasing/erase-mentions.ts'
import { eraseReactions } from './erasing/erase-reactions.ts'
import { sweepHidden } from './erasing/sweep-hidden.ts'
import { sweepRedacted } from './erasing/sweep-redacted.ts'
import { sweepRefusedEdits } from './erasing/sweep-refused-edits.ts'

export const dataKinds: readonly DataKind[] = [
  {
    name: 'comments',
    tables: ['discussion', 'comment', 'commentRevision', 'redaction', 'quotation', 'formerQuotation', 'mention'],
    purpose: 'What people say, with its earlier wordings, what it quotes, and whom it mentions.',
    term: 'while the discussion stands; words that were removed for 184 days, in which the decision can be taken back',
    archived: 'every comment of one’s own, with its earlier wordings, unless it has been removed',
    lists: [commentsList],
    erased:
      'words without a name, or tombstones, as one chooses; no earlier wordings, nothing that had been removed; in the words of others neither quotations of what is gone nor mentions',
    sweeps: [sweepHidden, sweepRedacted],
    erases: [
      eraseComments,
      eraseMentions,
      eraseMentioned,
      eraseAttributions('quotation'),
      eraseAttributions('formerQuotation'),
    ],
  },
  {
    name: 'decisions about comments',
    tables: ['removal', 'restoration', 'hold', 'admission'],
    purpose: 'Says who removed, restored, held or let in a comment, when, by which rule and why.',
    term: 'while the discussion stands',
    archived: 'when, by whom and by which rule one’s own were removed',
    erased: 'that it was decided, by nobody in particular',
    erases: [
      unnameRows('removal', 'byId'),
      unnameRows('restoration', 'byId'),
      unnameRows('hold', 'byId'),
      unnameRows('admission', 'byId'),
    ],
  },
  {
    name: 'edits that wait',
    tables: ['heldEdit'],
    purpose: 'Other words for a comment, which wait until a moderator has looked at them, and what became of them.',
    term: 'its words until they stand or are replaced, or for 184 days after they were refused',
    archived: 'those that wait',
    lists: [heldEditsList],
    erased: 'nothing',
    erases: [eraseRows('heldEdit', 'personId', 'id'), unnameRows('heldEdit', 'decidedById')],
    sweeps: [sweepRefusedEdits],
  },
  {
    name: 'reactions',
    tables: ['reaction'],
    purpose: 'Counts who agrees. Who reacted is told to nobody.',
    term: 'until it is taken back',
    archived: 'everything',
    lists: [reactionsList],
    erased: 'nothing',
    erases: [eraseReactions],
  },
  {
    name: 'follows',
    tables: ['follow'],
    purpose: 'Tells people what is new where they want to know.',
    term: 'until it is taken back',
    archived: 'everything',
    lists: [followsList],
    erased: 'nothing',
    erases: [eraseRows('follow', 'personId', 'commentId')],
  },
  {
    name: 'saved articles and comments',
    tables: ['saved'],
    purpose: 'What somebody keeps to find again. Nobody else is told.',
    term: 'until it is let go',
    archived: 'everything',
    lists: [savedList],
    erased: 'nothing',
    erases: [eraseRows('saved', 'personId', 'commentId')],
  },
  {
    name: 'read states',
    tables: ['reading'],
    purpose: 'Marks what somebody has not seen of a discussion, on all of their devices.',
    term: 'while there is the account',
    archived: 'everything',
    lists: [readingsList],
    erased: 'nothing',
    erases: [eraseRows('reading', 'personId', 'articleId')],
  },
  {
    name: 'rankings',
    tables: ['ranking', 'rankingPage'],
    purpose: 'Orders of comments by number. Nothing in it is about people.',
    term: '10 minutes',
    archived: 'nothing',
    erased: 'all of it',
  },
]
