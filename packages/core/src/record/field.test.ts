import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { describeFields, field } from './field.js';
import { fieldsOf } from './kind.js';

const named = (kind: Parameters<typeof fieldsOf>[0], name: string) =>
  fieldsOf(kind).find((one) => one.name === name);

describe('describeFields', () => {
  it('reads label, need, sensitivity and length through optional and piped schemas', () => {
    expect(named('subject', 'givenNames')).toEqual({
      name: 'givenNames',
      identifies: true,
      label: 'Given names',
      required: false,
      sensitivity: 'personal',
      input: 'line',
      maxLength: 500,
    });
    expect(named('subject', 'communicationNeeds')).toMatchObject({
      sensitivity: 'special',
      input: 'narrative',
      maxLength: 200_000,
    });
  });

  it('knows what a form has to ask with', () => {
    expect(named('subject', 'bornOn')?.input).toBe('date');
    expect(named('subject', 'phones')?.input).toBe('lines');
    expect(named('intervention', 'minutes')?.input).toBe('number');
    expect(named('intervention', 'kind')).toMatchObject({
      input: 'choice',
      codeList: 'intervention-kind',
    });
    expect(named('safeguardingConcern', 'told')).toMatchObject({
      input: 'choices',
      codeList: 'safeguarding-told',
      none: 'nobody-yet',
    });
    expect(named('referral', 'subjectId')).toMatchObject({ input: 'record', refersTo: 'subject' });
  });

  it('goes into groups and lists of groups', () => {
    const grade = named('intelligenceNote', 'grade');
    expect(grade).toMatchObject({ input: 'group', sensitivity: 'source' });
    expect(grade?.fields?.map(({ name, required }) => [name, required])).toEqual([
      ['sourceEvaluation', true],
      ['intelligenceAssessment', true],
      ['handlingCode', true],
      ['handlingAction', false],
      ['handlingSanitisation', false],
      ['handlingInstructions', false],
    ]);
    const addresses = named('subject', 'addresses');
    expect(addresses?.input).toBe('groups');
    expect(addresses?.fields?.map(({ label }) => label)).toEqual([
      'Address',
      'Postcode',
      'Noted on',
      'Until',
    ]);
  });

  it('refuses a kind with a field that has no label', () => {
    const unfinished = v.strictObject({ id: field(v.string(), { label: 'Id' }), name: v.string() });
    expect(() => describeFields(unfinished)).toThrow('Field "name" has no label');
  });
});
