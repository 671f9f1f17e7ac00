import type { DataKind } from '../people/index.ts'
import { eraseRows } from '../people/index.ts'
import { aboutWishes, browsersList, correctionsList, noticesList } from './archived.ts'
import { sweepCorrectionNotices } from './corrections/correction-notices.ts'
import { sweepDeliveries } from './delivery/deliveries.ts'
import { sweepLetters } from './letters/letters.ts'
import { eraseNoticesOf } from './notices/erase-notices.ts'
import { sweepNotices } from './notices/notices.ts'

export const dataKinds: readonly DataKind[] = [
  {
    name: 'notices',
    tables: ['notification'],
    purpose: 'Tells somebody of a comment that concerns them.',
    term: '90 days after it was read, or a year',
    archived: 'everything',
    lists: [noticesList],
    erased: 'nothing; what told others of words that are gone goes with them',
    erases: [eraseRows('notification', 'personId', 'id'), eraseNoticesOf],
    sweeps: [sweepNotices],
  },
  {
    name: 'notices of corrections',
    tables: ['correctionNotice'],
    purpose: 'Tells somebody that an article was corrected which they follow, wrote beneath or quoted.',
    term: '90 days after it was read, or a year',
    archived: 'everything',
    lists: [correctionsList],
    erased: 'nothing',
    erases: [eraseRows('correctionNotice', 'personId', 'id')],
    sweeps: [sweepCorrectionNotices],
  },
  {
    name: 'deliveries',
    tables: ['delivery'],
    purpose: 'What is to be mailed or pushed, and what came of it; of a message only its hash is kept.',
    term: '30 days after its end',
    archived: 'nothing',
    erased: 'nothing',
    erases: [eraseRows('delivery', 'personId', 'id')],
    sweeps: [sweepDeliveries],
  },
  {
    name: 'letters',
    tables: ['letter'],
    purpose:
      'What is to be mailed or pushed of decisions, notices, waiting cases and corrections, and what came of it; of a letter only its hash is kept.',
    term: '184 days after its end',
    archived: 'nothing',
    erased: 'nothing',
    erases: [eraseRows('letter', 'personId', 'id')],
    sweeps: [sweepLetters],
  },
  {
    name: 'wishes about notices',
    tables: ['noticeOff', 'noticeOffBy', 'mailWish'],
    purpose: 'Of what somebody wants to be told, how, and in which language.',
    term: 'until it is changed',
    archived: 'everything',
    about: aboutWishes,
    erased: 'nothing',
    erases: [
      eraseRows('noticeOff', 'personId', 'kind'),
      eraseRows('noticeOffBy', 'personId', 'kind'),
      eraseRows('mailWish', 'personId', 'personId'),
    ],
  },
  {
    name: 'browsers that show notices',
    tables: ['device'],
    purpose: 'Where a browser’s push service takes notices for it, sealed for that browser alone.',
    term: 'until it is ended, or its session ends',
    archived: 'service, language, and since when',
    lists: [browsersList],
    erased: 'nothing',
    erases: [eraseRows('device', 'personId', 'id')],
  },
]
