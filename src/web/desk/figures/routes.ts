import { writeArticles } from '../../../domain/articles/index.ts'
import { type Route, route } from '../../http/route.ts'
import * as figures from './figures.ts'

export type GivenToFigures = figures.Given

export const routes: readonly Route<GivenToFigures>[] = [
  route('GET', '/desk/figures', writeArticles, figures.show),
  route('GET', '/desk/editions/:edition/figures', writeArticles, figures.ofEdition),
]
