import { describe, expect, it } from 'vitest';
import { buildId, buildIntelligenceNote, buildIntervention } from '../testing/fiction/builder.js';
import { writtenGrade } from './grade.js';
import { standing } from './intervention.js';
import { checkMarking } from './marking.js';

describe('writtenGrade', () => {
  it('prints a grade with its conditions, if it has any', () => {
    const { grade } = buildIntelligenceNote();
    expect(writtenGrade(grade)).toBe('[2CP]');
    const conditions = { handlingCode: 'C', handlingAction: 'A1', handlingSanitisation: 'S2' };
    expect(writtenGrade({ ...grade, ...conditions })).toBe('[2CC A1 S2]');
  });
});

describe('checkMarking', () => {
  it.each([
    ['official', 'OFFICIAL'],
    [' Official  Sensitive ', 'OFFICIAL-SENSITIVE'],
    ['OFFICIAL-SENSITIVE', 'OFFICIAL-SENSITIVE'],
    ['OFFICIAL - SENSITIVE', 'OFFICIAL-SENSITIVE'],
    ['OFFICIAL:SENSITIVE', 'OFFICIAL-SENSITIVE'],
  ])('reads %j as %s', (text, marking) => {
    expect(checkMarking(text)).toMatchObject({ ok: true, value: marking });
  });

  it.each([
    ['Secret', 'marking-too-high'],
    ['UK TOP SECRET', 'marking-too-high'],
    ['RESTRICTED', 'marking-unknown'],
    ['', 'marking-unknown'],
  ])('refuses %j: %s', (text, code) => {
    expect(checkMarking(text)).toMatchObject({ ok: false, issues: [{ code }] });
  });
});

describe('standing', () => {
  const first = buildIntervention();
  const second = buildIntervention({ corrects: first.id });
  const third = buildIntervention({ corrects: second.id });
  const other = buildIntervention();

  it('drops entries that a later entry corrects, and keeps the order', () => {
    expect(standing([other, first, second, third])).toEqual([other, third]);
  });

  it('refuses a correction of something that is not in the log', () => {
    expect(() => standing([buildIntervention({ corrects: buildId() })])).toThrow(RangeError);
  });
});
