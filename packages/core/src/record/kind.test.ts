import { describe, expect, it } from 'vitest';
import { buildRecord } from '../testing/fiction/builder.js';
import { checkRecord } from './check.js';
import type { FieldDescription } from './field.js';
import { fieldsOf, isRecordKind, RECORD_KINDS, RECORD_LABELS } from './kind.js';

describe.each(RECORD_KINDS)('%s', (kind) => {
  const fields = fieldsOf(kind);

  it('has a label for each field, an id of its own, and names kinds that exist', () => {
    const every = (all: readonly FieldDescription[]): FieldDescription[] =>
      all.flatMap((field) => [field, ...every(field.fields ?? [])]);
    expect(fields[0]).toMatchObject({ name: 'id', set: 'by-toolkit', required: true });
    for (const { label, refersTo } of every(fields)) {
      expect(label).not.toBe('');
      if (refersTo) expect(RECORD_KINDS).toContain(refersTo);
    }
    expect(RECORD_LABELS[kind].one).not.toBe(RECORD_LABELS[kind].many);
  });

  it('takes a fictional record, and says which field is missing when one is, in words', () => {
    const record = buildRecord(kind);
    expect(checkRecord(kind, record)).toMatchObject({ ok: true, value: record });
    for (const { name, required } of fields) {
      const { [name as 'id']: _left, ...rest } = record;
      const { issues } = checkRecord(kind, rest);
      expect(issues.map(({ at, code }) => [at, code])).toEqual(required ? [[name, 'missing']] : []);
      for (const { message } of issues) expect(message).not.toMatch(/Invalid|undefined|Expected/);
    }
  });

  it('refuses a field that it does not have', () => {
    const [issue] = checkRecord(kind, { ...buildRecord(kind), points: 4 }).issues;
    expect(issue).toMatchObject({ at: 'points', message: 'There is no such field' });
  });
});

it('knows its kinds, and nothing that an object merely inherits', () => {
  expect(isRecordKind('subject')).toBe(true);
  for (const kind of ['constructor', '__proto__', 'toString', 'nominal'])
    expect(isRecordKind(kind)).toBe(false);
});
