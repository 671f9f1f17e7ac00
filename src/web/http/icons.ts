import sharp from 'sharp'
import { PAGE_COLOURS } from '../html/colours.ts'
import { ICON_SIZES } from './icon-sizes.ts'

/** Of the icon's width; a circle of four fifths of it, to which a device may cut it, leaves the mark whole. */
const MARK = 0.68

/** Draws the mark on paper, for devices that cannot draw it themselves or cut icons to a shape of theirs. */
export async function iconsOf(mark: Uint8Array): Promise<{ name: string; bytes: Uint8Array }[]> {
  return Promise.all(ICON_SIZES.map(async (size) => ({ name: `icon-${size}.png`, bytes: await drawn(mark, size) })))
}

async function drawn(mark: Uint8Array, size: number) {
  const width = Math.round(size * MARK)
  const input = await sharp(mark, { density: 72 * Math.ceil(size / 32) })
    .resize(width, width)
    .png()
    .toBuffer()
  const paper = { width: size, height: size, channels: 3, background: PAGE_COLOURS.light } as const
  return sharp({ create: paper }).composite([{ input }]).png({ palette: true, effort: 10 }).toBuffer()
}
