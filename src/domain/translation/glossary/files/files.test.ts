import assert from 'node:assert/strict'
import { test } from 'node:test'
import { glossaryFileFrom } from './read.ts'
import { tbxOf } from './tbx.ts'

const formsIn = (text: string) =>
  glossaryFileFrom(text).entries.map(({ kind, note, forms }) => [
    kind,
    note,
    ...forms.map(({ language, form, isLocked, inflected }) =>
      [language, form, isLocked, ...(inflected ?? [])].join(' '),
    ),
  ])

test('TBX is read as the standards of 2008 and 2019 have it, in either style', () => {
  const of2008 = `<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="1"><descrip type="subjectField">place</descrip><note>a &amp; b</note>
<langSet xml:lang="ru"><tig><term>Ош</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
<tig><term>Ошу</term></tig><tig><term>Ошь</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
<langSet xml:lang="en"><ntig><termGrp><term>Osh</term></termGrp></ntig></langSet></termEntry></body></text></martif>`
  assert.deepEqual(formsIn(of2008), [['place', 'a & b', 'ru Ош true Ошу', 'en Osh false']])
  const byElements = `<tbx type="TBX-Basic" style="dct" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="m" xmlns:basic="b"><text><body><conceptEntry>
<min:subjectField>person</min:subjectField><langSec xml:lang="de"><termSec><term>Merkel</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>Merkels</term><basic:termType>variant</basic:termType></termSec></langSec></conceptEntry></body></text></tbx>`
  assert.deepEqual(formsIn(byElements), [['person', '', 'de Merkel false Merkels']])
})

test('what is written comes back as it was, whatever is in it', () => {
  const form = { isLocked: true, scheme: null, byId: null, at: 0, inflected: ['<&>', 'x'] }
  const entry = { id: 1, kind: 'outlet', note: '"&<', forms: [{ ...form, language: 'en', form: 'A & B <C>' }] } as const
  const text = tbxOf([entry as never], { language: 'en', title: 'R&D' })
  assert.deepEqual(formsIn(text), [['outlet', '"&<', 'en A & B <C> true <&> x']])
})

test('a table is read with whatever stands between its cells, and lines that are wrong are told alone', () => {
  const { entries, refused } = glossaryFileFrom('\ufeffRU;ru state;kind\nМИД;locked;party\n;;party\nОш;;hill\n')
  assert.deepEqual(
    entries.map(({ kind, forms }) => [kind, forms[0]!.form, forms[0]!.isLocked]),
    [['party', 'МИД', true]],
  )
  assert.deepEqual(
    refused.map(({ line, key }) => [line, key]),
    [
      [3, 'glossary-line.empty'],
      [4, 'glossary-line.kind'],
    ],
  )
  assert.throws(() => glossaryFileFrom('ru,colour\nx,y'), { key: 'glossary-file.column' })
  assert.throws(() => glossaryFileFrom('<!DOCTYPE x [<!ENTITY e "e">]><tbx>&e;</tbx>'), { key: 'glossary-file.xml' })
})
