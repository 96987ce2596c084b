import { expect, it } from 'vitest';
import { heldRecord } from '../../testing/held-under-test.js';
import { candidatesFor, openPlaces, wordsToJoin } from './words-to-join.js';

it('offers the same words together, most places first, and none that are joined', () => {
  const records = [
    heldRecord('referrer'),
    heldRecord('referrer', { organisation: 'Testford Acad' }),
    heldRecord('referrer', { organisation: 'TESTFORD ACADEMY' }),
  ];
  const incident = heldRecord('incident', { place: 'Reading library', partner: undefined });
  const [joined, changed, alike] = records.map(({ id }) => id);
  const links = [
    heldRecord('organisationLink', { referrerId: joined }),
    heldRecord('organisationLink', { referrerId: changed, words: 'Other' }),
    heldRecord('organisationLink', {
      referrerId: alike,
      undoneOn: '2026-11-24',
      undoneWhy: 'Wrong',
    }),
  ];
  const words = wordsToJoin(openPlaces([incident, ...records], links));
  expect(words.map(({ places }) => places.map((place) => [place.words, place.isChanged]))).toEqual([
    [
      ['Testford Acad', true],
      ['TESTFORD ACADEMY', undefined],
    ],
    [['Reading library', undefined]],
  ]);
});

it('offers each organisation that any of the places may mean once, with the most reasons', () => {
  const records = [
    heldRecord('referrer', { email: undefined }),
    heldRecord('referrer', { email: 'a@testford.example.org' }),
  ];
  const found = candidatesFor(openPlaces(records, []), [heldRecord('organisation')]);
  expect(found.map(({ reasons }) => reasons)).toEqual([
    ['same-words', 'same-email-domain', 'same-town'],
  ]);
});
