/** What an open page is told at once. */
export interface Batch {
  article: number
  language: string
  seq: number
  count: string
  changes: { kind: 'comment' | 'changed'; id: number; name: string; html: string }[]
  more: boolean
  reset?: true
  quotations?: true
}

/** An open stream of a browser. */
export interface Line extends AsyncDisposable {
  headers: Headers
  /** The next batch; it is waited for. */
  next(): Promise<Batch>
  /** The kinds of all events so far. */
  kinds(): string[]
  /** Settles when an event of this kind has come. */
  until(kind: string): Promise<void>
}

/** Opens a stream, and answers when it has said its first word. */
export async function openLine(url: string, headers: Record<string, string> = {}): Promise<Line> {
  const leaving = new AbortController()
  const answer = await fetch(url, { headers, signal: leaving.signal })
  if (!answer.ok) throw new Error(`no stream: ${answer.status} ${await answer.text()}`)
  const events = eventsIn(answer.body!)
  const kinds: string[] = []

  async function hear(isWanted: (kind: string) => boolean) {
    for (;;) {
      const { value, done } = await events.next()
      if (done) throw new Error('the stream has ended')
      kinds.push(value.kind)
      if (isWanted(value.kind)) return value.data
    }
  }

  await hear((kind) => kind === 'hello')
  return {
    headers: answer.headers,
    next: async () => JSON.parse(await hear((kind) => kind === 'changes')),
    kinds: () => kinds,
    until: async (kind) => void (await hear((one) => one === kind)),
    async [Symbol.asyncDispose]() {
      leaving.abort()
    },
  }
}

async function* eventsIn(body: ReadableStream<Uint8Array>) {
  let left = ''
  for await (const words of body.pipeThrough(new TextDecoderStream() as never) as unknown as AsyncIterable<string>) {
    const events = (left + words).split('\n\n')
    left = events.pop()!
    for (const event of events) yield { kind: fieldOf(event, 'event'), data: fieldOf(event, 'data') }
  }
}

function fieldOf(event: string, name: string): string {
  return new RegExp(`^${name}: (.*)$`, 'm').exec(event)?.[1] ?? ''
}
