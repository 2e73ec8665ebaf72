import { describe, expect, it } from 'vitest'
import { en as binEn } from './bin/en.ts'
import { fr as binFr } from './bin/fr.ts'
import { id as binId } from './bin/id.ts'
import { en as homeEn } from './home/en.ts'
import { fr as homeFr } from './home/fr.ts'
import { id as homeId } from './home/id.ts'
import { en as issueEn } from './issues/en.ts'
import { fr as issueFr } from './issues/fr.ts'
import { id as issueId } from './issues/id.ts'
import { en as scenarioEn } from './scenarios/en.ts'
import { fr as scenarioFr } from './scenarios/fr.ts'
import { id as scenarioId } from './scenarios/id.ts'
import { en as bodyEn } from './body/en.ts'
import { fr as bodyFr } from './body/fr.ts'
import { id as bodyId } from './body/id.ts'
import { en as searchEn } from './search/en.ts'
import { fr as searchFr } from './search/fr.ts'
import { id as searchId } from './search/id.ts'
import { en as seenEn } from './seen/en.ts'
import { fr as seenFr } from './seen/fr.ts'
import { id as seenId } from './seen/id.ts'
import { en as sendingEn } from './sending/en.ts'
import { fr as sendingFr } from './sending/fr.ts'
import { id as sendingId } from './sending/id.ts'
import { en as sharesEn } from './shares/en.ts'
import { fr as sharesFr } from './shares/fr.ts'
import { id as sharesId } from './shares/id.ts'
import { en as sideEn } from './side-by-side/en.ts'
import { fr as sideFr } from './side-by-side/fr.ts'
import { id as sideId } from './side-by-side/id.ts'
import { en as teamEn } from './team/en.ts'
import { fr as teamFr } from './team/fr.ts'
import { id as teamId } from './team/id.ts'
import { en as viewEn } from './views/en.ts'
import { fr as viewFr } from './views/fr.ts'
import { id as viewId } from './views/id.ts'

const placeholders = (word: unknown) =>
  [...new Set(JSON.stringify(word).match(/\{\w+\}/g))].toSorted()

const rooms: [string, object, { fr: object; id: object }][] = [
  ['bodies', bodyEn, { fr: bodyFr, id: bodyId }],
  ['a bin', binEn, { fr: binFr, id: binId }],
  ['the start page', homeEn, { fr: homeFr, id: homeId }],
  ['findings', issueEn, { fr: issueFr, id: issueId }],
  ['scenarios', scenarioEn, { fr: scenarioFr, id: scenarioId }],
  ['searches', searchEn, { fr: searchFr, id: searchId }],
  ['what was seen', seenEn, { fr: seenFr, id: seenId }],
  ['sending', sendingEn, { fr: sendingFr, id: sendingId }],
  ['shares', sharesEn, { fr: sharesFr, id: sharesId }],
  ['teams', teamEn, { fr: teamFr, id: teamId }],
  ['views of a request', viewEn, { fr: viewFr, id: viewId }],
  ['several requests', sideEn, { fr: sideFr, id: sideId }],
]

/** Words that are the same on purpose: names, and terms that a language has taken over. */
const same = new Set([
  '"Trailers"',
  '"Parameter"',
  '"{reason}"',
  '"Type"',
  '"Null"',
  '"TypeScript"',
  '"absent"',
  '"Contacts"',
  '"{type}, {width} × {height} pixels, {size}"',
  '{"one":"{n} contact","other":"{n} contacts"}',
])

describe.each(rooms)('the words for %s', (_, en, others) => {
  it.each(['fr', 'id'] as const)('keep keys and placeholders in %s', (language) => {
    const dictionary = others[language]
    expect(Object.keys(dictionary)).toEqual(Object.keys(en))
    const places = (words: object) =>
      Object.entries(words).map(([key, word]) => [key, placeholders(word)])
    expect(places(dictionary)).toEqual(places(en))
  })

  it.each(['fr', 'id'] as const)('leave nothing in English in %s', (language) => {
    const dictionary = new Map<string, unknown>(Object.entries(others[language]))
    const untranslated = Object.entries(en)
      .filter(([key, word]) => JSON.stringify(dictionary.get(key)) === JSON.stringify(word))
      .map(([, word]) => JSON.stringify(word))
      .filter((word) => !same.has(word))
    expect(untranslated).toEqual([])
  })
})
