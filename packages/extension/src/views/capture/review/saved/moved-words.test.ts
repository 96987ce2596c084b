/** The question before a doubtful move leaves out nothing that it does, and the success says all births of both. */
import type { Instant, MovedSave, StoredRecord, Subject } from '@cyber-prevent/core';
import { buildId, buildSubject } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { movedWords, moveQuestion } from './moved-words.js';

const at = '2026-11-24T09:30:00.000Z' as Instant;
const held = (name: string, bornOn: string): StoredRecord<'subject'> => {
  const value = buildSubject({ id: buildId(), name, bornOn });
  const when = { createdAt: at, updatedAt: at, updatedBy: buildId() };
  return { kind: 'subject', id: value.id, value, heads: [buildId()], sources: {}, ...when };
};

it('says what is new on the one and stays on the other, also where nothing leaves', () => {
  const moved = {
    from: held('Tobias Wren', '2013-03-14'),
    to: held('Tobias Wren', '2011-09-02'),
    records: [],
    taken: [],
    leaves: [],
    logged: [],
    stays: [],
    shared: [{ field: 'phones', value: '07700 900777' }],
    isWithdrawn: false,
    doubt: { names: ['Alba Wren'], born: [] },
  } as unknown as MovedSave;
  expect(moveQuestion(moved, undefined)?.goes).toBe(
    'New on Tobias Wren, born 2 September 2011, and still on Tobias Wren, born 14 March 2013, who has it from another save too: a telephone number 07700 900777.',
  );
});

it('names both as they are after the move, one of several dates of birth never as the only one', () => {
  const [from, to] = [held('Tobias Wren', '2013-03-14'), held('Tobias Wren', '2011-09-02')];
  const date = '2012-07-09' as NonNullable<Subject['bornOn']>;
  const also = [{ what: 'bornOn', date, notedOn: date }] as NonNullable<Subject['alsoRecorded']>;
  const moved = {
    from: { ...from, value: { ...from.value, alsoRecorded: also } },
    to,
    records: [],
    taken: [],
    leaves: [{ field: 'bornOn', value: date }],
    logged: [],
    stays: [],
    shared: [],
    isWithdrawn: false,
  } as unknown as MovedSave;
  const gained = { ...to, value: { ...to.value, alsoRecorded: also } };
  const { heading, was } = movedWords(moved, { left: from, gained });
  expect(heading).toBe(
    'Moved a date of birth from Tobias Wren, born 14 March 2013, to Tobias Wren, 2 dates of birth',
  );
  expect(was).toBe('Tobias Wren, born 14 March 2013');
});
