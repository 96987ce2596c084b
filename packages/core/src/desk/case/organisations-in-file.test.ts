import { expect, it } from 'vitest';
import { heldRecord } from '../../testing/held-under-test.js';
import { organisationsInFile } from './organisations-in-file.js';

it('has the person’s schools with what became of each, and neither a referrer’s nor what counts for nothing', () => {
  const subject = heldRecord('subject', {
    schools: ['Testford Acad', 'Elsewhere'].map((name) => ({ name, notedOn: '2026-11-24' })),
  });
  const referrer = heldRecord('referrer');
  const now = heldRecord('organisation', { name: 'Testford Upper School', identifiers: [] });
  const school = heldRecord('organisation', { becameId: now.id });
  const link = { organisationId: school.id, referrerId: undefined, subjectId: subject.id };
  const own = heldRecord('organisationLink', {
    ...link,
    path: 'schools[0].name',
    words: 'Testford Acad',
  });
  const changed = heldRecord('organisationLink', {
    ...link,
    path: 'schools[1].name',
    words: 'Other',
  });
  const of = heldRecord('organisationLink', { organisationId: school.id, referrerId: referrer.id });
  const records = [subject, referrer, now, school, own, changed, of];
  expect(organisationsInFile(subject, records).organisations).toEqual([
    {
      record: own.id,
      words: 'Testford Acad',
      organisation: 'Testford Academy, Testford (URN 999001); now Testford Upper School, Testford',
    },
  ]);
});
