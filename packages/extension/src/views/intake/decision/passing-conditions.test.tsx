// @vitest-environment happy-dom
/** Somebody is passed on with the conditions of what is known of them, or the form says what stops it. */
import {
  buildId,
  buildIdentification,
  buildRecord,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./decide-view.js'), 60_000);
afterEach(cleanup);

async function passingOn(permits: boolean) {
  const { services, app } = await showShell({ start: { name: 'today' } });
  const capture = buildSourceCapture({
    handling: {
      handlingCode: 'C',
      handlingAction: 'A1',
      handlingSanitisation: 'S1',
      handlingInstructions: 'Ask the originator first',
    },
  } as never);
  const subject = buildSubject({ name: 'Wren Vael', aliases: ['Grebe'] } as never);
  const found = buildIdentification({ subjectId: subject.id, identifiedOn: '2026-11-20' });
  const permission = buildRecord('sharingPermission', {
    subjectId: subject.id,
    origins: [capture.id],
    wayOut: 'partner',
    permittedOn: '2026-11-20',
    until: undefined,
    id: buildId(),
  } as never);
  await services.store.commit({
    changes: [
      newRecord('sourceCapture', capture),
      {
        ...newRecord('subject', subject),
        sources: { 'aliases[0]': [buildSource({ capture: capture.id })] },
      },
      newRecord('identification', found),
      ...(permits ? [newRecord('sharingPermission', permission)] : []),
    ],
    reason: 'identification',
  });
  app.router.go({ name: 'decide', on: 'identification', record: found.id });
  await screen.findByRole('group', { name: 'Decision' });
  fireEvent.click(screen.getByLabelText('Pass on'));
  await screen.findByText(/^Nothing is destroyed until you enter who acknowledged/);
  const enters = (label: RegExp | string, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
  enters(/^Reason/, 'They live elsewhere.');
  enters('Passed on to', 'Eastshire Police');
  fireEvent.change(await screen.findByLabelText('Legal gateway'), {
    target: { value: 'part3-task' },
  });
  return {
    services,
    capture,
    passes: () => fireEvent.click(screen.getByText('Pass Wren Vael on')),
  };
}

it('stops without a permission, and says what to do before anything is pressed', async () => {
  const { services, passes } = await passingOn(false);
  await screen.findByText(/Ask the originator, and record the permission first/);
  passes();
  await screen.findByRole('button', {
    name: /Ask the originator, and record the permission first/,
  });
  expect(await services.store.query('decision')).toEqual([]);
});

it('goes through with a permission, and shows the conditions to say with it', async () => {
  const { services, capture, passes } = await passingOn(true);
  await screen.findByText(/^Some of what is on record about them was given on conditions/);
  await screen.findByText('The conditions are: handling C A1 S1: Ask the originator first');
  passes();
  await screen.findByText(/^What is held is still here/);
  expect(await services.store.query('decision')).toHaveLength(1);
  const given = (await services.store.audit()).filter(({ action }) => action === 'disclosure');
  expect(given).toMatchObject([{ handling: { shown: [capture.id] } }]);
});
