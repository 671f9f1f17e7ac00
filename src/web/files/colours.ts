import { TYPEFACES } from '../../domain/articles/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { text } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'

const FOREVER = 'public, max-age=31536000, immutable'
const NAME = new RegExp(`^([0-9a-f]{6}|x)-([0-9a-f]{6}|x)-(${TYPEFACES.join('|')})\\.css$`)

/** The tokens that each choice of a typeface sets otherwise. */
const FACES: Readonly<Record<string, string>> = {
  serif: '',
  sans: '--words:var(--tools);',
  device: '--words:Georgia,serif;--tools:system-ui,sans-serif;',
}

/** The styles of a publication's own colours and typeface, which the address itself names. */
export const show = taking({ params: { file: text } }, async (_, { file }) => {
  const [, light, dark, face] = NAME.exec(file) ?? []
  if (!light || !dark || !face) throw new Trouble('missing', 'page.missing')
  const own = (colour: string, otherwise: string) => (colour === 'x' ? otherwise : `#${colour}`)
  const accent = `--accent:light-dark(${own(light, 'oklch(44% 0.13 27)')},${own(dark, 'oklch(76% 0.11 35)')});`
  const headers = { 'content-type': 'text/css; charset=utf-8', 'cache-control': FOREVER }
  return new Response(`:root{${accent}${FACES[face]}}\n`, { headers })
})
