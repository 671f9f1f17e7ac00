import { writeArticles } from '../../../domain/articles/index.ts'
import { lazily, type Route, route } from '../../http/route.ts'
import type { Given } from './figures.ts'

export type GivenToFigures = Given

const figures = lazily(() => import('./figures.ts'))

export const routes: readonly Route<GivenToFigures>[] = [
  route('GET', '/desk/figures', writeArticles, figures('show')),
  route('GET', '/desk/editions/:edition/figures', writeArticles, figures('ofEdition')),
]
