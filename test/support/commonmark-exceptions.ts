/** CommonMark 0.31 examples, by number, that do not hold in Parley, by the reason why. A test fails when one of them does hold. */
type Reasons = Record<string, readonly number[]>

const htmlIsOff: Reasons = {
  'HTML is off: tags, comments and declarations stay text': [
    21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168,
    169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191,
    201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536, 613, 614, 615, 616, 617, 623, 625, 626, 627, 628, 629, 630,
    631, 642, 643,
  ],
  'an empty blockquote has no line break inside': [218, 239, 240],
}

const inWords: Reasons = {
  ...htmlIsOff,
  'links lead only to http, https, mailto and paths of the publication': [
    194, 195, 200, 203, 204, 484, 486, 492, 495, 496, 498, 499, 500, 501, 502, 503, 504, 522, 596, 598, 599, 601,
  ],
  'pictures become links': [
    517, 520, 531, 572, 573, 574, 575, 576, 577, 578, 579, 580, 581, 582, 583, 584, 585, 586, 587, 588, 589, 591,
  ],
  'bare web addresses become links': [602, 608, 611],
  'the language of fenced code is not kept': [24, 34, 142, 143, 144, 146],
}

/** With HTML off and nothing else changed. */
export const EXCEPTIONS_BARE = htmlIsOff

export const EXCEPTIONS_IN_COMMENTS: Reasons = {
  ...inWords,
  'headings become strong paragraphs': [
    10, 59, 62, 66, 67, 68, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 86, 89, 90, 91, 95, 96, 102, 103,
    115, 141, 214, 215, 227, 228, 229, 230, 232, 300, 646, 647,
  ],
}

export const EXCEPTIONS_IN_ARTICLES: Reasons = {
  ...inWords,
  'headings are h2 to h4': [
    10, 62, 66, 67, 68, 72, 75, 76, 78, 79, 80, 81, 82, 83, 84, 115, 141, 214, 215, 227, 228, 229, 230, 232, 300,
  ],
}
