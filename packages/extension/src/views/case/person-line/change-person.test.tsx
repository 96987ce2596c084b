// @vitest-environment happy-dom
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';
import { canChange } from './change-person.js';

const LOADS = { timeout: 20_000 };
beforeAll(
  () =>
    Promise.all([
      import('./person-frame.js'),
      import('../../contact/quick-log/quick-log-view.js'),
      import('../../subject/subject-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const ADA = buildSubject({ name: 'Ada Vael' });
const IVO = buildSubject({ name: 'Ivo Quill' });

async function quickLogOfAda() {
  const shown = await showShell({ start: { name: 'today' } });
  await shown.services.store.commit({
    changes: [newRecord('subject', ADA), newRecord('subject', IVO)],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'quick-log', subject: ADA.id });
  await screen.findByRole('button', { name: 'Change person' }, LOADS);
  await screen.findByLabelText('Contact time in minutes');
  return shown;
}
const minutes = () => screen.getByLabelText('Contact time in minutes') as HTMLInputElement;

it('moves the form to the other person, and leaves what was typed with the first', async () => {
  const { app, services } = await quickLogOfAda();
  fireEvent.input(minutes(), { target: { value: '45' } });
  fireEvent.click(screen.getByRole('button', { name: 'Change person' }));
  fireEvent.click(screen.getByRole('button', { name: 'Change to this person' }));
  await screen.findByText('Select who this is about');
  const choice = await screen.findByLabelText('Who is this about?');
  await waitFor(() => expect(choice.textContent).toContain('Ivo Quill'));
  expect(choice.textContent).not.toContain('Ada Vael');
  fireEvent.change(choice, { target: { value: IVO.id } });
  fireEvent.click(screen.getByRole('button', { name: 'Change to Ivo Quill' }));
  await waitFor(() => expect(app.router.route.value).toMatchObject({ subject: IVO.id }));
  await waitFor(() => expect(minutes().value).toBe(''));
  const kept = await services.work.load(`quick-log/${ADA.id}`);
  expect(kept?.value).toMatchObject({ minutes: 45 });
  expect(await services.work.load(`quick-log/${IVO.id}`)).toBeUndefined();
});

it('offers everybody of the same name first, however many others there are', async () => {
  const namesake = buildSubject({ name: 'ADA  Vael', bornOn: '2011-01-07' });
  const others = Array.from({ length: 30 }, (_, nth) => buildSubject({ name: `Aaron Elm ${nth}` }));
  const { services } = await quickLogOfAda();
  await services.store.commit({
    changes: [namesake, ...others].map((each) => newRecord('subject', each)),
    reason: 'case-work',
  });
  fireEvent.click(screen.getByRole('button', { name: 'Change person' }));
  const choice = await screen.findByLabelText<HTMLSelectElement>('Who is this about?');
  await waitFor(() => expect(choice.textContent).toContain('ADA  Vael'));
  const values = [...choice.options].map(({ value }) => value).filter((value) => value !== '');
  expect(values[0]).toBe(namesake.id);
  expect(values).not.toContain(ADA.id);
});

it('is offered where something new is made, and not for a change of a record', () => {
  const record = buildSubject().id;
  const subject = ADA.id;
  expect(canChange({ name: 'intervention', subject })).toBe(true);
  expect(canChange({ name: 'act', act: 'note-online-name', subject })).toBe(true);
  expect(canChange({ name: 'act', act: 'note-online-name', subject, record })).toBe(false);
  expect(canChange({ name: 'intervention', subject, corrects: record })).toBe(false);
  expect(canChange({ name: 'intervention' })).toBe(false);
  expect(canChange({ name: 'subject', subject })).toBe(false);
});

it('ends a quick log on the record of its person, never over the page that was open before', async () => {
  const { app, services } = await quickLogOfAda();
  // The form was opened from somebody else’s page.
  app.router.go({ name: 'subject', subject: IVO.id });
  await screen.findByRole('heading', { level: 1, name: /Ivo Quill/ }, LOADS);
  app.router.go({ name: 'quick-log' });
  const box = await screen.findByRole('textbox', { name: 'Who was it with?' });
  fireEvent.input(box, { target: { value: 'ada' } });
  fireEvent.click(await screen.findByRole('button', { name: /^Ada Vael/ }));
  const save = await screen.findByRole('button', { name: 'Log for Ada Vael' });
  for (const [label, value] of [
    ['Kind of intervention', 'home-visit'],
    ['How', 'telephone'],
    ['Outcome', 'engaged'],
  ] as const)
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  fireEvent.input(minutes(), { target: { value: '20' } });
  fireEvent.click(save);
  await screen.findByRole('alert', { name: 'Success' });
  expect(app.router.route.value).toMatchObject({ name: 'subject', subject: ADA.id });
  expect(screen.getByRole('alert', { name: 'Success' }).textContent).toContain('Ada Vael');
  expect(await services.store.query('intervention', { subjectId: ADA.id })).toHaveLength(1);
  app.router.go({ name: 'subject', subject: IVO.id });
  await screen.findByRole('heading', { level: 1, name: /Ivo Quill/ }, LOADS);
  expect(screen.queryByRole('alert', { name: 'Success' })).toBeNull();
});

it('shows a message about one person on no page of another', async () => {
  const { app } = await quickLogOfAda();
  app.session.say({ heading: 'Saved for Ada', about: [ADA.id] });
  await screen.findByText('Saved for Ada');
  app.session.say({ heading: 'Saved for Ivo', about: [IVO.id] });
  await waitFor(() => expect(screen.queryByText('Saved for Ada')).toBeNull());
  expect(screen.queryByText('Saved for Ivo')).toBeNull();
});
