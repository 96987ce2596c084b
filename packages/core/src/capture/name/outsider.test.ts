/** Tests of somebody named by a separate label, in the middle of facts about the subject. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testHost } from '../../testing/host.js';
import { buildReading, type ReadingCell } from '../../testing/reading.js';
import { openDraft } from '../draft/open-draft.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };

const rowsOf = (...cells: readonly ReadingCell[]) =>
  openDraft({
    reading: buildReading(...cells),
    adapters: [],
    way: 'page',
    host: testHost(),
  }).rows;
const subjects = (...cells: readonly ReadingCell[]) =>
  rowsOf(...cells).flatMap(({ path, raw }) => (path?.startsWith('subject.') ? [raw] : []));

const NAME: ReadingCell = { label: 'Name', value: 'Taz Vael' };
const MOBILE: ReadingCell = { label: 'Mobile', value: '07700 900111' };
const BORN: ReadingCell = { label: 'Date of birth', value: '14/03/2009' };
const THEIR_MOBILE: ReadingCell = { label: 'Phone', value: '07700 900222' };
const THEIR_EMAIL: ReadingCell = { label: 'Email', value: 'kai@example.org' };

describe('what stands below the name of somebody else', () => {
  it.each(['Solicitor', 'Victim', 'Victim name', 'Name of witness', 'Case owner', 'GP'])(
    'is not the subject’s where the label is %s',
    (label) => {
      const other = { label, value: 'Kai Marlow' };
      expect(subjects(NAME, MOBILE, other, THEIR_MOBILE, THEIR_EMAIL)).toEqual([
        'Taz Vael',
        '07700 900111',
      ]);
    },
  );

  it('is never the subject’s, whoever a label names and in whichever order details follow', () => {
    const label = fc.constantFrom(...dictionary.owners.otherPerson);
    const details = fc.shuffledSubarray([THEIR_MOBILE, THEIR_EMAIL], { minLength: 1 });
    fc.assert(
      fc.property(label, details, fc.boolean(), (who, theirs, isKnown) => {
        const own = isKnown ? [NAME, MOBILE] : [NAME];
        const found = subjects(...own, { label: who, value: 'Kai Marlow' }, ...theirs);
        expect(found).toEqual(own.map(({ value }) => value));
      }),
    );
  });

  it('is not the subject’s birth date where the other is a party to the case', () => {
    expect(subjects(NAME, { label: 'Victim', value: 'Kai Marlow' }, BORN)).toEqual(['Taz Vael']);
  });

  it('is still the subject’s birth date where the other is there by their work', () => {
    const owner = { label: 'Case owner', value: 'Kai Marlow' };
    expect(subjects(NAME, owner, BORN)).toEqual(['Taz Vael', '14/03/2009']);
  });

  it('is the subject’s again after the subject’s own name', () => {
    const victim = { label: 'Victim', value: 'Kai Marlow' };
    expect(subjects(victim, THEIR_MOBILE, NAME, MOBILE)).toEqual(['Taz Vael', '07700 900111']);
  });

  it('is the subject’s where the label is about nobody in particular', () => {
    const owner = { label: 'Owner', value: 'nobody yet' };
    expect(subjects(NAME, owner, MOBILE)).toEqual(['Taz Vael', '07700 900111']);
  });
});
