import { type Route, route } from '../http/route.ts'
import * as article from './article.ts'
import * as front from './front.ts'
import * as section from './section.ts'

export const routes: readonly Route[] = [
  route('GET', '/', front.choose),
  route('GET', '/:language/', front.show),
  route('GET', '/:language/section/:section', section.show),
  route('GET', '/:language/:slug', article.show),
]
