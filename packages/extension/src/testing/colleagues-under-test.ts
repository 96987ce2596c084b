/** A store with one person, and what the tests of requests between colleagues press and type. */
import { createMemoryStore, type RecordId, type RecordStore } from '@cyber-prevent/core';
import { buildSubject, newRecord, testHost } from '@cyber-prevent/core/testing';
import { fireEvent, screen } from '@testing-library/preact';
import { TEST_OFFICER } from './memory-services.js';
import { memorySigner } from './memory-signer.js';
import { showShell } from './show-shell.js';

export const COLLEAGUE = '0c000000-0000-4000-8000-000000000001' as RecordId;

export const presses = async (name: string) =>
  fireEvent.click(await screen.findByRole('button', { name }));

export const types = (label: RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

/** A store whose clock advances: time orders the correction and the disclosure. */
export async function held(as: (store: RecordStore) => RecordStore = (store) => store) {
  const signer = await memorySigner(TEST_OFFICER.id);
  const store = as(await createMemoryStore({ host: testHost(), signer }));
  const shown = await showShell({ store });
  const subject = buildSubject({ name: 'Petra Lindqvist' });
  await store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  return { ...shown, store, subject };
}
