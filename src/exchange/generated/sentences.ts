/** What people say in generated discussions, by language; nobody in particular said it. */
export const SENTENCES: readonly (readonly [language: string, sentences: readonly string[]])[] = [
  [
    'en',
    [
      'The report names two sources, and neither was in the harbour that night.',
      'That is not what the agency wrote; read the third paragraph again.',
      'I asked at the town hall, and they sent me the minutes of the meeting.',
      'Nobody denies the figures, only what they are taken to mean.',
      'The headline says more than the text does.',
      'Which edition are you quoting, the one from the morning or the one from the evening?',
      'A ferry that runs twice a day is no ferry for people who work.',
      'I stand corrected, and thank you for the link.',
      'The translation turns a doubt into a claim.',
      'This has been argued here before, and better.',
      'If the council wanted to save money, it would have begun with the clock.',
      'Thirty years ago the same paper said the opposite, on its front page.',
    ],
  ],
  [
    'de',
    [
      'Im Bericht stehen zwei Quellen, und keine war in jener Nacht im Hafen.',
      'Das hat die Agentur so nicht geschrieben; der dritte Absatz lautet anders.',
      'Die Überschrift verspricht mehr, als der Text hält.',
      'Die Zahlen bestreitet niemand, nur ihre Deutung.',
      'Welche Ausgabe zitieren Sie, die vom Morgen oder die vom Abend?',
      'Vor dreißig Jahren schrieb dieselbe Zeitung das Gegenteil.',
      'Danke für den Hinweis, da habe ich mich geirrt.',
      'Die Übersetzung macht aus einem Zweifel eine Behauptung.',
    ],
  ],
  [
    'ru',
    [
      'В статье названы два источника, и ни одного из них не было в порту той ночью.',
      'Агентство написало не это; перечитайте третий абзац.',
      'Заголовок обещает больше, чем сказано в тексте.',
      'С цифрами никто не спорит, спорят о том, что они значат.',
      'Какое издание вы цитируете, утреннее или вечернее?',
      'Тридцать лет назад та же газета писала обратное.',
      'Спасибо за ссылку, я был неправ.',
      'Перевод превращает сомнение в утверждение.',
    ],
  ],
  [
    'ar',
    [
      'يذكر التقرير مصدرين ولم يكن أي منهما في الميناء تلك الليلة.',
      'هذا ليس ما كتبته الوكالة، اقرأ الفقرة الثالثة مرة أخرى.',
      'العنوان يقول أكثر مما يقوله النص.',
      'لا أحد ينكر الأرقام، بل ما يفهم منها.',
      'شكرا على الرابط، لقد أخطأت.',
    ],
  ],
  [
    'zh',
    [
      '报道提到两个消息来源，但当晚没有人在港口。',
      '通讯社写的不是这个，请再读第三段。',
      '标题说得比正文多。',
      '没有人否认这些数字，争论的是它们的含义。',
      '谢谢你的链接，是我错了。',
    ],
  ],
]

/** Names of those who say it; each goes with a number. */
export const NAMES: readonly string[] = [
  'Tern',
  'Ada',
  'Möwe',
  'Håkon',
  'Зимородок',
  'Ласточка',
  'نورس',
  'سنونو',
  '海鸥',
  '燕子',
]
