/** A date of birth that another person has only besides is theirs all the same. */
import { expect, it } from 'vitest';
import type { PlainDate } from '../shared/primitives.js';
import type { StoredRecord } from '../store/log/port.js';
import { buildId, buildSubject } from '../testing/fiction/builder.js';
import { doubtAbout, type FoundPerson } from './doubt-about.js';

const day = (text: string) => text as PlainDate;
const value = buildSubject({ name: 'Tobias Wren', bornOn: '2013-03-14' });
const chosen = { kind: 'subject', id: value.id, value } as unknown as StoredRecord<'subject'>;
const READ = [
  { kind: 'name', text: 'Tobias Wren' },
  { kind: 'bornOn', text: '2009-05-02' },
] as const;
const another = (births: readonly PlainDate[]): FoundPerson => ({
  person: buildId(),
  name: 'Tobias Wren',
  bornOn: day('2011-09-02'),
  ...(births.length > 1 ? { births } : {}),
  reasons: [],
});

it('doubts that the person is meant while another of the name was also recorded as born that day', () => {
  const other = another([day('2011-09-02'), day('2009-05-02')]);
  expect(doubtAbout(READ, chosen, [other])?.exact?.person).toBe(other.person);
});

it('takes nobody of the name for the one who was read, who is on record with other dates alone', () => {
  expect(doubtAbout(READ, chosen, [another([])])?.exact).toBeUndefined();
});
