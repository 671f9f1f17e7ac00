import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ENGINES, type EngineKind, EngineTrouble, translateTexts } from '../../src/domain/translation/index.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { type Answers, engineServer, type Recorded } from '../support/engine-server.ts'

const [en, es] = [languageFrom('en')!, languageFrom('es')!]
const LONG = 'The harbour master says that the ferry leaves at nine in the morning.'
const LONG_ES = 'El capitán del puerto dice que el transbordador sale a las nueve de la mañana.'

/** What each engine says when it has translated, in its own protocol. */
const SAID: Record<EngineKind, (texts: string[]) => unknown> = {
  libretranslate: (texts) => ({ translatedText: texts }),
  deepl: (texts) => ({ translations: texts.map((text) => ({ text, detected_source_language: 'EN' })) }),
  chat: (translations) => ({
    choices: [{ finish_reason: 'stop', message: { role: 'assistant', content: JSON.stringify({ translations }) } }],
  }),
  apertium: ([translatedText]) => ({ responseData: { translatedText }, responseDetails: null, responseStatus: 200 }),
}

/** The texts in a question, as each protocol carries them. */
const TEXTS: Record<EngineKind, (body: string) => string[]> = {
  libretranslate: (body) => JSON.parse(body).q,
  deepl: (body) => JSON.parse(body).text,
  chat: (body) => JSON.parse(JSON.parse(body).messages[1].content).texts,
  apertium: (body) => [new URLSearchParams(body).get('q')!],
}

const into =
  (kind: EngineKind, spell: (text: string) => string): Answers =>
  ({ path, body }) => ({
    body: path === '/v3/glossaries' ? { glossary_id: 'g1' } : SAID[kind](TEXTS[kind](body).map(spell)),
  })

async function asked(kind: EngineKind, answers: Answers, texts: string[], glossary: [string, string][] = []) {
  await using server = await engineServer(answers)
  const engine = ENGINES[kind]({ url: server.url, key: 'k3y', model: 'm', patienceMs: 300 })
  const answer = await translateTexts(engine, { texts, from: en, to: es, glossary }).then(
    (said) => ({ said, fault: undefined, afterMs: undefined }),
    (error: unknown) => {
      assert.ok(error instanceof EngineTrouble, String(error))
      return { said: undefined, fault: error.fault, afterMs: error.afterMs }
    },
  )
  return { ...answer, recorded: [...server.asked] }
}

for (const kind of Object.keys(ENGINES) as EngineKind[])
  describe(`the engine ${kind}`, () => {
    test('is asked by its own protocol, and never told links, handles, addresses or code', async () => {
      const text = 'Ask @heron_7 or mail ada@example.org: `rm -rf` is at https://harbour.example/a?b=1 and #ferry.'
      const spelled = into(kind, (shown) => shown.replace('Ask', 'Pregunte a').replace('is at', 'está en'))
      const { said, recorded } = await asked(kind, spelled, [text], [['harbour', 'puerto']])
      assert.deepEqual(said, [text.replace('Ask', 'Pregunte a').replace('is at', 'está en')])
      const sent = recorded.map(({ path, body }) => decodeURIComponent(path + body)).join('\n')
      for (const kept of ['heron_7', 'ada@example', 'rm -rf', 'harbour.example', '#ferry'])
        assert.ok(!sent.includes(kept), `${kept} left the house: ${sent}`)
      assert.ok(protocol[kind](recorded), JSON.stringify(recorded))
    })

    test('may lose the marks of what was kept; then the pieces between them are asked about alone', async () => {
      const lost = into(kind, (shown) => shown.replace(/⟦\d+⟧/g, '').replace('Ask', 'Pregunte a').replace('now', 'ya'))
      const { said } = await asked(kind, lost, ['Ask @heron_7 now.'])
      assert.deepEqual(said, ['Pregunte a @heron_7 ya.'])
    })

    test('answers with entities that nobody wrote; the letters that are meant stand in the text', async () => {
      const { said } = await asked(
        kind,
        into(kind, () => `${LONG_ES} &lt;b&gt; &amp; &#39;x&#39;`),
        [LONG],
      )
      assert.deepEqual(said, [`${LONG_ES} <b> & 'x'`])
    })

    const faults: [what: string, fault: string, answers: Answers][] = [
      ['a bogus text', 'wrong-answer', into(kind, () => '🎉')],
      ['half of it', 'wrong-answer', into(kind, () => 'El capitán')],
      [
        'another script',
        'wrong-answer',
        into(kind, () => 'Капитан порта говорит, что паром уходит в девять часов утра.'),
      ],
      ['an empty text', 'wrong-answer', into(kind, () => '')],
      ['something that is no JSON', 'wrong-answer', () => ({ body: '<html>' })],
      ['other JSON', 'wrong-answer', () => ({ body: { hello: 1 } })],
      ['413', 'too-long', () => ({ status: 413, body: { error: 'Request too large' } })],
      ['429', 'busy', () => ({ status: 429, body: { error: 'Slowdown' }, headers: { 'retry-after': '7' } })],
      ['456', 'quota', () => ({ status: 456, body: { message: 'Quota exceeded' } })],
      ['403', 'key', () => ({ status: 403, body: { error: 'Invalid API key' } })],
      ['503', 'busy', () => ({ status: 503, body: { message: 'Service Unavailable' } })],
      ['529', 'busy', () => ({ status: 529, body: { error: 'overloaded' } })],
      ['400 for a pair', 'language', () => ({ status: 400, body: { explanation: 'That pair is not installed' } })],
      ['nothing at all', 'silent', () => 'hang'],
    ]
    for (const [what, fault, answers] of faults)
      test(`that answers with ${what} has translated nothing, and the fault is named`, async () => {
        const told = await asked(kind, answers, [LONG])
        assert.equal(told.fault, fault)
        if (what === '429') assert.equal(told.afterMs, 7_000)
      })
  })

const protocol: Record<EngineKind, (recorded: readonly Recorded[]) => boolean> = {
  libretranslate: ([one]) => one!.path === '/translate' && JSON.parse(one!.body).api_key === 'k3y',
  deepl: ([glossary, one]) =>
    glossary!.path === '/v3/glossaries' &&
    JSON.parse(glossary!.body).dictionaries[0].entries === 'harbour\tpuerto' &&
    one!.headers.authorization === 'DeepL-Auth-Key k3y' &&
    JSON.parse(one!.body).glossary_id === 'g1' &&
    JSON.parse(one!.body).source_lang === 'EN',
  chat: ([one]) => one!.path === '/chat/completions' && JSON.parse(one!.body).model === 'm',
  apertium: ([one]) => new URLSearchParams(one!.body).get('langpair') === 'eng|spa',
}

test('a chat that refuses, filters or stops before the end has translated nothing', async () => {
  const choice = (finish_reason: string, message: object) => () => ({ body: { choices: [{ finish_reason, message }] } })
  const whole = { content: JSON.stringify({ translations: [LONG_ES] }) }
  assert.equal((await asked('chat', choice('length', whole), [LONG])).fault, 'too-long')
  assert.equal((await asked('chat', choice('content_filter', whole), [LONG])).fault, 'refused')
  assert.equal((await asked('chat', choice('stop', { content: null, refusal: 'No.' }), [LONG])).fault, 'refused')
  assert.equal((await asked('chat', choice('stop', { content: 'Sure! Here it is' }), [LONG])).fault, 'wrong-answer')
})

test('an engine that answers fewer texts than it was asked has translated nothing', async () => {
  const fewer: Answers = () => ({ body: SAID.deepl([LONG_ES]) })
  assert.equal((await asked('deepl', fewer, [LONG, LONG])).fault, 'wrong-answer')
})
