// @vitest-environment happy-dom
/** Choice of a subject among a few and among many; a search here is logged as any other. */
import {
  buildIntervention,
  buildPromise,
  buildReferral,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => Promise.all([import('../../keeping/ending/handover-view.js')]), 60_000);
afterEach(cleanup);

type People = readonly ReturnType<typeof buildSubject>[];
type Changes = readonly ReturnType<typeof newRecord>[];

async function offering(count: number, more: (subjects: People) => Changes = () => []) {
  const shown = await showShell({ start: { name: 'today' } });
  const subjects = Array.from({ length: count }, (_, nth) =>
    buildSubject({ name: `Person ${String(nth).padStart(3, '0')} Vael` }),
  );
  await shown.services.store.commit({
    changes: [...subjects.map((subject) => newRecord('subject', subject)), ...more(subjects)],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'handover' });
  await screen.findByRole('group', { name: 'Which cases?' });
  return { ...shown, subjects };
}
/** Time for a search to settle after the last change. */
const PATIENT = { timeout: 5000 };
const offered = () =>
  [...screen.getByRole('group', { name: 'Which cases?' }).querySelectorAll('label')].map(
    ({ textContent }) => textContent,
  );

it('tells people of one name apart by birth date and referral, and no others', async () => {
  const shown = await offering(1);
  const born = (bornOn: string) => buildSubject({ name: 'Rowan Vael', bornOn: bornOn as never });
  const { bornOn: _, ...unknown } = buildSubject({ name: 'rowan  Vael' });
  const changes = [born('2009-03-14'), born('2011-08-02'), unknown].map((subject) =>
    newRecord('subject', subject as never),
  );
  await shown.services.store.commit({ changes, reason: 'case-work' });
  await waitFor(() => expect(offered()).toHaveLength(4));
  expect(new Set(offered())).toEqual(
    new Set([
      'Person 000 Vael',
      'Rowan Vael, born 14 March 2009',
      'Rowan Vael, born 2 August 2011',
      'rowan  Vael, date of birth not recorded',
    ]),
  );
});

it('says the school of two of one name and birth, and of nobody whom the name tells apart', async () => {
  const at = (name: string, school: string) =>
    buildSubject({
      name,
      bornOn: '2009-03-14',
      schools: [{ name: school, notedOn: '2026-11-02' }],
    } as never);
  const shown = await offering(1);
  const people = [
    at('Rowan Vael', 'Testford Academy'),
    at('Rowan Vael', 'Wending College'),
    at('Ada Vael', 'Testford Academy'),
  ];
  const referrals = people.map(({ id }, nth) =>
    newRecord('referral', buildReferral({ subjectId: id, reference: `R-${nth}` })),
  );
  await shown.services.store.commit({
    changes: [...people.map((subject) => newRecord('subject', subject)), ...referrals],
    reason: 'case-work',
  });
  await waitFor(() => expect(offered()).toHaveLength(4));
  const choices = screen.getByRole('group', { name: 'Which cases?' });
  const hints = [...choices.querySelectorAll('.govuk-checkboxes__hint')].map(
    ({ textContent }) => textContent ?? '',
  );
  expect(hints.filter((words) => words.includes('At ')).toSorted()).toEqual([
    'At Testford Academy',
    'At Wending College',
  ]);
  expect(hints.filter((words) => words.startsWith('Born ') && !words.includes('At '))).toHaveLength(
    2,
  );
});

it('offers all of a few, with nothing to look in', async () => {
  await offering(3);
  await waitFor(() => expect(offered()).toHaveLength(3));
  expect(screen.queryByLabelText('Look for a name or a reference')).toBeNull();
});

it('offers of many those worked with last and those with something due, and no stranger', async () => {
  await offering(41, (subjects) => {
    const contact = (nth: number, heldOn: string) =>
      newRecord('intervention', buildIntervention({ subjectId: subjects[nth]?.id, heldOn }));
    const owed = { subjectId: subjects[5]?.id, madeOn: '2026-11-02', dueOn: '2026-11-20' };
    return [
      contact(31, '2026-11-19'),
      contact(30, '2026-11-23'),
      contact(3, '2026-09-02'),
      newRecord('promise', buildPromise(owed)),
    ];
  });
  await screen.findByText(/^The people below are those you worked with last/);
  await waitFor(() =>
    expect(offered()).toEqual(['Person 030 Vael', 'Person 031 Vael', 'Person 005 Vael']),
  );
});

it('sends no form when Enter is pressed after a name', async () => {
  await offering(41);
  const box = await screen.findByLabelText('Look for a name or a reference');
  expect(fireEvent.keyDown(box, { key: 'Enter' })).toBe(false);
  expect(fireEvent.keyDown(box, { key: 'a' })).toBe(true);
});

it('offers of many those that are looked for, and keeps those that are chosen in sight', async () => {
  const { services, subjects } = await offering(2000);
  const box = await screen.findByLabelText('Look for a name or a reference');
  await screen.findByText('Type part of a name or a reference to find somebody');
  expect(offered()).toEqual([]);
  fireEvent.input(box, { target: { value: 'person 0123 ' } });
  await screen.findByText('Nobody on record has that name or reference');
  fireEvent.input(box, { target: { value: '1234' } });
  await waitFor(() => expect(offered()).toEqual(['Person 1234 Vael']));
  fireEvent.click(screen.getByLabelText('Person 1234 Vael'));
  fireEvent.input(box, { target: { value: '777' } });
  await waitFor(() => expect(offered()).toEqual(['Person 1234 Vael', 'Person 777 Vael']));
  await waitFor(async () => {
    const searches = (await services.store.audit()).filter(({ reason }) => reason === 'search');
    expect(searches.at(-1)?.records).toContain(subjects[777]?.id);
  }, PATIENT);
});
