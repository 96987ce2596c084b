import { describe, expect, it } from 'vitest';
import {
  buildIntelligenceNote,
  buildIntervention,
  buildSubject,
} from '../testing/fiction/builder.js';
import { checkRecord } from './check.js';

const issuesOf = (part: object) => checkRecord('subject', { ...buildSubject(), ...part }).issues;

describe('checkRecord', () => {
  it.each<[string, object, object]>([
    [
      'a date that is none',
      { bornOn: '31/02/2010' },
      { at: 'bornOn', message: 'Enter a real date, like 2026-11-24' },
    ],
    [
      'a day that does not exist',
      { bornOn: '2010-02-31' },
      { at: 'bornOn', message: 'Enter a real date: there is no such day' },
    ],
    ['an empty name', { name: '  ' }, { at: 'name', message: 'Enter some text' }],
    ['a number for a name', { name: 7 }, { at: 'name', message: 'Name cannot be read' }],
    [
      'an entry of a list',
      { schools: [{ name: 'A', notedOn: '2026-11-24' }, { name: 'B' }] },
      { at: 'schools.1.notedOn', message: 'Enter the date it was noted', code: 'missing' },
    ],
    [
      'a choice not made',
      { categories: [{ from: '2026-11-24' }] },
      { at: 'categories.0.category', message: 'Select the category' },
    ],
  ])('names the field and what to do about %s, once', (_what, part, issue) => {
    expect(issuesOf(part)).toEqual([expect.objectContaining({ severity: 'error', ...issue })]);
  });

  it('never repeats what a field said', () => {
    const issues = issuesOf({
      name: { secret: 'Marrowgate' },
      bornOn: 'Marrowgate',
      phones: 'Marrowgate',
    });
    expect(issues.map(({ at }) => at)).toEqual(['name', 'bornOn', 'phones']);
    expect(JSON.stringify(issues)).not.toContain('Marrowgate');
  });

  it('refuses what is no record at all', () => {
    for (const value of [null, undefined, 'subject', [], 4])
      expect(checkRecord('subject', value).ok).toBe(false);
    expect(checkRecord('subject', null).issues).toMatchObject([
      { message: 'This is not a record' },
    ]);
  });

  it.each([0, 1441, 1.5])('refuses %d minutes of contact', (minutes) => {
    const record = { ...buildIntervention(), minutes };
    expect(checkRecord('intervention', record).issues).toMatchObject([{ at: 'minutes' }]);
  });

  it('asks for each condition that handling code C needs, and for none under P', () => {
    const note = buildIntelligenceNote();
    const withGrade = (part: object) =>
      checkRecord('intelligenceNote', { ...note, grade: { ...note.grade, ...part } }).issues.map(
        ({ at }) => at,
      );
    expect(withGrade({ handlingCode: 'C' })).toEqual([
      'grade.handlingAction',
      'grade.handlingSanitisation',
      'grade.handlingInstructions',
    ]);
    const conditions = {
      handlingAction: 'A1',
      handlingSanitisation: 'S2',
      handlingInstructions: 'Ask first',
    };
    expect(withGrade({ handlingCode: 'C', ...conditions })).toEqual([]);
    expect(withGrade(conditions)).toEqual(['grade.handlingCode']);
  });
});
