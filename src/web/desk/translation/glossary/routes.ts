import { keepGlossary, settleGlossary } from '../../../../domain/translation/early.ts'
import { lazily, type Route, route } from '../../../http/route.ts'
import type { Given as GivenToEntry } from './entry.ts'
import type { Given as GivenToNames } from './names.ts'

export type GivenToGlossary = GivenToEntry & GivenToNames

const entry = lazily(() => import('./entry.ts'))
const file = lazily(() => import('./file.ts'))
const forms = lazily(() => import('./forms.ts'))
const list = lazily(() => import('./list.ts'))
const names = lazily(() => import('./names.ts'))
const removal = lazily(() => import('./removal.ts'))

export const routes: readonly Route<GivenToGlossary>[] = [
  route('GET', '/desk/glossary', keepGlossary, list('show')),
  route('POST', '/desk/glossary', keepGlossary, list('create')),
  route('GET', '/desk/glossary/file', settleGlossary, file('show')),
  route('POST', '/desk/glossary/file', settleGlossary, file('create')),
  route('GET', '/desk/glossary/csv', keepGlossary, file('csv')),
  route('GET', '/desk/glossary/tbx', keepGlossary, file('tbx')),
  route('GET', '/desk/glossary/:entry', keepGlossary, entry('show')),
  route('POST', '/desk/glossary/:entry', settleGlossary, entry('save')),
  route('POST', '/desk/glossary/:entry/forms', keepGlossary, forms('create')),
  route('POST', '/desk/glossary/:entry/removal', settleGlossary, removal('create')),
  route('GET', '/desk/editions/:edition/names', keepGlossary, names('show')),
  route('POST', '/desk/editions/:edition/names', keepGlossary, names('create')),
]
