/** The question before a doubtful move leaves out nothing that the move does. */
import type { Instant, MovedSave, StoredRecord } from '@cyber-prevent/core';
import { buildId, buildSubject } from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { moveQuestion } from './moved-words.js';

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
