// @vitest-environment happy-dom
/**
 * The form of a telling, pressed in every odd way between a save that was kept and the answer that said so. Whatever
 * the officer does, the child's record has one note of it.
 */
import { addDays, type Instant, type PlainDate } from '@cyber-prevent/core';
import { buildId, buildSubject } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MemoryServices } from '../../testing/memory-services.js';
import { showShell } from '../../testing/show-shell.js';
import {
  ACT,
  ADA,
  keepDraft,
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
  type,
  typeInto,
  versions,
  WORDS,
} from '../../testing/telling-under-test.js';

/** Another child of the same name. */
const NAMESAKE = buildSubject({ id: buildId(), name: 'Ada Vael' });

beforeAll(() => import('./act-view.js'), 60_000);
afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
});

function setClock(services: MemoryServices, today: PlainDate, time: string): void {
  vi.spyOn(services.host.clock, 'today').mockReturnValue(today);
  vi.spyOn(services.host.clock, 'now').mockReturnValue(`${today}T${time}.000Z` as Instant);
}

describe('a note whose save was kept and whose answer was lost is on the record once', () => {
  it('when white space was added behind the words before the second press', async () => {
    const { services } = await opened(NAMESAKE);
    const kept = await loseAnswer(services);
    retype(WORDS, `${WORDS}  \n`);
    await pressAndHear();
    expect(await versions(services)).toEqual(kept);
  });

  it('when white space was added inside the words before the second press', async () => {
    const { services } = await opened(NAMESAKE);
    const kept = await loseAnswer(services);
    retype(WORDS, WORDS.replace('visit of', 'visit  of'));
    await pressAndHear();
    expect(await versions(services)).toEqual(kept);
  });

  it('when it is pressed again after midnight', async () => {
    const { services } = await opened(NAMESAKE);
    const kept = await loseAnswer(services);
    setClock(services, addDays(services.host.clock.today(), 1), '00:05:00');
    press();
    await screen.findByText(RECORDED);
    expect(await versions(services)).toEqual(kept);
  });

  it('when the page is loaded again after midnight and it is pressed there', async () => {
    const { services } = await opened(NAMESAKE);
    const kept = await loseAnswer(services);
    cleanup();
    setClock(services, addDays(services.host.clock.today(), 1), '00:05:00');
    const { app } = await showShell({ services });
    await takeUp(app, ADA.id);
    await pressAndHear();
    expect(await versions(services)).toEqual(kept);
  });

  it.each([1, 400])(
    'when the clock was set back by %i days before the second press',
    async (days) => {
      const { services } = await opened(NAMESAKE);
      const kept = await loseAnswer(services);
      setClock(services, addDays(services.host.clock.today(), -days), '09:00:00');
      press();
      await screen.findByText(RECORDED);
      expect(await versions(services)).toEqual(kept);
    },
  );

  it('when the answer is lost a second time', async () => {
    const { services } = await opened(NAMESAKE);
    const kept = await loseAnswer(services);
    services.saves.endNext('before-it-answers');
    press();
    await waitFor(() => expect(saveButton()?.getAttribute('aria-busy')).not.toBe('true'));
    press();
    await screen.findByText(RECORDED);
    expect(await versions(services)).toEqual(kept);
  });

  it('when the answer is lost, the page is loaded again, and the answer is lost there as well', async () => {
    const { services } = await opened(NAMESAKE);
    const kept = await loseAnswer(services);
    cleanup();
    const second = await showShell({ services });
    await takeUp(second.app, ADA.id);
    services.saves.endNext('before-it-answers');
    await pressAndHear();
    if (!screen.queryByText(RECORDED)) press();
    await screen.findByText(RECORDED);
    expect(await versions(services)).toEqual(kept);
  });

  it('when the form was edited and edited back before the second press', async () => {
    const { services } = await opened(NAMESAKE);
    const kept = await loseAnswer(services);
    retype(WORDS, OTHER_WORDS);
    retype(OTHER_WORDS, WORDS);
    press();
    await screen.findByText(RECORDED);
    expect(await versions(services)).toEqual(kept);
  });

  it('when the form was edited, pressed, edited back and pressed', async () => {
    const { services } = await opened(NAMESAKE);
    const kept = await loseAnswer(services);
    const box = retype(WORDS, OTHER_WORDS);
    press();
    await screen.findAllByText(/This was saved on/);
    expect(await versions(services)).toEqual(kept);
    typeInto(box, WORDS);
    press();
    await screen.findByText(RECORDED);
    expect(await versions(services)).toEqual(kept);
  });

  it('when a refused press with an empty field came between the two', async () => {
    const { services } = await opened(NAMESAKE);
    const kept = await loseAnswer(services);
    const box = retype(WORDS, '');
    await pressAndHear();
    expect(await versions(services)).toEqual(kept);
    typeInto(box, WORDS);
    press();
    await screen.findByText(RECORDED);
    expect(await versions(services)).toEqual(kept);
  });

  it('when the vault was locked and unlocked before the second press', async () => {
    const { services, app } = await opened(NAMESAKE);
    const kept = await loseAnswer(services);
    const [lock] = screen.getAllByRole('button', { name: /^Lock\b/ });
    if (!lock) throw new Error('Nothing locks');
    fireEvent.click(lock);
    type(await screen.findByLabelText(/^Passphrase/), 'four quiet otters juggle');
    fireEvent.click(screen.getByRole('button', { name: /^Unlock/ }));
    await waitFor(() => expect(screen.queryByLabelText(/^Passphrase/)).toBeNull());
    app.router.go({ name: 'act', act: ACT, subject: ADA.id } as const);
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Continue' }) ?? saveButton()).not.toBeNull(),
    );
    const goOn = screen.queryByRole('button', { name: 'Continue' });
    if (goOn) fireEvent.click(goOn);
    await screen.findByDisplayValue(WORDS);
    press();
    await screen.findByText(RECORDED);
    expect(await versions(services)).toEqual(kept);
  });
});

it('keeps other words on screen when it says that the earlier save was kept', async () => {
  const { services } = await opened(NAMESAKE);
  const kept = await loseAnswer(services);
  retype(WORDS, OTHER_WORDS);
  await pressAndHear();
  expect(screen.queryByDisplayValue(OTHER_WORDS)).not.toBeNull();
  press();
  press();
  expect(await versions(services)).toEqual(kept);
  expect((await tellings(services)).map(({ value }) => value.what)).toEqual([WORDS]);
});

it('keeps one note each for two people of the same name, though the answer for the first was lost', async () => {
  const { services, app } = await opened(NAMESAKE);
  await keepDraft(services, NAMESAKE.id, OTHER_WORDS);
  await loseAnswer(services);
  await takeUp(app, NAMESAKE.id);
  await screen.findByDisplayValue(OTHER_WORDS);
  press();
  await screen.findByText(RECORDED);
  await takeUp(app, ADA.id);
  await screen.findByDisplayValue(WORDS);
  await pressAndHear();
  const held = (await tellings(services)).map(({ value }) => `${value.subjectId} ${value.what}`);
  expect(held.toSorted()).toEqual(
    [`${ADA.id} ${WORDS}`, `${NAMESAKE.id} ${OTHER_WORDS}`].toSorted(),
  );
});

it('keeps one note each for two people of the same name who were told the same', async () => {
  const { services, app } = await opened(NAMESAKE);
  await keepDraft(services, NAMESAKE.id, WORDS);
  await loseAnswer(services);
  await takeUp(app, NAMESAKE.id);
  await screen.findByDisplayValue(WORDS);
  press();
  await screen.findByText(RECORDED);
  const about = (await tellings(services)).map(({ value }) => value.subjectId);
  expect(about.toSorted()).toEqual([ADA.id, NAMESAKE.id].toSorted());
});
