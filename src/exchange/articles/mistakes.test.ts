import assert from 'node:assert/strict'
import { symlinkSync } from 'node:fs'
import path from 'node:path'
import test from 'node:test'
import { articlesFolder, changed, GOOD } from '../../../test/support/articles-folder.ts'
import { Mistakes } from '../kit/mistakes.ts'
import { check } from './check.ts'
import { readFolder } from './read-folder.ts'

/** The mistakes of a folder as the terminal shows them, without the path to it. */
function mistakesIn(files: Parameters<typeof articlesFolder>[0], prepare = (_folder: string) => {}): string[] {
  using made = articlesFolder(files)
  prepare(made.folder)
  const mistakes = new Mistakes()
  check(readFolder(made.folder, mistakes), mistakes)
  return mistakes.all.map(({ file, line, sentence }) => {
    return `${file}${line ? `, line ${line}` : ''}: ${sentence}`.replaceAll(`${made.folder}/`, '')
  })
}

test('a good folder has no mistakes', () => {
  assert.deepEqual(mistakesIn({}), [])
})

const ONE_EACH: Record<string, [files: Parameters<typeof articlesFolder>[0], told: string]> = {
  'no publication.yaml': [{ 'publication.yaml': null }, 'publication.yaml: There is no such file.'],
  'no article.yaml': [{ 'clock/article.yaml': null }, 'clock/article.yaml: There is no such file.'],
  'what is no YAML': [
    { 'clock/article.yaml': 'section: towns\npublished: [2014' },
    'clock/article.yaml, line 2: This is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ].',
  ],
  'a key twice': [
    changed('clock/en.md', 'slug: the-clock', 'slug: the-clock\nslug: the-other'),
    'clock/en.md, line 4: This is no YAML: Map keys must be unique.',
  ],
  'an alias': [
    { 'clock/article.yaml': 'published: 2014-10-15T09:41\nsection: *a' },
    'clock/article.yaml, line 2: Aliases such as “*name” are not read here.',
  ],
  'a comment in a title': [
    changed('clock/en.md', 'The clock', 'Track #9 is late'),
    'clock/en.md, line 2: “#9 is late” is a comment to YAML and would be lost. Put the whole value in quotation marks.',
  ],
  'a comment that looks like a second line': [
    changed('clock/en.md', 'It is fast.', 'It is fast.\n  #2 is not.'),
    'clock/en.md, line 4: “#2 is not.” is a comment to YAML and would be lost. Put the whole value in quotation marks.',
  ],
  'a tag in a standfirst': [
    changed('clock/en.md', 'It is fast.', '!important It is fast.'),
    'clock/en.md, line 4: “!important” is a tag to YAML and would be lost. Put the whole value in quotation marks.',
  ],
  'an anchor in a name': [
    changed('publication.yaml', 'Marit Lindqvist', '&co Marit Lindqvist'),
    'publication.yaml, line 14: “&co” is an anchor to YAML and would be lost. Put the whole value in quotation marks.',
  ],
  'a picture in the text that is not there': [
    changed('clock/en.md', 'It has been', 'One.\n\n![A clock](none.jpg)\n\nIt has been'),
    'clock/en.md, line 8: The picture “none.jpg”: There is no such file.',
  ],
  'a note that nothing leads to': [
    changed('clock/en.md', '1911.\n', '1911.\n\n[^ufer]: Ufer, 14 October.\n'),
    'clock/en.md, line 8: Nothing leads to the note “[^ufer]”, so that nobody would see it.',
  ],
  'a note that is not there': [
    changed('clock/en.md', '1911.', '1911.[^ufer]'),
    'clock/en.md, line 6: There is no note “[^ufer]: …” to which this leads.',
  ],
  'a title that turns its line': [
    changed('clock/en.md', 'The clock', '"The \\u202eclock"'),
    'clock/en.md, line 2: “title” holds a character that nobody can see.',
  ],
  'a title without ink': [
    changed('clock/en.md', 'The clock', '"\\u2800\\u200b"'),
    'clock/en.md, line 2: “title” holds a character that nobody can see.',
  ],
  'words that show nothing': [
    changed('clock/en.md', 'It has been *fast* since 1911.', '&nbsp;\n\n- '),
    'clock/en.md: There are no words below the front matter.',
  ],
  'an unknown key': [
    changed('clock/en.md', 'standfirst:', 'standfrist:'),
    'clock/en.md, line 4: “standfrist” is not known here.',
  ],
  'unknown keys deep inside': [
    changed('clock/article.yaml', 'role: author', 'role: author, since: 1, until: 2'),
    'clock/article.yaml, line 4: “since” and “until” are not known here.',
  ],
  'a missing title': [changed('clock/en.md', 'title: The clock\n', ''), 'clock/en.md, line 2: “title” is missing.'],
  'an empty title': [changed('clock/en.md', 'The clock', '""'), 'clock/en.md, line 2: “title” is empty.'],
  'a number for a title': [
    changed('clock/en.md', 'The clock', '1984'),
    'clock/en.md, line 2: “title” should be text (where it looks like a number, put it in quotes).',
  ],
  'a character that nobody sees': [
    changed('clock/en.md', 'The clock', '"The \\u0007 clock"'),
    'clock/en.md, line 2: “title” holds a character that nobody can see.',
  ],
  'no front matter': [
    { 'clock/en.md': 'It is fast.' },
    'clock/en.md, line 1: It should begin with front matter between two lines of “---”.',
  ],
  'no words': [
    changed('clock/en.md', 'It has been *fast* since 1911.', '  '),
    'clock/en.md: There are no words below the front matter.',
  ],
  'an original that is not there': [
    changed('clock/en.md', 'slug:', 'original: ru\nslug:'),
    'clock/en.md, line 3: There is no edition ru.md.',
  ],
  'an edition of itself': [
    changed('clock/en.md', 'slug:', 'original: en\nslug:'),
    'clock/en.md, line 3: Each of these editions would be a translation of the other.',
  ],
  'a slug with capitals': [
    changed('clock/en.md', 'the-clock', 'The-Clock'),
    'clock/en.md, line 3: “slug” should be small letters, digits and single hyphens, at most 120, and none of Parley’s own words such as “search”.',
  ],
  'a slug of our own': [
    changed('clock/en.md', 'the-clock', 'sign-in'),
    'clock/en.md, line 3: “slug” should be small letters, digits and single hyphens, at most 120, and none of Parley’s own words such as “search”.',
  ],
  'a day that cannot be': [
    changed('clock/article.yaml', '2014-10-14', '2014-02-30'),
    'clock/article.yaml, line 11: “sources, 1, date” should be a day such as “2014-10-15”.',
  ],
  'an hour that cannot be': [
    changed('clock/article.yaml', '09:41', '25:41'),
    'clock/article.yaml, line 2: “published” should be a time such as “2014-10-15T09:41”, with an offset where it is not the publication’s.',
  ],
  'an address that is no web address': [
    changed('clock/article.yaml', 'https://ufer.example.net/uhr', 'javascript:alert(1)'),
    'clock/article.yaml, line 9: “sources, 1, url” should be an address that begins with https:// or http://.',
  ],
  'a role that there is not': [
    changed('clock/article.yaml', 'role: author', 'role: writer'),
    'clock/article.yaml, line 4: “bylines, 1, role” should be one of “author”, “reviewer”, “commentator”, “reviewer-and-commentator”, “translator”, and “editor”.',
  ],
  'a language that is none': [
    changed('publication.yaml', '{ en: Ufer }', '{ EN: Ufer }'),
    'publication.yaml, line 11: “EN” is no language tag such as “en” or “pt-BR”.',
  ],
  'a zone that is none': [
    changed('publication.yaml', 'Europe/Moscow', 'Europe/Halmemünde'),
    'publication.yaml, line 3: “zone” is no time zone such as “Europe/Berlin”.',
  ],
  'a publication without a name in one of its languages': [
    changed('publication.yaml', ', de: Zweite Lesung', ''),
    'publication.yaml, line 4: The publication has no name in “de”.',
  ],
  'a default language that is not offered': [
    changed('publication.yaml', 'defaultLanguage: en', 'defaultLanguage: fr'),
    'publication.yaml, line 2: “fr” is none of the publication’s languages.',
  ],
  'two people whose names look alike': [
    changed('publication.yaml', 'Пётр Ладынин', 'MARIT LINDQVIST'),
    'publication.yaml, line 16: “MARIT LINDQVIST” stands here twice, first in line 14.',
  ],
  'a name that hides something': [
    changed('publication.yaml', 'Marit Lindqvist', '"Marit\\u200bLindqvist"'),
    'publication.yaml, line 14: The name contains characters that cannot be seen. Take them out.',
  ],
  'an unknown section': [
    changed('clock/article.yaml', 'towns', 'villages'),
    'clock/article.yaml, line 1: “villages” is not among the sections in publication.yaml.',
  ],
  'an unknown person': [
    changed('clock/article.yaml', 'person: marit', 'person: nobody'),
    'clock/article.yaml, line 4: “nobody” is not among the people in publication.yaml.',
  ],
  'a country that is none': [
    changed('publication.yaml', '  - key: ufer', '  - key: ufer\n    country: Germany'),
    'publication.yaml, line 10: “outlets, 1, country” is no country such as “DE”.',
  ],
  'an unknown outlet': [
    changed('clock/article.yaml', 'outlet: ufer', 'outlet: bereg'),
    'clock/article.yaml, line 7: “bereg” is not among the outlets in publication.yaml.',
  ],
  'an edition in a language that the publication does not speak': [
    { 'clock/fr.md': GOOD['clock/en.md'] },
    'clock/fr.md: “fr” is not among the languages in publication.yaml.',
  ],
  'a byline of an edition that is not there': [
    changed('clock/article.yaml', 'only: de', 'only: en-GB'),
    'clock/article.yaml, line 5: There is no edition en-GB.md.',
  ],
  'a file of words that names no language': [
    { 'clock/English.md': GOOD['clock/en.md'] },
    'clock/English.md: A file of words is named by its language, such as en.md.',
  ],
  'another file of settings': [
    { 'clock/aritcle.yaml': 'section: towns' },
    'clock/aritcle.yaml: The only such file here is article.yaml.',
  ],
  'an article without words': [
    { 'tower/article.yaml': 'section: towns' },
    'tower: There is no edition, such as en.md.',
  ],
  'a picture that is described and not there': [
    changed('clock/en.md', 'standfirst: It is fast.', 'picture: { alt: A clock }'),
    'clock/en.md, line 4: The article has no picture in article.yaml.',
  ],
  'a slug twice': [
    {
      'tower/article.yaml': 'section: towns\n',
      'tower/en.md': '---\ntitle: The tower\nslug: the-clock\n---\nIt leans.\n',
    },
    'tower/en.md, line 3: The slug “the-clock” is already used in clock/en.md, line 3.',
  ],
  'a source that is described otherwise elsewhere': [
    {
      'tower/article.yaml': GOOD['clock/article.yaml']
        .replace('title: Die Uhr', 'title: Der Turm')
        .replace(/.*only: de.*\n/, ''),
      'tower/en.md': '---\ntitle: The tower\nslug: the-tower\n---\nIt leans.\n',
    },
    'tower/article.yaml, line 6: This source is described otherwise in clock/article.yaml, line 7.',
  ],
  'bytes that are no UTF-8': [{ 'clock/en.md': Buffer.from([0x2d, 0xff, 0xfe]) }, 'clock/en.md: It is not UTF-8 text.'],
  'a text of more than 1 MB': [{ 'clock/en.md': 'x'.repeat(1024 * 1024 + 1) }, 'clock/en.md: It is larger than 1 MB.'],
}

for (const [what, [files, told]] of Object.entries(ONE_EACH)) {
  test(`${what}: told with its place`, () => {
    assert.ok(mistakesIn(files).includes(told), `told instead:\n${mistakesIn(files).join('\n')}`)
  })
}

test('lines are counted as the editor counts them, whatever the line ends', () => {
  const [told] = mistakesIn({
    'clock/en.md': GOOD['clock/en.md'].replace('It is fast.', '[]').replaceAll('\n', '\r\n'),
  })
  assert.match(told!, /^clock\/en\.md, line 4: “standfirst” should be text/)
})

test('a link that leads out of the folder is not followed', () => {
  using elsewhere = articlesFolder({ 'secret.md': GOOD['clock/en.md'].replace('the-clock', 'secret') })
  const link = (folder: string) =>
    symlinkSync(path.join(elsewhere.folder, 'secret.md'), path.join(folder, 'clock/fr.md'))
  const told = mistakesIn({}, link)
  assert.equal(told.length, 1)
  assert.match(told[0]!, /^clock\/fr\.md: It lies outside of .*; only files inside are read\.$/)
})

test('a folder of articles that is itself a link out is not followed', () => {
  using elsewhere = articlesFolder()
  const link = (folder: string) => symlinkSync(path.join(elsewhere.folder, 'clock'), path.join(folder, 'tower'))
  assert.ok(mistakesIn({}, link).some((told) => told.startsWith('tower/article.yaml: It lies outside of')))
})

test('a folder that is not there is one mistake', () => {
  const mistakes = new Mistakes()
  readFolder('/nowhere/at/all', mistakes)
  assert.throws(() => mistakes.refuse(), {
    message: '/nowhere/at/all: There is no such folder.\nThere is one mistake; nothing was imported.',
    exit: 2,
  })
})

test('comments of their own, quoted values and the signs of scripts are as they should be', () => {
  const title = (text: string) => changed('clock/en.md', 'The clock', text)
  for (const files of [
    title('"Track #9 is late" # so it is'),
    title('Track#9'),
    title('The clock\n# a line of its own'),
    title("'!important & *fast*'"),
    title('"שעון\\u200f!"'),
    title('می\u200cخواهم'),
    title('Fähr\u00adhafen 👩\u200d👧'),
  ])
    assert.deepEqual(mistakesIn(files), [])
})

test('all mistakes of a folder are told in one run, also of files that are not as they should be', () => {
  const told = mistakesIn({
    ...changed('publication.yaml', 'zone: Europe/Moscow', 'zone: Moscow #time'),
    ...changed('clock/article.yaml', 'section: towns', 'section: harbours'),
    'tower/article.yaml': 'published: soon\nbylines:\n  - { person: nobody, role: author }\n',
    'tower/en.md': '---\ntitle: "\\u2066Tower"\nslug: the-tower\n---\nIt leans.\n',
    'mill/article.yaml': 'picture: none\nsources: [{ outlet: sea, title: A }]\n',
    'mill/en.md': '---\ntitle: The mill\nslug: the-clock\n---\nIt turns.\n',
  })
  for (const part of [
    /publication.yaml, line 3: “#time” is a comment/,
    /publication.yaml, line 3: “zone” is no time zone/,
    /clock\/article.yaml, line 1: “harbours” is not among the sections/,
    /tower\/article.yaml, line 1: “published” should be a time/,
    /tower\/article.yaml, line 3: “nobody” is not among the people/,
    /tower\/en.md, line 2: “title” holds a character/,
    /mill\/article.yaml, line 1: “picture” should be/,
    /mill\/article.yaml, line 2: “sources, 1, url” is missing/,
    /mill\/article.yaml, line 2: “sea” is not among the outlets/,
    /slug “the-clock” is already used/,
  ])
    assert.ok(
      told.some((mistake) => part.test(mistake)),
      `${part} in\n${told.join('\n')}`,
    )
})
