import { shapePublication } from '../../../domain/articles/index.ts'
import { type Route, route } from '../../http/route.ts'
import * as front from './front.ts'
import * as look from './look.ts'
import * as names from './names.ts'
import * as pages from './pages.ts'
import * as publication from './publication.ts'
import * as rules from './rules.ts'
import * as sections from './sections.ts'
import * as staticPage from './static-page.ts'
import * as tags from './tags.ts'
import * as undoing from './undoing.ts'

export const routes: readonly Route<unknown>[] = [
  route('GET', '/desk/publication', shapePublication, publication.show),
  route('POST', '/desk/publication/changes/:change/undoing', shapePublication, undoing.create),
  route('GET', '/desk/publication/names', shapePublication, names.show),
  route('POST', '/desk/publication/names', shapePublication, names.create),
  route('GET', '/desk/publication/sections', shapePublication, sections.show),
  route('POST', '/desk/publication/sections', shapePublication, sections.create),
  route('GET', '/desk/publication/tags', shapePublication, tags.show),
  route('POST', '/desk/publication/tags', shapePublication, tags.create),
  route('GET', '/desk/publication/rules', shapePublication, rules.show),
  route('POST', '/desk/publication/rules', shapePublication, rules.create),
  route('GET', '/desk/publication/front', shapePublication, front.show),
  route('POST', '/desk/publication/front', shapePublication, front.create),
  route('GET', '/desk/publication/look', shapePublication, look.show),
  route('POST', '/desk/publication/look', shapePublication, look.create),
  route('GET', '/desk/publication/pages', shapePublication, pages.show),
  route('GET', '/desk/publication/pages/:page', shapePublication, staticPage.show),
  route('POST', '/desk/publication/pages/:page', shapePublication, staticPage.create),
]
