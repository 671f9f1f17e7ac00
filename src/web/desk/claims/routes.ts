import { writeArticles } from '../../../domain/articles/index.ts'
import { lazily, type Route, route } from '../../http/route.ts'
import type { Given } from './report-read.ts'

export type GivenToClaims = Given

const claim = lazily(() => import('./claim.ts'))
const claims = lazily(() => import('./claims.ts'))
const hops = lazily(() => import('./hops.ts'))
const proposals = lazily(() => import('./proposals.ts'))
const quote = lazily(() => import('./quote.ts'))
const relations = lazily(() => import('./relations.ts'))

export const routes: readonly Route<GivenToClaims>[] = [
  route('GET', '/desk/editions/:edition/sources', writeArticles, claims('show')),
  route('POST', '/desk/editions/:edition/sources', writeArticles, claims('create')),
  route('POST', '/desk/editions/:edition/sources/dropping', writeArticles, claims('drop')),
  route('GET', '/desk/claims/:claim', writeArticles, claim('show')),
  route('POST', '/desk/claims/:claim', writeArticles, claim('keep')),
  route('POST', '/desk/claims/:claim/hops', writeArticles, hops('add')),
  route('POST', '/desk/claims/:claim/hops/:hop', writeArticles, hops('change')),
  route('POST', '/desk/claims/:claim/relations', writeArticles, relations('create')),
  route('GET', '/desk/quotes/:quote', writeArticles, quote('show')),
  route('POST', '/desk/quotes/:quote', writeArticles, quote('keep')),
  route('GET', '/desk/proposals', writeArticles, proposals('show')),
  route('POST', '/desk/proposals/:proposal/refusal', writeArticles, proposals('decline')),
]
