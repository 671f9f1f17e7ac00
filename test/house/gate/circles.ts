/** Files that can be reached from each other, group by group, by what each takes from others. */
export function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []

  function visit(file: string): number {
    const number = order.size
    order.set(file, number)
    lowest.set(file, number)
    open.push(file)
    for (const other of imports.get(file) ?? []) {
      if (!order.has(other)) lower(file, visit(other))
      else if (open.includes(other)) lower(file, order.get(other)!)
    }
    if (lowest.get(file) === number) close(file)
    return lowest.get(file)!
  }

  function lower(file: string, number: number) {
    lowest.set(file, Math.min(lowest.get(file)!, number))
  }

  function close(file: string) {
    const group = open.splice(open.indexOf(file))
    if (group.length > 1 || imports.get(file)?.includes(file)) circles.push(group.toSorted())
  }

  for (const file of imports.keys()) if (!order.has(file)) visit(file)
  return circles
}
