/** Tests that an address of an event, or of somebody else, is never recorded as the subject's home. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../page/read-page.js';
import { snapshotOfHtml } from '../../page/saved-page.js';
import { testHost } from '../../testing/host.js';
import { openDraft } from '../draft/open-draft.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };

const homes = (html: string) =>
  openDraft({
    reading: readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })),
    adapters: [],
    way: 'page',
    host: testHost(),
  }).rows.flatMap(({ path, value }) => (/address|postcode/.test(path ?? '') ? [value] : []));

const list = (...facts: readonly (readonly [string, string])[]) =>
  `<dl>${facts.map(([label, value]) => `<dt>${label}<dd>${value}`).join('')}</dl>`;
const NAME = ['Name', 'Taz Vael'] as const;
const BORN = ['Date of birth', '14/03/2009'] as const;
const WHOLE = [['Address', '4 Fen Row, Northmoor, ZZ99 3VZ']] as const;
const PIECES = [
  ['Address line 1', '4 Fen Row'],
  ['Town', 'Northmoor'],
  ['Postcode', 'ZZ99 3VZ'],
] as const;

describe('where something happened', () => {
  it.each(['Address of incident', 'Incident address', 'Venue address', 'Crime scene address'])(
    'is not where the subject lives, under the label %s',
    (label) => {
      expect(homes(list(NAME, [label, WHOLE[0][1]]))).toEqual([]);
    },
  );

  it('is not where the subject lives, whatever heading says so and in however many boxes it is', () => {
    const heading = fc
      .tuple(
        fc.constantFrom(...dictionary.events),
        fc.constantFrom('{}', '{} location', 'Location of {}', '{} details'),
      )
      .map(([event, around]) => around.replace('{}', event));
    fc.assert(
      fc.property(heading, fc.constantFrom(WHOLE, PIECES), fc.boolean(), (over, facts, isBelow) => {
        const own = isBelow ? `<h2>Subject</h2>${list(NAME, BORN)}` : '';
        const more = isBelow ? facts : [NAME, ...facts];
        expect(homes(`${own}<h2>${over}</h2>${list(...more)}`)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves the subject’s own address under the subject’s own heading', () => {
    const html = `<h2>Incident</h2><h3>Subject</h3>${list(NAME, ...PIECES)}`;
    expect(homes(html)).toEqual(['4 Fen Row\nNorthmoor', 'ZZ99 3VZ']);
  });
});

describe('an address in several boxes', () => {
  it.each([
    ['a heading with another name', `<section><h2>Kai Marlow</h2>${list(...PIECES)}</section>`],
    ['another name in a list of its own', list(['Name', 'Kai Marlow'], ...PIECES)],
    ['a hidden list', `<div hidden>${list(['Name', 'Kai Marlow'], ...PIECES)}</div>`],
    ['a victim in a list of its own', list(['Victim', 'Kai Marlow'], ...PIECES)],
  ])('is not the subject’s below %s', (_, html) => {
    expect(homes(`<h1>Taz Vael</h1>${list(NAME, BORN)}${html}`)).toEqual([]);
  });

  it.each(['Name', 'Victim', 'Solicitor'])('is not the subject’s after a second %s', (label) => {
    expect(homes(list(NAME, BORN, [label, 'Kai Marlow'], ...PIECES))).toEqual([]);
  });

  it('is the subject’s below their own name', () => {
    expect(homes(list(NAME, BORN, ...PIECES))).toEqual(['4 Fen Row\nNorthmoor', 'ZZ99 3VZ']);
  });
});
