import type { RecordStore, StoredRecord } from '@cyber-prevent/core';
import { buildSubject } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { bornName, namedQuestion, SUBJECT } from './typed-about.js';

const held = (more: object): StoredRecord<'subject'> => {
  const value = { ...buildSubject({ name: 'Rowan Vael' }), bornOn: undefined, ...more };
  return { kind: 'subject', id: value.id, value } as unknown as StoredRecord<'subject'>;
};
const alsoRecorded = [{ what: 'bornOn', date: '2013-11-02', notedOn: '2026-11-24' }];

it('names a person by every date of birth, in the order of the ages', () => {
  expect(bornName(held({}))).toBe('Rowan Vael');
  expect(bornName(held({ bornOn: '2010-02-11' }))).toBe('Rowan Vael, born 11 February 2010');
  expect(bornName(held({ alsoRecorded }))).toBe('Rowan Vael, born 2 November 2013');
  expect(bornName(held({ bornOn: '2010-02-11', alsoRecorded }))).toBe(
    'Rowan Vael, born 2 November 2013 or 11 February 2010',
  );
});

it('asks about a person who was named meanwhile by every date of birth', async () => {
  const person = held({ bornOn: '2010-02-11', alsoRecorded });
  const store = { get: async () => person } as unknown as Pick<RecordStore, 'get'>;
  const asked = await namedQuestion({ [SUBJECT]: null }, person.id, { store, what: 'Promise' });
  expect(asked?.message).toContain(
    'It is now about Rowan Vael, born 2 November 2013 or 11 February 2010.',
  );
});
