// @vitest-environment happy-dom
import { buildAssessment, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./assessment-view.js'), 60_000);
afterEach(cleanup);

/** The form for a signed assessment of Petra. */
async function deciding() {
  const { services, app } = await showShell({ start: { name: 'assessments' } });
  const subject = buildSubject({ name: 'Petra Lindqvist' });
  const assessment = buildAssessment({
    subjectId: subject.id,
    signedAt: '2026-11-24T09:00:00.000Z',
  });
  await services.store.commit({
    changes: [newRecord('subject', subject), newRecord('assessment', assessment)],
    reason: 'case-work',
  });
  app.router.go({
    name: 'assessment',
    subject: subject.id,
    assessment: assessment.id,
    show: 'page',
  });
  await screen.findByRole('group', { name: /Will you give them the page/ });
  return {
    ground: screen.getByLabelText<HTMLSelectElement>(/Does anything have to be held back/),
    save: () => fireEvent.click(screen.getByRole('button', { name: 'Save the decision' })),
    tellings: async () => {
      const all = await services.store.query('telling');
      return all.map(({ value }) => value);
    },
  };
}

it('asks whether anything has to be held back with nothing chosen, and saves only an answer', async () => {
  const { ground, save, tellings } = await deciding();
  expect(ground.selectedOptions[0]?.textContent).toBe('Select one');
  fireEvent.click(screen.getByLabelText('Give it'));
  fireEvent.input(screen.getByLabelText(/^Reason for your decision/), {
    target: { value: 'She asked.' },
  });
  fireEvent.input(screen.getByLabelText(/^What you say to them/), {
    target: { value: 'We meet on Tuesday.' },
  });
  save();
  await screen.findByRole('button', { name: /Select whether anything has to be held back/ });
  expect(await tellings()).toEqual([]);
  fireEvent.change(ground, { target: { value: 'nothing' } });
  save();
  await screen.findByText(/It was decided on .* to give the page/);
  expect(await tellings()).toMatchObject([{ wasTold: 'told' }]);
  expect((await tellings())[0]).not.toHaveProperty('restriction');
});
