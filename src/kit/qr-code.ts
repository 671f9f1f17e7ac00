/** A picture that phones read: dark squares as one SVG path, in a field of `size` by `size`. */
export interface QrCode {
  size: number
  path: string
}

/** Room around it without which it is not found. Source: ISO/IEC 18004, 4 modules. */
const QUIET_ZONE = 4

export async function qrCodeOf(text: string): Promise<QrCode> {
  const { encode } = await import('uqr')
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE })
  return {
    size,
    path: data.flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join(''),
  }
}

/** Dark squares that stand side by side in a row, as where they begin and how many they are. */
function runs(row: readonly boolean[]): [at: number, length: number][] {
  const found: [number, number][] = []
  for (const [x, isDark] of row.entries()) {
    const last = found.at(-1)
    if (isDark && last && last[0] + last[1] === x) last[1]++
    else if (isDark) found.push([x, 1])
  }
  return found
}
