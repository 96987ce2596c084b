import { describe, expect, it } from 'vitest';
import { askFor, calledFirst, calledOf } from './ask-for.js';
import { checkRecord } from './check.js';
import type { FieldDescription } from './field.js';
import { fieldsOf, RECORD_KINDS } from './kind.js';

/** Every field that a person fills in, including those of groups. */
const asked = (fields: readonly FieldDescription[]): readonly FieldDescription[] =>
  fields.filter(({ set }) => !set).flatMap((each) => [each, ...asked(each.fields ?? [])]);

/** A label in the place of words: quoted, repeated as a question, or cut off. */
const LABEL_LEFT_OVER =
  /[“”":?]|\b(the|an?) (the|an?|how|what|when|where|who|why)\b|\bthe (\w+ )*(at|by|from|of|on|to|until)$|^(Enter|Select) (how|what|when|where|who|whom|why)$/;

describe('askFor', () => {
  it.each([
    [{ label: 'Reason', input: 'narrative' }, 'Enter the reason'],
    [{ label: 'Who asked', input: 'line' }, 'Enter who asked'],
    [{ label: 'Their reference', input: 'line' }, 'Enter their reference'],
    [{ label: 'Outcome', input: 'choice' }, 'Select the outcome'],
    [{ label: 'Agency', input: 'line', codeList: 'agency' }, 'Select the agency'],
    [
      { label: 'How', called: 'how the contact was made', input: 'choice' },
      'Select how the contact was made',
    ],
  ] as const)('asks for %o by “%s”', (field, words) => {
    expect(askFor(field)).toBe(words);
  });

  it.each(RECORD_KINDS)('quotes no label of the fields of the kind “%s”', (kind) => {
    const fields = asked(fieldsOf(kind));
    const names = new Set(fields.map(({ name }) => name));
    const issues = checkRecord(kind, {}).issues.filter(({ at = '' }) => names.has(at));
    const said = [...fields.map(askFor), ...issues.map(({ message }) => message)];
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((words) => LABEL_LEFT_OVER.test(words))).toEqual([]);
  });
});

describe('calledFirst', () => {
  it('starts a sentence with what the field is called, without “a”', () => {
    expect(calledFirst({ label: 'Date of contact' })).toBe('Date of contact');
    expect(calledFirst({ label: 'Date of birth', called: 'a date of birth' })).toBe(
      'Date of birth',
    );
    expect(calledFirst({ label: 'From', called: 'the start date' })).toBe('The start date');
  });

  it.each(RECORD_KINDS)('is followed by what a date of the kind “%s” must be', (kind) => {
    const dates = asked(fieldsOf(kind)).filter(({ input }) => input.startsWith('date'));
    const broken = dates.map(calledFirst).filter((words) => LABEL_LEFT_OVER.test(words));
    expect(broken).toEqual([]);
  });
});

it('calls a field by words that follow “enter” whatever its label is', () => {
  expect(calledOf({ label: 'Whom this is about' })).toBe('whom this is about');
  expect(calledOf({ label: 'Whole amount' })).toBe('the whole amount');
});
