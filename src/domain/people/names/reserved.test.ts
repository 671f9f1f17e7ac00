import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bareKey, isReserved } from './reserved.ts'

const PUBLICATION = ['The Harbour Review', 'Обзор гавани', 'Ost']

test('a name that says that its bearer works here is reserved, in every language and however it is spelled', () => {
  for (const name of [
    'Admin',
    'ADMIN 7',
    'admin2026',
    'adm1n',
    'аdmin',
    'a.d.m.i.n',
    'Site Administrator',
    'TheModerator',
    'm0derator',
    'Ferry-Editor',
    'Редакция',
    'Главный редактор',
    'Redaktion Hafen',
    'المشرف',
    'Адміністраторка',
    'Модератор 2',
    'Редакція',
    'Administrador',
    'La Redacción',
    'MODÉRATEUR',
    'Éditrice',
    '管理员',
    '管理员小王',
    '本站编辑',
    '版主2',
    'The Harbour Review',
    'THE HARBOUR-REVIEW',
    'theharbourreview',
    'Team of The Harbour Review',
    'Обзор  гавани',
    'Ost',
    'Ost Berlin',
  ])
    assert.ok(isReserved(name, PUBLICATION), name)
})

test('other names are not', () => {
  for (const name of [
    'Badminton',
    'Moderato',
    'Harbour master',
    'Review',
    'Ostap',
    'Admira',
    'Editha',
    '猫',
    '王编',
    'Rédactrix',
    'Tern 3',
  ])
    assert.equal(isReserved(name, PUBLICATION), false, name)
})

test('what stands between letters tells no names apart here', () => {
  for (const name of ['Ada-Lovelace', 'ada lovelace', 'AdaLovelace', 'Аdа_Lovelace'])
    assert.equal(bareKey(name), bareKey('Ada Lovelace'), name)
  assert.notEqual(bareKey('Ada Lovelac'), bareKey('Ada Lovelace'))
})
