import { bytesOf, isKeptName, keepBytes, type MediaStore } from '../domain/media/index.ts'
import { sha256 } from '../kit/hash.ts'
import { Refusal } from '../kit/refusal.ts'
import type { CommandContext, MediaPlace } from './command-context.ts'
import type { Given } from './given.ts'

const GOES_ON = 'the same command goes on from here'
const AT_ONCE = 4

/** Brings the files of pictures from one place to the other and compares each with what it was; where they came from they stay. */
export async function moveMedia(context: CommandContext, given: Given): Promise<void> {
  const to = placeIn(given.text('to'))
  const [source, target] = [await context.media(to === 'disk' ? 'bucket' : 'disk'), await context.media(to)]
  const names = (await Array.fromAsync(source.names())).filter(isKeptName).toSorted()
  const work = context.progress('Moving pictures', GOES_ON)
  let [done, brought] = [0, 0]
  const waiting = names.values()
  const moveNext = async () => {
    for (const name of waiting) {
      if (await isBrought(source, target, name)) brought++
      work.to(++done, names.length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, moveNext))
  work.end()
  const same = names.length - brought
  context.say(
    `${names.length} files of pictures are in ${target.place}, each compared: ${brought} were brought, ${same} were there.`,
  )
  context.say(`They stay in ${source.place} as well, until you take them away.`)
}

function placeIn(text: string): MediaPlace {
  if (text === 'disk' || text === 'bucket') return text
  throw new Refusal('Pictures are moved --to disk or --to bucket.')
}

/** Whether it had to be brought; throws a Refusal where it does not arrive as it was. */
async function isBrought(source: MediaStore, target: MediaStore, name: string): Promise<boolean> {
  const bytes = await bytesOf(source, name)
  if (!bytes) throw new Refusal(`${name} has gone from ${source.place} meanwhile. Run the command again.`)
  if (await isSame(target, name, bytes)) return false
  await keepBytes(target, name, bytes)
  if (!(await isSame(target, name, bytes)))
    throw new Refusal(
      `${name} is not in ${target.place} as it was in ${source.place}. Look at the store, and run the command again.`,
    )
  return true
}

async function isSame(target: MediaStore, name: string, bytes: Buffer): Promise<boolean> {
  const there = await target.about(name)
  if (there?.bytes !== bytes.length) return false
  const kept = await bytesOf(target, name)
  return kept !== undefined && sha256(kept) === sha256(bytes)
}
