/** What stands behind a command's name on the command line, by the names in commands.ts. */
export interface Given {
  /** An argument or option that the command cannot do without. */
  text(name: string): string
  perhaps(name: string): string | undefined
  has(flag: string): boolean
}

export function givenIn(values: Readonly<Record<string, unknown>>): Given {
  const perhaps = (name: string) => {
    const value = values[name]
    return typeof value === 'string' ? value : undefined
  }
  return {
    perhaps,
    text(name) {
      const value = perhaps(name)
      if (value === undefined) throw new Error(`the command line has no ${name}`)
      return value
    },
    has: (flag) => values[flag] === true,
  }
}
