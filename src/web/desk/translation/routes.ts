import { overrideGate, translateEditions } from '../../../domain/translation/early.ts'
import { lazily, type Route, route } from '../../http/route.ts'
import type { Given as GivenToDesk } from './desk.ts'

export type GivenToTranslation = GivenToDesk

const beginning = lazily(() => import('./beginning.ts'))
const check = lazily(() => import('./check.ts'))
const desk = lazily(() => import('./desk.ts'))
const drafts = lazily(() => import('./drafts.ts'))
const list = lazily(() => import('./list.ts'))
const overrides = lazily(() => import('./overrides.ts'))
const paragraph = lazily(() => import('./paragraph.ts'))
const reviews = lazily(() => import('./reviews.ts'))
const revisions = lazily(() => import('./revisions.ts'))
const takeOver = lazily(() => import('./take-over.ts'))
const xliff = lazily(() => import('./xliff.ts'))

export const routes: readonly Route<GivenToTranslation>[] = [
  route('GET', '/desk/translation', translateEditions, list('show')),
  route('POST', '/desk/articles/:article/translations', translateEditions, beginning('create')),
  route('GET', '/desk/editions/:edition/translation', translateEditions, desk('show')),
  route('POST', '/desk/editions/:edition/translation', translateEditions, desk('say')),
  route('POST', '/desk/editions/:edition/translation/paragraphs', translateEditions, desk('save')),
  route('GET', '/desk/editions/:edition/translation/paragraphs/:wording', translateEditions, paragraph('show')),
  route(
    'POST',
    '/desk/editions/:edition/translation/paragraphs/:wording/questions',
    translateEditions,
    paragraph('askAuthor'),
  ),
  route('POST', '/desk/editions/:edition/translation/check', translateEditions, check('create')),
  route('POST', '/desk/editions/:edition/translation/drafts', translateEditions, drafts('create')),
  route('POST', '/desk/editions/:edition/translation/reviews', translateEditions, reviews('create')),
  route('POST', '/desk/editions/:edition/translation/revisions', translateEditions, revisions('create')),
  route('POST', '/desk/editions/:edition/translation/overrides', overrideGate, overrides('create')),
  route('POST', '/desk/editions/:edition/translation/take-over', translateEditions, takeOver('create')),
  route('GET', '/desk/editions/:edition/translation/xliff', translateEditions, xliff('show')),
  route('POST', '/desk/editions/:edition/translation/xliff', translateEditions, xliff('create')),
]
