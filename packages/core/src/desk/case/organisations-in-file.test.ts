import { expect, it } from 'vitest';
import type { StoredRecord } from '../../store/index.js';
import {
  buildOrganisation,
  buildOrganisationLink,
  buildReferrer,
  buildSubject,
} from '../../testing/fiction/builder.js';
import { organisationsInFile } from './organisations-in-file.js';

const stored = (kind: string, value: { readonly id: string }) =>
  ({ kind, id: value.id, value }) as unknown as StoredRecord;

it('has the person’s schools with what became of each, and neither a referrer’s nor what counts for nothing', () => {
  const person = buildSubject({
    schools: ['Testford Acad', 'Elsewhere'].map((name) => ({ name, notedOn: '2026-11-24' })),
  });
  const referrer = buildReferrer();
  const now = buildOrganisation({ name: 'Testford Upper School', identifiers: [] });
  const school = buildOrganisation({ becameId: now.id });
  const link = { organisationId: school.id, referrerId: undefined, subjectId: person.id };
  const own = buildOrganisationLink({ ...link, path: 'schools[0].name', words: 'Testford Acad' });
  const changed = buildOrganisationLink({ ...link, path: 'schools[1].name', words: 'Other' });
  const of = buildOrganisationLink({ organisationId: school.id, referrerId: referrer.id });
  const subject = stored('subject', person) as StoredRecord<'subject'>;
  const records = [
    subject,
    stored('referrer', referrer),
    stored('organisation', now),
    stored('organisation', school),
    ...[own, changed, of].map((each) => stored('organisationLink', each)),
  ];
  expect(organisationsInFile(subject, records).organisations).toEqual([
    {
      record: own.id,
      words: 'Testford Acad',
      organisation: 'Testford Academy, Testford (URN 999001); now Testford Upper School, Testford',
    },
  ]);
});
