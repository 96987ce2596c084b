import { expect, it } from 'vitest';
import type { StoredRecord } from '../../store/index.js';
import {
  buildIncident,
  buildOrganisation,
  buildOrganisationLink,
  buildReferrer,
} from '../../testing/fiction/builder.js';
import { candidatesFor, openPlaces, wordsToJoin } from './words-to-join.js';

const stored = (kind: string, value: { readonly id: string }) =>
  ({ kind, id: value.id, value }) as unknown as StoredRecord;

it('offers the same words together, most places first, and none that are joined', () => {
  const [joined, changed, alike] = [
    buildReferrer(),
    buildReferrer({ organisation: 'Testford Acad' }),
    buildReferrer({ organisation: 'TESTFORD ACADEMY' }),
  ];
  const incident = buildIncident({ place: 'Reading library', partner: undefined });
  const links = [
    buildOrganisationLink({ referrerId: joined.id }),
    buildOrganisationLink({ referrerId: changed.id, words: 'Other' }),
    buildOrganisationLink({ referrerId: alike.id, undoneOn: '2026-11-24', undoneWhy: 'Wrong' }),
  ].map((link) => stored('organisationLink', link) as StoredRecord<'organisationLink'>);
  const records = [joined, changed, alike].map((each) => stored('referrer', each));
  const words = wordsToJoin(openPlaces([stored('incident', incident), ...records], links));
  expect(words.map(({ places }) => places.map((place) => [place.words, place.isChanged]))).toEqual([
    [
      ['Testford Acad', true],
      ['TESTFORD ACADEMY', undefined],
    ],
    [['Reading library', undefined]],
  ]);
});

it('offers each organisation that any of the places may mean once, with the most reasons', () => {
  const organisation = stored('organisation', buildOrganisation()) as StoredRecord<'organisation'>;
  const records = [
    buildReferrer({ email: undefined }),
    buildReferrer({ email: 'a@testford.example.org' }),
  ].map((each) => stored('referrer', each));
  const found = candidatesFor(openPlaces(records, []), [organisation]);
  expect(found.map(({ reasons }) => reasons)).toEqual([
    ['same-words', 'same-email-domain', 'same-town'],
  ]);
});
