// @vitest-environment happy-dom
/** A field added to a kind is asked, shown, corrected and given out, without a second list of fields anywhere. */
import { caseFile } from '@cyber-prevent/core';
import { loadTemplate, renderTemplate } from '@cyber-prevent/core/report';
import { buildIntervention, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { showShell } from '../../testing/show-shell.js';

const { LABEL, added } = vi.hoisted(() => {
  const LABEL = 'Weather of the day';
  /** The kind's module with one field more. */
  const added = async (load: () => Promise<object>, name: string): Promise<object> => {
    const module = (await load()) as Readonly<Record<string, { readonly entries: object }>>;
    const v = await import('valibot');
    const { field } = await import('../../../../core/src/record/field.js');
    const { Line } = await import('../../../../core/src/shared/primitives.js');
    const weather = v.optional(field(Line, { label: LABEL }));
    return { ...module, [name]: v.strictObject({ ...module[name]?.entries, weather } as never) };
  };
  return { LABEL, added };
});

vi.mock('../../../../core/src/record/advice.js', (load) => added(load, 'Advice'));
vi.mock('../../../../core/src/record/intervention.js', (load) => added(load, 'Intervention'));

beforeAll(
  () =>
    Promise.all([
      import('../intake/advice/advice-view.js'),
      import('../contact/intervention/intervention-view.js'),
      import('../subject/subject-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const types = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const presses = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('where a correction changes the record', async () => {
  const { services, app } = await showShell({ start: { name: 'advice' } });
  app.router.go({ name: 'advice', writing: true });
  await screen.findByRole('heading', { level: 1, name: 'Log advice' });
  fireEvent.change(screen.getByLabelText(/Topic/), { target: { value: 'law' } });
  types(/What was asked/, 'We worry about a pupil in Year 9.');
  types(/Advice given/, 'Send an enquiry without a name.');
  types(new RegExp(LABEL), 'Rain');
  presses('Save the advice');
  await screen.findByText('The advice was logged');
  const [advice] = await services.store.query('advice');
  expect(advice?.value).toMatchObject({ weather: 'Rain' });
  await screen.findByText('Rain');
  screen.getByText(LABEL);

  app.router.go({ name: 'advice', advice: advice?.id as never, writing: true });
  await screen.findByDisplayValue('Rain');
  types(new RegExp(LABEL), 'Snow');
  presses('Save the advice');
  await waitFor(async () =>
    expect((await services.store.query('advice'))[0]?.value).toMatchObject({ weather: 'Snow' }),
  );
});

it('where a correction is a record of its own, which keeps what it does not change', async () => {
  const { services, app } = await showShell();
  const ada = buildSubject({ name: 'Ada Vael' });
  await services.store.commit({ changes: [newRecord('subject', ada)], reason: 'case-work' });
  app.router.go({ name: 'intervention', subject: ada.id });
  await screen.findByRole('heading', { name: 'Log an intervention with Ada Vael' });
  fireEvent.change(screen.getByLabelText('Kind of intervention'), {
    target: { value: 'home-visit' },
  });
  types('Contact time in minutes', '45');
  types(new RegExp(LABEL), 'Rain');
  for (const label of ['In person', 'Engaged']) fireEvent.click(screen.getByLabelText(label));
  presses('Log for Ada Vael');
  await screen.findByText('The contact with Ada Vael was logged');
  const [first] = await services.store.query('intervention');
  expect(first?.value).toMatchObject({ weather: 'Rain' });

  app.router.go({ name: 'intervention', subject: ada.id, corrects: first?.id as never });
  await screen.findByDisplayValue('45');
  types('Contact time in minutes', '30');
  presses('Save the correction for Ada Vael');
  await screen.findByText('The contact with Ada Vael was corrected');
  const held = await services.store.query('intervention');
  const correction = held.find(({ value }) => value.corrects === first?.id);
  expect(correction?.value).toMatchObject({ weather: 'Rain', minutes: 30 });
});

const REPORT = `---
id: weather-report
title: Weather report
marking: OFFICIAL-SENSITIVE
needs: [subject]
may: [interventions]
---

# Weather report

::table{of=interventions columns="heldOn weather" empty="None."}
`;

it('where a report is given out', async () => {
  const { services } = await showShell();
  const ada = buildSubject({ name: 'Ada Vael' });
  const contact = { ...buildIntervention({ subjectId: ada.id }), weather: 'Rain' };
  await services.store.commit({
    changes: [newRecord('subject', ada), newRecord('intervention', contact)],
    reason: 'case-work',
  });
  const records = await Promise.all([
    services.store.query('subject'),
    services.store.query('intervention'),
  ]);
  const officer = { name: 'DC Rowan Thackeray', force: '43' };
  const file = caseFile(records.flat(), ada.id, { officer, preparedOn: services.today() });
  if (!file.ok) throw new Error('No case file');
  expect(file.value.interventions).toMatchObject([{ weather: 'Rain' }]);
  const template = loadTemplate({ id: 'weather-report', markdown: REPORT });
  const { markdown } = renderTemplate(template, file.value, {
    lists: services.lists,
    audience: 'force-system',
  });
  expect(markdown).toContain(`| Date of contact | ${LABEL} |`);
  expect(markdown).toContain('| 24 November 2026 | Rain |');
});
