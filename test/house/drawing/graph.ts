import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { importsIn } from '../gate/imports.ts'

/** Which rooms take something at run time from which. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** The rooms of src/ as their own imports have it; types that are only named count nothing. */
export function graphOf(root: string): Graph {
  const rooms = new Map<string, Set<string>>()
  const files = globSync('src/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'))
  for (const file of files.sort()) {
    const text = readFileSync(path.join(root, file), 'utf8')
    for (const { from, typeOnly } of importsIn(text)) {
      if (typeOnly || !from?.startsWith('.')) continue
      const target = path.posix.join(path.posix.dirname(file), from)
      if (!target.startsWith('src/')) continue
      join(rooms, roomOf(file), roomOf(target))
    }
  }
  return rooms
}

/** Without the arrows that a longer way says already. */
export function reduced(graph: Graph): Graph {
  return new Map(
    [...graph].map(([from, targets]) => {
      const further = [...targets].flatMap((target) => [...reachedFrom(graph, target)])
      return [from, targets.difference(new Set(further))]
    }),
  )
}

/** How many steps it is at most from a room that nobody takes from. */
export function depthOf(graph: Graph, name: string): number {
  const above = [...graph].filter(([, targets]) => targets.has(name))
  return 1 + Math.max(-1, ...above.map(([from]) => depthOf(graph, from)))
}

function reachedFrom(graph: Graph, from: string, reached = new Set<string>()): Set<string> {
  for (const target of graph.get(from) ?? []) {
    if (reached.has(target)) continue
    reached.add(target)
    reachedFrom(graph, target, reached)
  }
  return reached
}

function join(graph: Map<string, Set<string>>, from: string, to: string) {
  for (const name of [from, to]) if (!graph.has(name)) graph.set(name, new Set())
  if (from !== to) graph.get(from)!.add(to)
}

const roomOf = (file: string) => path.posix.basename(file.split('/')[1]!, '.ts')
