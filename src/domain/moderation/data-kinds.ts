import { type DataKind, unnameRows } from '../people/index.ts'
import { dataKinds as admissionData } from './admission/data-kinds.ts'
import { dataKinds as appealData } from './appeals/data-kinds.ts'
import { eraseCaseNotes, sweepCases } from './cases/erasing.ts'
import { dataKinds as classifierData } from './classifier/data-kinds.ts'
import { decisionsList } from './decisions/archived.ts'
import { eraseNotes } from './decisions/erasing.ts'
import { dataKinds as phraseData } from './phrases/data-kinds.ts'
import { eraseProposals, sweepProposals } from './proposals/erasing.ts'
import { dataKinds as publicLogData } from './public-log/data-kinds.ts'
import { dataKinds as reportData } from './reports/data-kinds.ts'
import { dataKinds as statementData } from './statements/data-kinds.ts'

export const dataKinds: readonly DataKind[] = [
  ...reportData,
  ...publicLogData,
  ...statementData,
  ...appealData,
  ...admissionData,
  {
    name: 'rules',
    tables: ['rule', 'ruleWords'],
    purpose: 'What the publication asks of those who write. Nothing in it is about people.',
    term: 'while the publication stands',
    archived: 'nothing',
    erased: 'all of it',
  },
  {
    name: 'canned reasons',
    tables: ['cannedReason'],
    purpose: 'Reasons that stand ready for those who decide. Nothing in them is about people.',
    term: 'while the publication stands',
    archived: 'nothing',
    erased: 'all of it',
  },
  ...phraseData,
  ...classifierData,
  {
    name: 'cases',
    tables: ['moderationCase', 'caseReason', 'caseNote'],
    purpose: 'What waits for moderators, why, who works on it, and what they tell each other about it.',
    term: 'while it waits, and 184 days after it was decided',
    archived: 'nothing; what was decided is in the list of decisions',
    erased: 'that something waited and was decided, about nobody and by nobody in particular; no notes',
    erases: [
      eraseCaseNotes,
      unnameRows('moderationCase', 'personId'),
      unnameRows('moderationCase', 'claimedById'),
      unnameRows('caseNote', 'byId'),
    ],
    sweeps: [sweepCases],
  },
  {
    name: 'decisions that wait for a second person',
    tables: ['proposal'],
    purpose: 'What one moderator wants to decide and another has to assent to, and what became of that.',
    term: 'while it waits, and 184 days after it was decided',
    archived: 'nothing; what was decided is in the list of decisions',
    erased: 'that something was proposed, about nobody and by nobody in particular',
    erases: [
      eraseProposals,
      unnameRows('proposal', 'byId'),
      unnameRows('proposal', 'personId'),
      unnameRows('proposal', 'endedById'),
    ],
    sweeps: [sweepProposals],
  },
  {
    name: 'suspensions and bans',
    tables: ['sanction'],
    purpose: 'Says who may not take part, and until when.',
    term: 'while the publication stands',
    archived: 'nothing of its own; the decision is in the list of decisions',
    erased: 'that there was one, of nobody',
    erases: [unnameRows('sanction', 'personId')],
  },
  {
    name: 'decisions',
    tables: ['decision', 'decisionComment'],
    purpose:
      'Says who decided what about comments and people, when, by which rule and why, so that it can be answered for.',
    term: 'while the publication stands',
    archived: 'what was decided about one and one’s words, when, by which rule and why',
    lists: [decisionsList],
    erased: 'that it was decided, by nobody in particular, about nobody',
    erases: [
      eraseNotes,
      unnameRows('decision', 'byId'),
      unnameRows('decision', 'assentedById'),
      unnameRows('decision', 'personId'),
      unnameRows('decision', 'undoneById'),
      unnameRows('decisionComment', 'personId'),
    ],
  },
]
