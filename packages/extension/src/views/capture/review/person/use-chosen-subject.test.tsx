// @vitest-environment happy-dom
import type { RecordId } from '@cyber-prevent/core';
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../../testing/show-shell.js';
import { type ChosenSubject, useChosenSubject } from './use-chosen-subject.js';

afterEach(cleanup);

/** Two subjects; the first is looked up only when the test says so. */
async function choosing() {
  let chosen: ChosenSubject | undefined;
  function Screen() {
    chosen = useChosenSubject();
    return (
      <p>
        {chosen.id} {chosen.record?.value.name ?? 'nobody'}
      </p>
    );
  }
  const { services } = await showShell({ views: { subjects: Screen } });
  const [slow, quick] = [buildSubject({ name: 'Ada Vael' }), buildSubject({ name: 'Ivo Vael' })];
  await services.store.commit({
    changes: [newRecord('subject', slow), newRecord('subject', quick)],
    reason: 'case-work',
  });
  const get = services.store.get.bind(services.store);
  let goOn: (() => void) | undefined;
  services.store.get = (async (...asked: Parameters<typeof get>) => {
    const found = await get(...asked);
    if (asked[1] === slow.id)
      await new Promise<void>((go) => {
        goOn = go;
      });
    return found;
  }) as typeof services.store.get;
  if (!chosen) throw new Error('The screen was not drawn');
  return {
    chosen,
    slow,
    quick,
    goOn: async () => {
      await waitFor(() => expect(goOn).toBeDefined());
      goOn?.();
    },
  };
}

it('is who was chosen from the moment of the choice, and a save waits until they are looked up', async () => {
  const { chosen, slow, goOn } = await choosing();
  chosen.choose(slow.id);
  expect(chosen.id).toBe(slow.id);
  const held = chosen.held();
  await goOn();
  expect((await held)?.value.name).toBe('Ada Vael');
  await screen.findByText(/Ada Vael/);
});

it('is who was chosen last, though somebody chosen before is looked up later', async () => {
  const { chosen, slow, quick, goOn } = await choosing();
  chosen.choose(slow.id);
  chosen.choose(quick.id);
  await screen.findByText(/Ivo Vael/);
  await goOn();
  expect((await chosen.held())?.id).toBe(quick.id);
  expect(screen.getByText(/Ivo Vael/)).toBeTruthy();
});

it('is nobody where they are not held any more', async () => {
  const { chosen } = await choosing();
  chosen.choose('5b1ec700-0000-4000-8000-00000000dead' as RecordId);
  expect(await chosen.held()).toBeUndefined();
});

it('keeps a note on whoever was chosen just before it is saved', async () => {
  const { services, app } = await showShell();
  const subject = buildSubject({ name: 'Ada Vael' });
  await services.store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  app.router.go({ name: 'note' });
  const choice = await screen.findByLabelText('Subject (optional)', { selector: 'select' });
  await screen.findByRole('option', { name: /^Ada Vael\. Born / });
  fireEvent.input(screen.getByLabelText('Intelligence'), { target: { value: 'Was seen there.' } });
  for (const label of ['Report', /^2 Untested/, /^B Known/, /^P Lawful/])
    fireEvent.click(screen.getByLabelText(label));
  const get = services.store.get.bind(services.store);
  const waiting: (() => void)[] = [];
  services.store.get = (async (...asked: Parameters<typeof get>) => {
    await new Promise<void>((go) => waiting.push(go));
    return get(...asked);
  }) as typeof services.store.get;
  fireEvent.change(choice, { target: { value: subject.id } });
  fireEvent.click(screen.getByRole('button', { name: 'Save the note' }));
  await waitFor(() => expect(waiting).not.toEqual([]));
  services.store.get = get as typeof services.store.get;
  for (const goOn of waiting) goOn();
  await screen.findByText('The intelligence note about Ada Vael was saved');
  const [note] = await services.store.query('intelligenceNote');
  expect(note?.value.subjectId).toBe(subject.id);
});
