import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { z } from 'zod'
import type { LinearModel } from './linear-model.ts'

const FINEST = 2 ** 15 - 1
const figures = z.object({ bias: z.number(), slope: z.number(), offset: z.number(), largest: z.number() })

/** A model as it is kept: its figures, and its two lists, the weights rounded to one in 32,767 of the largest. */
export function textOfModel({ rarity, pull, bias, slope, offset }: LinearModel): string {
  const largest = pull.reduce((most, one) => Math.max(most, Math.abs(one)), 0) || 1
  const rounded = Int16Array.from(pull, (one) => Math.round((one / largest) * FINEST))
  return [JSON.stringify({ bias, slope, offset, largest }), packed(rarity), packed(rounded)].join('\n')
}

export function modelFromText(text: string): LinearModel {
  const [first = '', rarity = '', pull = ''] = text.split('\n')
  const { largest, ...rest } = figures.parse(JSON.parse(first))
  const rounded = new Int16Array(unpacked(pull))
  return {
    ...rest,
    rarity: new Float32Array(unpacked(rarity)),
    pull: Float32Array.from(rounded, (one) => (one / FINEST) * largest),
  }
}

function packed(list: Float32Array | Int16Array): string {
  const bytes = Buffer.from(list.buffer, list.byteOffset, list.byteLength)
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).toString('base64')
}

function unpacked(text: string): ArrayBuffer {
  const bytes = brotliDecompressSync(Buffer.from(text, 'base64'))
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
}
