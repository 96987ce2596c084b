/** A form that is open, or kept as a draft, while another window puts its record on Ivo's. */
import type { Change, RecordId, RecordKind, StoredRecord } from '@cyber-prevent/core';
import { buildId, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, vi } from 'vitest';
import type { Route } from '../app/route.js';
import type { MemoryServices } from './memory-services.js';
import { showShell } from './show-shell.js';

export const LOADS = { timeout: 20_000 };
export const ADA = buildSubject({ id: buildId(), name: 'Ada Vael', bornOn: '2010-05-02' });
export const IVO = buildSubject({ id: buildId(), name: 'Ivo Quillfeather', bornOn: '2011-06-03' });
export const TYPED = 'Seen at the arcade on Tuesday.';

export const saveButton = () =>
  screen.queryByRole('main')?.querySelector<HTMLButtonElement>('form button[type="submit"]') ??
  null;

export async function opens(kind: RecordKind, record: { readonly id: RecordId }, route: Route) {
  const shown = await showShell({ start: { name: 'settings' } });
  const { store } = shown.services;
  const changes = [
    newRecord('subject', ADA),
    newRecord('subject', IVO),
    newRecord(kind, record as never),
  ];
  await store.commit({ changes, reason: 'case-work' });
  shown.app.router.go(route);
  await waitFor(() => expect(saveButton()).not.toBeNull(), LOADS);
  const now = async () => (await store.get(kind, record.id)) as StoredRecord;
  return { ...shown, store, now };
}

type Opened = Pick<Awaited<ReturnType<typeof opens>>, 'app'>;

/** Keeps what is typed as a draft, and leaves the form. */
export async function leaves({ app }: Opened): Promise<void> {
  await app.unfinished.flushAll();
  app.router.go({ name: 'settings' });
  await waitFor(() => expect(saveButton()).toBeNull());
}

/** Opens the form again with its draft. */
export async function comesBack({ app }: Opened, route: Route): Promise<void> {
  app.router.go(route);
  const [again] = await screen.findAllByRole('button', { name: 'Continue' }, LOADS);
  if (again) fireEvent.click(again);
  await screen.findByDisplayValue(TYPED, {}, LOADS);
}

/** As another window moves it. */
export async function moves(
  { store }: Pick<MemoryServices, 'store'>,
  { kind, id, heads }: StoredRecord,
) {
  const change = { kind, record: id, parents: heads, set: { subjectId: IVO.id } };
  await store.commit({ changes: [change as Change], reason: 'correction' });
}

export const problem = () => screen.queryByRole('alert', { name: 'There is a problem' });

/** Presses twice, each time until the store has refused the save and the form says why. */
export async function pressesTwice(
  { saves }: Pick<MemoryServices, 'saves'>,
  button: () => HTMLElement | null = saveButton,
): Promise<void> {
  const keeps = vi.spyOn(saves, 'keep');
  for (const _ of [1, 2]) {
    const pressed = await waitFor(() => {
      const there = button();
      if (!there) throw new Error('No button to press');
      return there;
    }, LOADS);
    const asked = keeps.mock.settledResults.length;
    fireEvent.click(pressed);
    await waitFor(() => {
      expect(keeps.mock.settledResults.slice(asked).map(({ type }) => type)).toEqual(['rejected']);
      expect(problem()).not.toBeNull();
    }, LOADS);
  }
}
