// @vitest-environment happy-dom
import type { PlainDate } from '@cyber-prevent/core';
import { buildRecord, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../../testing/show-shell.js';

beforeAll(
  () => Promise.all([import('../../subject-view.js'), import('../../act-view.js')]),
  60_000,
);
afterEach(cleanup);

const day = (text: string) => text as PlainDate;
let words = ['DDoS of the school'];
let incidentOn: string[] | undefined = ['2026-11-02'];
afterEach(() => {
  words = ['DDoS of the school'];
  incidentOn = ['2026-11-02'];
});

async function shown(bornOn = '2010-03-14', ...standings: readonly object[]) {
  const subject = buildSubject({ name: 'Ada Vael', bornOn: day(bornOn), categories: [] });
  const about = { subjectId: subject.id };
  const referral = buildRecord('referral', {
    ...about,
    suspectedOffences: words,
    lawMentioned: [],
  });
  const offence = buildRecord('offence', {
    ...about,
    incidentOn,
    standings: standings as never,
  });
  const shell = await showShell();
  await shell.services.store.commit({
    changes: [
      newRecord('subject', subject),
      newRecord('referral', referral),
      ...(standings.length > 0 ? [newRecord('offence', offence)] : []),
    ],
    reason: 'case-work',
  });
  shell.app.router.go({ name: 'subject', subject: subject.id, section: 'offences' });
  return { ...shell, subject, referral };
}

const CHARGED = { status: 'charged', on: '2026-11-10', notedOn: '2026-11-10' };
const ACQUITTED = { status: 'acquitted', on: '2026-11-20', notedOn: '2026-11-20' };
const rowOf = (label: string) => screen.getByText(label, { selector: 'dt' }).nextElementSibling;

it('shows the last status first, and the earlier ones as said before', async () => {
  await shown(undefined, CHARGED, ACQUITTED);
  await screen.findByRole('heading', { name: /^Section 1:/ });
  expect(rowOf('Status now')?.textContent).toContain('Acquitted, 20 November 2026');
  expect(rowOf('Said before')?.textContent).toContain('Charged, 10 November 2026');
});

it('shows no status and no section of a child who was under ten, and says what to do', async () => {
  await shown('2017-01-01', CHARGED);
  await screen.findByRole('heading', { name: 'Behaviour only, under 10 at the time' });
  expect(screen.queryByText(/Charged/)).toBeNull();
  screen.getByText(/^By the date of birth on record they were under 10 at the time/);
});

it('offers the words of a referral with a suggestion that only a press takes', async () => {
  const { services } = await shown();
  fireEvent.click(await screen.findByRole('button', { name: /^Say which section this is/ }));
  await screen.findByText(/^It may be: Section 3.*The reason: the words say “DDoS”\.$/);
  const section = () => screen.getByLabelText<HTMLSelectElement>(/^Section/).value;
  expect(section()).toBe('');
  fireEvent.click(screen.getByRole('button', { name: /^Choose this section/ }));
  expect(section()).toBe('3');
  expect(await services.store.query('offence')).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: / for Ada Vael$/ }));
  await screen.findByText(/Recorded for Ada Vael|recorded as a suspected offence/);
  expect((await services.store.query('offence')).map(({ value }) => value)).toMatchObject([
    { asRead: 'DDoS of the school', section: '3', standings: [] },
  ]);
});

it('says nothing of other words that was chosen for the first', async () => {
  words = ['DDoS of the school', 'A stolen password'];
  const { services } = await shown();
  await screen.findByRole('heading', {
    name: 'Words of the referral of 20 November 2026 that nobody has recorded as an offence yet',
  });
  fireEvent.click(screen.getByRole('button', { name: /^Say which section this is/ }));
  fireEvent.click(await screen.findByRole('button', { name: /^Choose this section/ }));
  fireEvent.change(screen.getByLabelText('Status (optional)'), { target: { value: 'charged' } });
  fireEvent.click(screen.getByRole('radio', { name: 'A stolen password' }));
  expect(screen.getByLabelText<HTMLSelectElement>(/^Section/).value).toBe('');
  expect(screen.getByLabelText<HTMLSelectElement>('Status (optional)').value).toBe('');
  fireEvent.click(screen.getByRole('button', { name: 'Save the suspected offence for Ada Vael' }));
  await screen.findAllByText('Select a section, or say why there is none');
  expect(await services.store.query('offence')).toEqual([]);
});

it.each([
  'Record a status',
  'Correct a status',
  'Correct the suspected offence',
  'Keep as behaviour only',
  'Withdraw the suspected offence',
])('names the offence in the form: %s', async (act) => {
  // On a day that nobody knows, so that it may be behaviour too.
  incidentOn = undefined;
  await shown(undefined, CHARGED);
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^${act}`) }));
  await screen.findByRole('heading', { level: 1, name: act });
  screen.getByText(
    'Section 1: unauthorised access to computer material. Words that were read: “Unauthorised access to computer material”',
  );
});

it('asks neither section nor status of a child under ten on the day as it is typed', async () => {
  // Under ten until 14 March 2026.
  const { app, subject } = await shown('2016-03-14');
  app.router.go({ name: 'act', act: 'record-offence', subject: subject.id });
  await screen.findByText(/^They were 10 when this became known\./);
  fireEvent.change(screen.getByLabelText(/^Section of the Computer Misuse Act/), {
    target: { value: '3' },
  });
  fireEvent.input(screen.getByLabelText(/^In the words that were read/), {
    target: { value: 'DDoS of the school' },
  });
  fireEvent.click(screen.getByRole('button', { name: /^Add .*date/i }));
  const typed = (date: string) => {
    const [year, month, day_] = date.split('-');
    const boxes = { Day: day_, Month: month, Year: year };
    for (const [label, value] of Object.entries(boxes)) {
      const [box] = screen.getAllByLabelText(label);
      if (box) fireEvent.input(box, { target: { value } });
    }
  };
  typed('2026-04-02');
  expect(screen.queryByText(/became known/)).toBeNull();
  expect(screen.getByLabelText(/^Section of/)).toBeTruthy();
  typed('2026-02-02');
  await screen.findByText(/^They were under 10 then, so only the behaviour is saved/);
  expect(screen.queryByLabelText(/^Section of/)).toBeNull();
  expect(screen.queryByLabelText(/^If there is no section/)).toBeNull();
  expect(screen.queryByLabelText(/^Status/)).toBeNull();
});

it('offers to keep as behaviour only what may be that', async () => {
  incidentOn = undefined;
  const { services, app, subject } = await shown('2010-03-14', CHARGED);
  const offers = () => screen.queryByRole('button', { name: /^Keep as behaviour only/ });
  await screen.findByRole('button', { name: /^Withdraw the suspected offence/ });
  const [offence] = await services.store.query('offence');
  expect(offers()).not.toBeNull();
  await services.store.commit({
    changes: [
      {
        kind: 'offence',
        record: offence?.id as never,
        parents: offence?.heads ?? [],
        set: { incidentOn: ['2026-10-02'] } as never,
      },
    ],
    reason: 'correction',
  });
  app.router.go({ name: 'settings' });
  app.router.go({ name: 'subject', subject: subject.id, section: 'offences' });
  await screen.findByRole('button', { name: /^Withdraw the suspected offence/ });
  expect(offers()).toBeNull();
});
