import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The system's Chromium: the one named by PARLEY_CHROMIUM, else where systems keep it; undefined where there is none. */
export function chromiumPath(): string | undefined {
  const { PARLEY_CHROMIUM: named } = process.env
  return (named ? [named] : PLACES).find((place) => existsSync(place))
}

/** Options for tests in a browser: left out, saying why, where there is none. */
export const inChromium = {
  skip: chromiumPath() === undefined && 'left out: there is no Chromium (apt install chromium)',
}
