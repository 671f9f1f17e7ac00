/** Remembers what a slow function made of each value, and forgets everything at once where that would be too much. */
export function memoized<Value, Made>(most: number, make: (value: Value) => Made): (value: Value) => Made {
  const known = new Map<Value, { made: Made }>()
  return (value) => {
    const found = known.get(value)
    if (found) return found.made
    if (known.size === most) known.clear()
    const made = make(value)
    known.set(value, { made })
    return made
  }
}
