import { paths } from '../../addresses/paths.ts'
import { directionOf, type Language } from '../../kit/language.ts'
import { latestSeq } from '../../store/index.ts'
import { PAGE_COLOURS } from '../html/colours.ts'
import { ICON_SIZES } from '../http/icon-sizes.ts'
import { shared } from '../http/shared-page.ts'

const MANIFEST = 'application/manifest+json'

/** How the publication stands among a device's own applications. Source: https://www.w3.org/TR/appmanifest/ */
export const show = shared({}, async (ask) => {
  const { language, publication, asset } = await ask.frame()
  const { name, motto } = publication
  const drawn = ICON_SIZES.flatMap((size) =>
    ['any', 'maskable'].map((purpose) => ({
      src: asset(`icon-${size}.png`),
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose,
    })),
  )
  const { mark } = publication.look ?? {}
  const icons = mark ? [{ src: mark, sizes: 'any', type: 'image/webp', purpose: 'any' }] : drawn
  const manifest = {
    id: '/',
    name,
    short_name: name,
    ...(motto && { description: motto }),
    lang: language,
    dir: directionOf(language as Language),
    start_url: paths.front(language),
    scope: '/',
    display: 'standalone',
    theme_color: PAGE_COLOURS.light,
    background_color: PAGE_COLOURS.light,
    icons,
  }
  const version = await latestSeq(ask.store)
  return { body: JSON.stringify(manifest), type: MANIFEST, articleId: null, version }
})
