import { lazily, type Route, route } from '../http/route.ts'

const questions = lazily(() => import('./questions.ts'))

export const routes: readonly Route<unknown>[] = [
  route('GET', '/questions', 'reader', questions('show')),
  route('POST', '/questions/:question/answer', 'reader', questions('answer')),
]
