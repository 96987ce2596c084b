/** The conditions of what a paper has in it, and of what is printed as it is on screen. */
import { describe, expect, it } from 'vitest';
import { buildSource } from '../../testing/fiction/builder.js';
import { heldRecord } from '../../testing/held-under-test.js';
import { TODAY as today } from '../../testing/law-under-test.js';
import {
  ALL,
  caseHandling,
  conditionLines,
  handlingOfPaper,
  handlingOfWhole,
  PLAIN_CONDITIONS,
  paperGate,
} from './handling-of-paper.js';
import { originIn } from './origin.js';

const [words, codes] = [
  heldRecord('sourceCapture', { conditions: 'Not to the family' }),
  heldRecord('sourceCapture', {
    packageReference: 'NP/26/0042',
    handling: {
      handlingCode: 'C',
      handlingAction: 'A1',
      handlingSanitisation: 'S1',
      handlingInstructions: 'Ask first',
    },
  }),
];
const from = (...captures: readonly { readonly id: string }[]) =>
  captures.map(({ id }) => buildSource({ capture: id as never }));
const subject = {
  ...heldRecord('subject', { aliases: ['Grebe'] }),
  sources: { bornOn: from(words), 'aliases[0]': from(codes) },
};
const referral = {
  ...heldRecord('referral', { subjectId: subject.id }),
  sources: { narrative: from(words) },
};
const decision = heldRecord('decision', { referralId: referral.id });
const handling = caseHandling([words, codes, subject, referral, decision]);
const gate = (way: 'partner' | 'supervisor') =>
  paperGate(handling, { way: way === 'partner' ? 'partner' : 'force', today });

describe('a paper', () => {
  it('bars a value, all of a record that has one, and what was made from it', () => {
    const { bars, stopped } = gate('partner');
    expect(bars(subject.id, 'bornOn')).toBe(true);
    expect(bars(subject.id, 'name')).toBe(false);
    // The record may be named; a line that sums it up may show any of its values.
    expect(bars(subject.id, '')).toBe(false);
    expect(bars(subject.id, ALL)).toBe(true);
    expect(bars(decision.id, 'reason')).toBe(true);
    expect(bars(decision.id, '')).toBe(true);
    for (const said of ['Not to the family', 'NP/26/0042'])
      expect(stopped().join('\n')).toContain(said);
  });

  it('bars nothing of what may go', () => {
    const { bars, stopped } = gate('supervisor');
    for (const path of ['bornOn', ALL, '']) expect(bars(subject.id, path)).toBe(false);
    expect(bars(decision.id, '')).toBe(false);
    expect(stopped()).toEqual([]);
  });

  it('logs what it shows by what was written, and the rest as left out', () => {
    const written = new Map([
      [subject.id, new Set(['name', 'bornOn'])],
      [decision.id, new Set<string>()],
    ]);
    const { shown, leftOut } = handlingOfPaper(written, handling);
    expect(shown).toEqual([words.id]);
    expect(leftOut).toEqual([{ record: subject.id, field: 'aliases[0]' }]);
    const all = handlingOfPaper(new Map([[subject.id, new Set([ALL])]]), handling);
    expect([all.shown, all.leftOut]).toEqual([[words.id, codes.id], []]);
  });

  it('has codes and references for police alone', () => {
    const origins = [words, codes].flatMap((each) => originIn(each) ?? []);
    for (const way of ['force', 'police', 'colleague'] as const)
      expect(conditionLines(origins, way)).toEqual([
        'Given on conditions: Not to the family',
        'Given on conditions: package NP/26/0042, handling C A1 S1: Ask first',
      ]);
    for (const way of ['partner', 'court', 'subject', 'contact'] as const)
      expect(conditionLines(origins, way)).toEqual([PLAIN_CONDITIONS]);
    expect(conditionLines([], 'partner')).toEqual([]);
  });
});

describe('what is printed as it is on screen', () => {
  const printed = (way: 'force' | 'partner', record: typeof subject.id, fields?: string[]) =>
    handlingOfWhole([{ record, ...(fields ? { fields } : {}) }], handling, { way, today });

  it('has the conditions of every value of a record, or of the named ones', () => {
    expect(printed('force', subject.id)).toEqual({
      handling: { shown: [words.id, codes.id], leftOut: [] },
      conditions: expect.arrayContaining([expect.stringContaining('NP/26/0042')]),
      stopped: [],
    });
    expect(printed('force', subject.id, ['aliases']).handling.shown).toEqual([codes.id]);
    expect(printed('force', subject.id, ['name']).conditions).toEqual([]);
    expect(printed('partner', subject.id).stopped).toHaveLength(2);
    expect(printed('partner', subject.id, ['name']).stopped).toEqual([]);
  });

  it('has those of a record that was made from it, whichever fields are named', () => {
    expect(printed('force', decision.id, ['outcome']).handling.shown).toEqual([words.id]);
    expect(printed('partner', decision.id, ['outcome']).stopped).toHaveLength(1);
  });
});
