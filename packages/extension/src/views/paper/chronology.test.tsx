// @vitest-environment happy-dom
/** The chronology of a person as handed on: narrowed by the officer, without records that have their own channels. */
import {
  buildIntelligenceNote,
  buildIntervention,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../testing/show-shell.js';

beforeAll(() => Promise.all([import('./summary-view.js'), import('./prepare.js')]), 60_000);
afterEach(cleanup);

it('is shown before it leaves, is logged as a disclosure, and has no intelligence in it', async () => {
  const { services, app } = await showShell();
  const subject = buildSubject({ name: 'Petra Lindqvist' });
  const subjectId = subject.id;
  const contact = buildIntervention({ subjectId });
  const note = buildIntelligenceNote({ subjectId });
  await services.store.commit({
    changes: [
      newRecord('subject', subject),
      newRecord('intervention', contact),
      newRecord('intelligenceNote', note),
    ],
    reason: 'case-work',
  });
  app.router.go({ name: 'summary', subject: subjectId, chronology: {} });
  await screen.findByRole('heading', { level: 1, name: 'Chronology to hand on' });
  await screen.findByLabelText('Where is it going?');
  for (const [label, value] of [
    ['Where is it going?', 'supervisor'],
    ['Legal gateway', 'part3-task'],
  ] as const)
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  const paper = await screen.findByRole('region', { name: 'Preview' });
  expect(paper.textContent).toContain('Intervention');
  expect(paper.textContent).not.toMatch(/intelligence/i);
  expect(paper.textContent).toContain('More is on record than this document names.');
  expect(paper.textContent).not.toContain(note.text);
  const leftOut = screen.getByRole('region', { name: 'On record, and not in this document' });
  expect(leftOut.textContent).toContain('Intelligence note: 1');
  fireEvent.input(screen.getByLabelText('Who receives it?'), { target: { value: 'DI Penhallow' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save as HTML' }));
  await waitFor(() => expect(services.downloads).toHaveLength(1));
  expect(services.downloads[0]?.name).toBe(`chronology-2026-11-24-${subjectId.slice(0, 8)}.html`);
  expect((await services.store.audit()).at(-1)).toMatchObject({
    action: 'disclosure',
    records: [subjectId, contact.id],
  });
});

it('is refused for a school, rather than shown empty', async () => {
  const { services, app } = await showShell();
  const subject = buildSubject({ name: 'Petra Lindqvist' });
  const contact = buildIntervention({ subjectId: subject.id });
  await services.store.commit({
    changes: [newRecord('subject', subject), newRecord('intervention', contact)],
    reason: 'case-work',
  });
  app.router.go({ name: 'summary', subject: subject.id, chronology: {} });
  fireEvent.change(await screen.findByLabelText('Where is it going?'), {
    target: { value: 'school' },
  });
  await screen.findByText(/This document may not go to: School/);
  expect(screen.queryByRole('region', { name: 'Preview' })).toBeNull();
  expect(screen.queryByRole('button', { name: /^Save as|^Print/ })).toBeNull();
});
