import { overrideGate, translateEditions } from '../../../domain/translation/index.ts'
import { type Route, route } from '../../http/route.ts'
import * as beginning from './beginning.ts'
import * as check from './check.ts'
import * as desk from './desk.ts'
import * as drafts from './drafts.ts'
import * as list from './list.ts'
import * as overrides from './overrides.ts'
import * as paragraph from './paragraph.ts'
import * as reviews from './reviews.ts'
import * as revisions from './revisions.ts'
import * as takeOver from './take-over.ts'
import * as xliff from './xliff.ts'

export type GivenToTranslation = desk.Given

export const routes: readonly Route<GivenToTranslation>[] = [
  route('GET', '/desk/translation', translateEditions, list.show),
  route('POST', '/desk/articles/:article/translations', translateEditions, beginning.create),
  route('GET', '/desk/editions/:edition/translation', translateEditions, desk.show),
  route('POST', '/desk/editions/:edition/translation', translateEditions, desk.say),
  route('POST', '/desk/editions/:edition/translation/paragraphs', translateEditions, desk.save),
  route('GET', '/desk/editions/:edition/translation/paragraphs/:wording', translateEditions, paragraph.show),
  route(
    'POST',
    '/desk/editions/:edition/translation/paragraphs/:wording/questions',
    translateEditions,
    paragraph.askAuthor,
  ),
  route('POST', '/desk/editions/:edition/translation/check', translateEditions, check.create),
  route('POST', '/desk/editions/:edition/translation/drafts', translateEditions, drafts.create),
  route('POST', '/desk/editions/:edition/translation/reviews', translateEditions, reviews.create),
  route('POST', '/desk/editions/:edition/translation/revisions', translateEditions, revisions.create),
  route('POST', '/desk/editions/:edition/translation/overrides', overrideGate, overrides.create),
  route('POST', '/desk/editions/:edition/translation/take-over', translateEditions, takeOver.create),
  route('GET', '/desk/editions/:edition/translation/xliff', translateEditions, xliff.show),
  route('POST', '/desk/editions/:edition/translation/xliff', translateEditions, xliff.create),
]
