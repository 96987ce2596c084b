// @vitest-environment happy-dom
/**
 * The form of a telling in two windows; refused before it is right; and undone after its answer was lost. The child's
 * record has one note of it, or none.
 */
import { buildId, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MemoryServices } from '../../testing/memory-services.js';
import { showShell } from '../../testing/show-shell.js';
import {
  ADA,
  keyOf,
  loseAnswer,
  OTHER_WORDS,
  opened,
  press,
  pressAndHear,
  RECORDED,
  retype,
  saveButton,
  takeUp,
  tellings,
  typeInto,
  versions,
  WORDS,
} from '../../testing/telling-under-test.js';

/** Nobody's business here: kept last, so that all that was asked before is kept or refused. */
const BRAM = buildSubject({ id: buildId(), name: 'Bram Tolliver' });

beforeAll(() => import('./act-view.js'), 60_000);
afterEach(cleanup);

/** A second window on the same vault, and the part of the document that is its. */
async function secondWindow(services: MemoryServices) {
  const before = new Set(document.body.children);
  const { app } = await showShell({ services });
  const mine = [...document.body.children].find((part) => !before.has(part));
  if (!(mine instanceof HTMLElement)) throw new Error('No second window');
  await takeUp(app, ADA.id, mine);
  await within(mine).findByDisplayValue(WORDS);
  return mine;
}

describe('two windows with the same form', () => {
  it('make one note when one saves and the other presses', async () => {
    const { services } = await opened();
    const [first] = document.body.children;
    if (!(first instanceof HTMLElement)) throw new Error('No first window');
    const second = await secondWindow(services);
    press(first);
    await within(first).findByText(RECORDED);
    const kept = await versions(services);
    press(second);
    await within(second).findByRole('button', { name: 'Clear what is entered here' });
    press(second);
    await services.store.commit({ changes: [newRecord('subject', BRAM)], reason: 'case-work' });
    expect((await versions(services)).filter((one) => !one.startsWith(BRAM.id))).toEqual(kept);
    expect(await tellings(services)).toHaveLength(1);
  });

  it('make one note when the answer of one was lost and the other presses', async () => {
    const { services } = await opened();
    const [first] = document.body.children;
    if (!(first instanceof HTMLElement)) throw new Error('No first window');
    const second = await secondWindow(services);
    services.saves.endNext('before-it-answers');
    press(first);
    await within(first).findByRole('alert', { name: 'There is a problem' });
    const kept = await versions(services);
    await pressAndHear(second);
    expect(await versions(services)).toEqual(kept);
  });

  it('lose no words of the window that did not save, and save them only as a new draft', async () => {
    const { services } = await opened();
    const [first] = document.body.children;
    if (!(first instanceof HTMLElement)) throw new Error('No first window');
    const second = await secondWindow(services);
    retype(WORDS, OTHER_WORDS, second);
    press(first);
    await waitFor(async () => expect(await tellings(services)).toHaveLength(1));
    const kept = await versions(services);
    await within(second).findByRole('button', { name: 'Keep what is entered here as a new draft' });
    expect(within(second).queryByDisplayValue(OTHER_WORDS)).not.toBeNull();
    press(second);
    press(second);
    expect(await versions(services)).toEqual(kept);
    fireEvent.click(
      within(second).getByRole('button', { name: 'Keep what is entered here as a new draft' }),
    );
    await waitFor(() => expect(saveButton(second)).not.toBeNull());
    expect(await versions(services)).toEqual(kept);
    expect(within(second).queryByDisplayValue(OTHER_WORDS)).not.toBeNull();
  });
});

describe('a refused save', () => {
  it('keeps nothing, and the right one that follows is kept once with its own words', async () => {
    const { services } = await opened();
    const before = await versions(services);
    const box = retype(WORDS, '');
    press();
    await screen.findByRole('alert', { name: 'There is a problem' });
    expect(await versions(services)).toEqual(before);
    typeInto(box, OTHER_WORDS);
    press();
    await screen.findByText(RECORDED);
    expect((await tellings(services)).map(({ value }) => value.what)).toEqual([OTHER_WORDS]);
  });

  it('followed by a right one whose answer is lost is still one note', async () => {
    const { services } = await opened();
    const box = retype(WORDS, '');
    press();
    await screen.findByRole('alert', { name: 'There is a problem' });
    typeInto(box, WORDS);
    services.saves.endNext('before-it-answers');
    press();
    await waitFor(async () => expect(await tellings(services)).toHaveLength(1));
    await waitFor(() => expect(saveButton()?.getAttribute('aria-busy')).not.toBe('true'));
    press();
    await screen.findByText(RECORDED);
    expect(await tellings(services)).toHaveLength(1);
  });
});

describe('an undo after a lost answer', () => {
  it('takes the whole save back and leaves nothing of it to be made again', async () => {
    const { services } = await opened();
    const before = await versions(services);
    await loseAnswer(services);
    press();
    await screen.findByText(RECORDED);
    fireEvent.click(await screen.findByRole('button', { name: /Undo this save/ }));
    await waitFor(async () => expect(await versions(services)).toEqual(before));
    expect(await services.work.load(keyOf(ADA.id))).toBeUndefined();
  });

  it('is made once though its own answer is lost and it is pressed twice', async () => {
    const { services } = await opened();
    const before = await versions(services);
    await loseAnswer(services);
    press();
    await screen.findByText(RECORDED);
    const [note] = await tellings(services);
    if (!note) throw new Error('No note');
    services.saves.endNext('before-it-answers');
    fireEvent.click(await screen.findByRole('button', { name: /Undo this save/ }));
    await waitFor(async () => expect(await versions(services)).toEqual(before));
    const again = screen.queryByRole('button', { name: /Undo this save/ });
    if (again) fireEvent.click(again);
    await services.store.commit({ changes: [newRecord('subject', BRAM)], reason: 'case-work' });
    expect((await versions(services)).filter((one) => !one.startsWith(BRAM.id))).toEqual(before);
    expect(await services.store.history(note.id)).toHaveLength(2);
  });
});
