// @vitest-environment happy-dom
/** The question whose page was read comes again until it is answered, and no page is lost or mixed meanwhile. */
import type { Draft } from '@cyber-prevent/core';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { formKey, isAside } from '../../../../app/work-keys.js';
import { draftOf } from '../../../../testing/draft-under-test.js';
import { type MemoryServices, OPEN } from '../../../../testing/memory-services.js';
import { showShell } from '../../../../testing/show-shell.js';
import { textCapture } from '../../../../testing/text-capture.js';
import { waitingKey } from './waiting-key.js';

afterEach(cleanup);

const LOADS = { timeout: 20_000 };
const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }, LOADS));
async function pastes(name: string, from: string) {
  await press('Paste text');
  fireEvent.input(await screen.findByLabelText('Text'), {
    target: { value: `Full name: ${name}\nDate of birth: 5 May 2010` },
  });
  fireEvent.input(screen.getByLabelText('Where is it from?'), { target: { value: from } });
  await press('Read this text');
}
const question = () => screen.findByRole('heading', { name: 'Another page was read' }, LOADS);
const noQuestion = () =>
  waitFor(() => expect(screen.queryByText('Another page was read')).toBe(null), LOADS);
const isAbout = (name: string) => screen.findByText(new RegExp(`^New subject: ${name}`), {}, LOADS);

/** The name in every draft that is stored: in the open one first, then in those set aside. */
async function names({ work }: Pick<MemoryServices, 'work'>) {
  const nameIn = (key: string) =>
    (work.held(key) as Draft | null)?.rows.find(({ path }) => path === 'subject.name')?.value;
  const aside = (await work.keys()).filter((key) => isAside(key) && formKey(key) === 'draft');
  return { open: nameIn('draft'), aside: aside.map(nameIn).toSorted() };
}

async function asked(surface: 'panel' | 'workspace' = 'panel') {
  const shown = await showShell({ capture: textCapture(), surface, start: { name: 'review' } });
  await pastes('Cordelia Ashgrove', 'Email');
  await isAbout('Cordelia Ashgrove');
  await pastes('Tobias Wren', 'Second email');
  await question();
  await waitFor(
    async () =>
      expect(await names(shown.services)).toEqual({
        open: 'Cordelia Ashgrove',
        aside: ['Tobias Wren'],
      }),
    LOADS,
  );
  return shown;
}

describe.each(['panel', 'workspace'] as const)('in the %s, the question comes again', (surface) => {
  it('when the officer comes back from another screen', async () => {
    const { app } = await asked(surface);
    app.router.go({ name: 'today' });
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    app.router.go({ name: 'review' });
    await question();
    screen.getByText(/^The open draft is about Cordelia Ashgrove, .* about Tobias Wren/);
    expect(screen.queryByRole('button', { name: /^Save as referral/ })).toBe(null);
  });

  it('after a lock', async () => {
    const { services } = await asked(surface);
    await services.vault.lock();
    await noQuestion();
    services.setVault({ ...OPEN });
    await question();
  });

  it('after a reload', async () => {
    const { services } = await asked(surface);
    cleanup();
    await showShell({ services, surface, start: { name: 'review' } });
    await question();
    await press('Start a new draft with this page');
    await isAbout('Tobias Wren');
    await waitFor(
      async () =>
        expect(await names(services)).toEqual({
          open: 'Tobias Wren',
          aside: ['Cordelia Ashgrove'],
        }),
      LOADS,
    );
  });
});

it('comes again on Capture in the menu after text was entered from another screen', async () => {
  const { app, services } = await showShell({ capture: textCapture(), start: { name: 'review' } });
  await pastes('Cordelia Ashgrove', 'Email');
  await isAbout('Cordelia Ashgrove');
  await waitFor(async () => expect(await services.work.load('draft')).toBeTruthy(), LOADS);
  app.router.go({ name: 'today' });
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  app.router.go({ name: 'review', entering: 'paste' });
  fireEvent.input(await screen.findByLabelText('Text', {}, LOADS), {
    target: { value: 'Full name: Tobias Wren\nDate of birth: 2 September 2011' },
  });
  fireEvent.input(screen.getByLabelText('Where is it from?'), { target: { value: 'Letter' } });
  await press('Read this text');
  await question();
  app.router.go({ name: 'review' });
  await question();
  await screen.findByText(
    /^The open draft is about Cordelia Ashgrove, .* about Tobias Wren/,
    {},
    LOADS,
  );
  expect(screen.queryByRole('button', { name: /^Save as referral/ })).toBe(null);
});

it('is not asked again once the page is set aside, which is then under Unfinished', async () => {
  const { app, services } = await asked();
  await press('Continue with the open draft');
  await isAbout('Cordelia Ashgrove');
  app.router.go({ name: 'today' });
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  app.router.go({ name: 'review' });
  await isAbout('Cordelia Ashgrove');
  // A question would be asked by now: the stored work is read before the button of the save is shown.
  await screen.findByRole('button', { name: /^Save as referral/ }, LOADS);
  expect(screen.queryByText('Another page was read')).toBe(null);
  expect(await names(services)).toEqual({ open: 'Cordelia Ashgrove', aside: ['Tobias Wren'] });
});

it('comes back, with the reason, if the page cannot be set aside', async () => {
  const { services } = await asked();
  services.work.failDiscardsWith('The disk is full.');
  await press('Continue with the open draft');
  await screen.findByText(/The disk is full\./, {}, LOADS);
  await question();
  services.work.failDiscardsWith(undefined);
  await press('Continue with the open draft');
  await noQuestion();
  expect(await names(services)).toEqual({ open: 'Cordelia Ashgrove', aside: ['Tobias Wren'] });
});

it('asks about each of several pages, one after the other', async () => {
  const { services } = await asked();
  await pastes('Ines Marlow', 'Third email');
  await screen.findByText(/This page is about Ines Marlow/, {}, LOADS);
  await press('Continue with the open draft');
  await screen.findByText(/This page is about Tobias Wren/, {}, LOADS);
  await press('Start a new draft with this page');
  await isAbout('Tobias Wren');
  await noQuestion();
  await waitFor(
    async () =>
      expect(await names(services)).toEqual({
        open: 'Tobias Wren',
        aside: ['Cordelia Ashgrove', 'Ines Marlow'],
      }),
    LOADS,
  );
});

describe('in another window', () => {
  const OTHER = draftOf({ label: 'Full name', value: 'Tobias Wren', owner: ['Subject'] });
  async function reviews() {
    const shown = await showShell({
      capture: textCapture(),
      surface: 'panel',
      start: { name: 'review' },
    });
    await pastes('Cordelia Ashgrove', 'Email');
    await isAbout('Cordelia Ashgrove');
    await waitFor(async () => expect(await shown.services.work.load('draft')).toBeTruthy(), LOADS);
    return shown;
  }

  it('a page that was read is asked about here too, until it is answered there', async () => {
    const { services } = await reviews();
    services.work.fromElsewhere(waitingKey(OTHER), OTHER);
    await question();
    expect(screen.queryByRole('button', { name: /^Save as referral/ })).toBe(null);
    services.work.goneElsewhere(waitingKey(OTHER));
    await noQuestion();
    await isAbout('Cordelia Ashgrove');
  });

  it('a page that could not be stored stays asked about, whatever the other window does', async () => {
    const { services } = await reviews();
    services.work.failWith('The disk is full.');
    await pastes('Tobias Wren', 'Second email');
    await question();
    services.work.goneElsewhere(waitingKey(OTHER));
    await press('Continue with the open draft');
    await screen.findByText('The disk is full.', {}, LOADS);
    await question();
  });
});
