import { publishEditions, writeArticles } from '../../../domain/articles/index.ts'
import { lazily, type Route, route } from '../../http/route.ts'
import type { Given as GivenToCopies } from './copies.ts'
import type { Given as GivenToDocument } from './document.ts'

export type GivenToSources = GivenToDocument & GivenToCopies

const copies = lazily(() => import('./copies.ts'))
const corrections = lazily(() => import('./corrections.ts'))
const document = lazily(() => import('./document.ts'))
const documents = lazily(() => import('./documents.ts'))
const merges = lazily(() => import('./merges.ts'))
const outlet = lazily(() => import('./outlet.ts'))
const party = lazily(() => import('./party.ts'))

export const routes: readonly Route<GivenToSources>[] = [
  route('GET', '/desk/outlets', writeArticles, outlet('list')),
  route('POST', '/desk/outlets', writeArticles, outlet('create')),
  route('GET', '/desk/outlets/new', writeArticles, outlet('form')),
  route('GET', '/desk/outlets/:cited', writeArticles, outlet('show')),
  route('POST', '/desk/outlets/:cited', writeArticles, outlet('save')),
  route('POST', '/desk/outlets/:cited/merge', writeArticles, outlet('mergeInto')),
  route('GET', '/desk/parties', writeArticles, party('list')),
  route('POST', '/desk/parties', writeArticles, party('create')),
  route('GET', '/desk/parties/new', writeArticles, party('form')),
  route('GET', '/desk/parties/:cited', writeArticles, party('show')),
  route('POST', '/desk/parties/:cited', writeArticles, party('save')),
  route('POST', '/desk/parties/:cited/merge', writeArticles, party('mergeInto')),
  route('POST', '/desk/merges/:merge/undoing', writeArticles, merges('undo')),
  route('GET', '/desk/documents', writeArticles, documents('show')),
  route('POST', '/desk/documents', writeArticles, document('create')),
  route('GET', '/desk/documents/new', writeArticles, document('form')),
  route('POST', '/desk/documents/reading', writeArticles, document('read')),
  route('GET', '/desk/documents/:document', writeArticles, document('show')),
  route('POST', '/desk/documents/:document', writeArticles, document('save')),
  route('POST', '/desk/documents/:document/opening', writeArticles, document('open')),
  route('GET', '/desk/articles/:article/corrections', publishEditions, corrections('show')),
  route('POST', '/desk/articles/:article/corrections', publishEditions, corrections('create')),
  route('POST', '/desk/documents/:document/copies', writeArticles, copies('create')),
]
