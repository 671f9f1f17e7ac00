import { lazily, type Route, route } from '../http/route.ts'

const statements = lazily(() => import('./statements.ts'))

export const routes: readonly Route<unknown>[] = [
  route('GET', '/:language/account/statements', 'reader', statements('list')),
  route('GET', '/:language/account/statements/:statement', 'reader', statements('show')),
  route('POST', '/:language/account/statements/:statement/appeal', 'reader', statements('object'), {
    suspended: 'may',
  }),
]
