// @vitest-environment happy-dom
import { buildIntervention, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { TEST_OFFICER } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(
  () => Promise.all([import('./log-view.js'), import('../../subject/subject-view.js')]),
  60_000,
);
afterEach(cleanup);

const NAME = 'Zephyrine Quillfeather';

async function withSubject(looks = 0) {
  const shown = await showShell({ start: { name: 'settings' } });
  const { store } = shown.services;
  const subject = buildSubject({ name: NAME });
  const subjectId = subject.id;
  await store.commit({
    changes: [
      newRecord('subject', subject),
      newRecord('intervention', buildIntervention({ subjectId })),
    ],
    reason: 'referral',
  });
  for (let look = 0; look < looks; look += 1) await store.consult([subjectId], 'case-work');
  return { ...shown, subject: subjectId };
}

const rows = () =>
  [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('th, td')].slice(1).map((cell) => cell.textContent),
  );

it('shows what was done with a person’s records, opening it first of all', async () => {
  const { app, subject } = await withSubject();
  app.router.go({ name: 'subject', subject, section: 'log' });
  await screen.findByText(/may be used only for: verifying lawfulness/);
  await waitFor(() => expect(rows()).toHaveLength(4));
  expect(rows().map(([action, what, , why]) => [action, what?.split(':')[0], why])).toEqual([
    ['Looked at', 'The log itself', 'Looking at the log'],
    ['Looked at', 'Subject, Intervention', 'Working on a case'],
    ['Collected', 'Intervention', 'Filing a referral'],
    ['Collected', 'Subject', 'Filing a referral'],
  ]);
});

it('is chosen from by what was done and by day, and says when there is nothing', async () => {
  const { app } = await withSubject();
  app.router.go({ name: 'log' });
  await waitFor(() => expect(rows()).toHaveLength(3));
  fireEvent.change(screen.getByLabelText('What was done'), { target: { value: 'consultation' } });
  fireEvent.click(screen.getByRole('button', { name: 'Show entries' }));
  await waitFor(() => expect(rows()).toHaveLength(1));
  const group = screen.getByRole('group', { name: 'To' });
  for (const [part, value] of [
    ['Day', '1'],
    ['Month', '1'],
    ['Year', '2020'],
  ] as const)
    fireEvent.input(within(group).getByLabelText(part), { target: { value } });
  fireEvent.click(screen.getByRole('button', { name: 'Show entries' }));
  await screen.findByText('Nothing of that kind is logged in that period.');
});

it('says which day is wrong until that day is changed', async () => {
  const { app } = await withSubject();
  app.router.go({ name: 'log' });
  const group = within(await screen.findByRole('group', { name: 'From' }));
  const day = group.getByLabelText('Day');
  fireEvent.input(day, { target: { value: '31' } });
  fireEvent.click(screen.getByRole('button', { name: 'Show entries' }));
  await screen.findByRole('alert', { name: 'There is a problem' });
  fireEvent.input(day, { target: { value: '1' } });
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

it('reads a long log a page at a time', async () => {
  const { app } = await withSubject(120);
  app.router.go({ name: 'log' });
  await screen.findByText('123 entries, 1 to 50 shown');
  fireEvent.click(screen.getByRole('button', { name: 'Earlier entries' }));
  await screen.findByText('123 entries, 51 to 100 shown');
  fireEvent.click(screen.getByRole('button', { name: 'Earlier entries' }));
  await screen.findByText('123 entries, 101 to 123 shown');
  expect(screen.queryByRole('button', { name: 'Earlier entries' })).toBeNull();
});

it('numbers the entries that are on screen, while others are on their way', async () => {
  const { app, services } = await withSubject(120);
  const { open } = services.log;
  let goOn: (() => void) | undefined;
  services.log.open = async (...asked) => {
    const log = await open(...asked);
    return {
      ...log,
      read: async (filter, from, most) => {
        const part = await log.read(filter, from, most);
        if (from > 0)
          await new Promise<void>((go) => {
            goOn = go;
          });
        return part;
      },
    };
  };
  app.router.go({ name: 'log' });
  await screen.findByText('123 entries, 1 to 50 shown');
  fireEvent.click(screen.getByRole('button', { name: 'Earlier entries' }));
  await waitFor(() => expect(goOn).toBeDefined());
  expect(screen.getByText('123 entries, 1 to 50 shown')).toBeTruthy();
  goOn?.();
  await screen.findByText('123 entries, 51 to 100 shown');
});

it('hands a readable text over once that is logged: its uses on it, and no name of the person', async () => {
  const { app, services, subject } = await withSubject();
  app.router.go({ name: 'subject', subject, section: 'log' });
  await waitFor(() => expect(rows()).toHaveLength(4));
  fireEvent.click(screen.getByText('Export this log'));
  fireEvent.change(screen.getByLabelText('Where is it going?'), {
    target: { value: 'supervisor' },
  });
  fireEvent.input(screen.getByLabelText('Who receives it?'), {
    target: { value: '=DI Penhallow' },
  });
  fireEvent.change(screen.getByLabelText('Why is it disclosed?'), {
    target: { value: 'disclosure' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Save as a text file' }));
  await waitFor(() => expect(services.downloads).toHaveLength(1));
  const [file] = services.downloads;
  expect(file?.name).toBe(`log-2026-11-24-${subject.slice(0, 8)}.txt`);
  expect(file?.content).toContain('may be used only for');
  expect(file?.content).toContain(TEST_OFFICER.name);
  expect(file?.content).not.toContain(NAME);
  expect(file?.content.startsWith('OFFICIAL-SENSITIVE')).toBe(true);
  expect((await services.store.audit()).at(-1)).toMatchObject({
    action: 'disclosure',
    records: [subject],
    fields: ['log'],
    recipients: ['supervisor', '=DI Penhallow'],
  });
});

it('hands a table over with its uses above it, and no cell that a spreadsheet takes for a formula', async () => {
  const { app, services, subject } = await withSubject();
  app.router.go({ name: 'subject', subject, section: 'log' });
  await waitFor(() => expect(rows()).toHaveLength(4));
  fireEvent.click(screen.getByText('Export this log'));
  for (const [label, value] of [
    ['Where is it going?', 'supervisor'],
    ['Why is it disclosed?', 'disclosure'],
  ] as const)
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  fireEvent.input(screen.getByLabelText('Who receives it?'), { target: { value: '=1+1' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save as a table (CSV)' }));
  await waitFor(() => expect(services.downloads).toHaveLength(1));
  const [file] = services.downloads;
  expect(file?.name).toBe(`log-2026-11-24-${subject.slice(0, 8)}.csv`);
  expect(file?.content).toContain('may be used only for');
  expect(file?.content).not.toContain(NAME);
  expect(file?.content.split('\r\n').filter((line) => line.startsWith('='))).toEqual([]);
  expect(file?.content.split('\r\n').filter((line) => line.startsWith('2026-'))).toHaveLength(4);
});

it('shows nothing when the look at the log cannot be logged', async () => {
  const { app, services } = await withSubject();
  services.store.commit = async () => {
    throw new Error('There is no room left.');
  };
  app.router.go({ name: 'log' });
  await screen.findByText(/opening it could not be logged/);
  expect(rows()).toEqual([]);
});

it('says which file was given out, by its format, its marking and its digest', async () => {
  const { app, services, subject } = await withSubject();
  const digest = 'ab'.repeat(32);
  await services.store.commit({
    changes: [],
    reason: 'disclosure',
    audit: [
      {
        action: 'disclosure',
        records: [subject],
        fields: ['subject.name'],
        reason: 'disclosure',
        recipients: ['partner', 'Testford youth team'],
        gateway: 'vital',
        file: { format: 'csv', marking: 'OFFICIAL-SENSITIVE', digest },
      },
    ],
  });
  app.router.go({ name: 'subject', subject, section: 'log' });
  await screen.findByText(
    `Subject, in a file (csv) marked OFFICIAL-SENSITIVE. SHA-256 of the file: ${digest}`,
  );
});
