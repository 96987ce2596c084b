// @vitest-environment happy-dom
/** A page that is read while another is reviewed or saved, and a save that is undone: no draft is lost. */
import type { Draft } from '@cyber-prevent/core';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { unfinishedDrafts } from '../../../app/unfinished-draft.js';
import { draftOf } from '../../../testing/draft-under-test.js';
import { opened, saved, twin } from '../../../testing/seen-under-test.js';

afterEach(cleanup);

describe('another page than that of the open draft', () => {
  const other = (): Draft => {
    const read = draftOf(...twin('Rowan Elm', '3 May 2012'));
    return {
      ...read,
      origins: read.origins.map((each) => ({ ...each, url: 'https://b.example.org/' })),
    };
  };

  it.each([
    ['Start a new draft with this page', 'Rowan Elm'],
    ['Continue with the open draft', 'Ada Vael'],
  ])('keeps both, whichever is continued with: %s', async (button, shown) => {
    const { presses, services } = await opened();
    await screen.findByText('Save as referral', { selector: 'button' });
    await waitFor(() => expect(services.work.held('draft')).toBeTruthy());
    presses(other())();
    fireEvent.click(await screen.findByRole('button', { name: button }));
    await waitFor(() => expect(screen.queryByText('Another page was read')).toBeNull());
    expect(await screen.findByText(shown, { selector: '.cp-draft-row__value' })).toBeTruthy();
    await waitFor(async () => {
      const drafts = await unfinishedDrafts(services.work, (key) => key === 'draft');
      expect(drafts.map(({ name }) => name).toSorted()).toEqual(['Ada Vael', 'Rowan Elm']);
    });
  });
});

describe('a page that nobody has answered for', () => {
  it('is found under Unfinished where the screen is left', async () => {
    const { app, services, presses } = await opened();
    await screen.findByText('Save as referral', { selector: 'button' });
    await waitFor(() => expect(services.work.held('draft')).toBeTruthy());
    const read = draftOf(...twin('Rowan Elm', '3 May 2012'));
    const origins = read.origins.map((each) => ({ ...each, url: 'https://b.example.org/' }));
    presses({ ...read, origins })();
    await screen.findByText('Another page was read');
    app.router.go({ name: 'settings' });
    await waitFor(async () => {
      const drafts = await unfinishedDrafts(services.work, (key) => key === 'draft');
      expect(drafts.map(({ name }) => name).toSorted()).toEqual(['Ada Vael', 'Rowan Elm']);
    });
  });
});

describe('a page that is still being read when the screen is left', () => {
  it('is there when the officer comes back', async () => {
    const { app, services, presses, saves } = await opened();
    await saves();
    await saved();
    const goOn = presses(draftOf(...twin('Rowan Elm', '3 May 2012')));
    app.router.go({ name: 'safeguarding' });
    await screen.findByRole('heading', { name: 'Safeguarding concern' });
    goOn();
    await waitFor(() => expect(services.work.held('draft')).toBeTruthy());
    app.router.go({ name: 'review' });
    expect(await screen.findByText('Rowan Elm', { selector: '.cp-draft-row__value' })).toBeTruthy();
  });

  it('leaves alone the draft of another page that is open by then, and is found under Unfinished', async () => {
    const { app, services, presses } = await opened();
    await screen.findByText('Save as referral', { selector: 'button' });
    await waitFor(() => expect(services.work.held('draft')).toBeTruthy());
    const before = services.work.held('draft');
    const read = draftOf(...twin('Rowan Elm', '3 May 2012'));
    const origins = read.origins.map((each) => ({ ...each, url: 'https://b.example.org/' }));
    const goOn = presses({ ...read, origins });
    app.router.go({ name: 'safeguarding' });
    await screen.findByRole('heading', { name: 'Safeguarding concern' });
    goOn();
    await waitFor(async () =>
      expect(
        (await unfinishedDrafts(services.work, (key) => key === 'draft')).map(({ name }) => name),
      ).toContain('Rowan Elm'),
    );
    expect(services.work.held('draft')).toEqual(before);
  });
});

it('takes a save back once, however often that is pressed', async () => {
  const { store, saves } = await opened();
  await saves();
  await saved();
  const { commit } = store;
  let count = 0;
  store.commit = async (...asked) => {
    count += 1;
    return commit.apply(store, asked);
  };
  const undo = screen.getByRole('button', { name: 'Undo this save' });
  fireEvent.click(undo);
  fireEvent.click(undo);
  await screen.findByText('The save was undone');
  expect(count).toBe(1);
});

it('says nothing over a save that was taken back before the draft was gone', async () => {
  const { services, saves } = await opened();
  const { discard } = services.work;
  let goOn: (() => void) | undefined;
  services.work.discard = async (key) => {
    if (key === 'draft')
      await new Promise<void>((go) => {
        goOn = go;
      });
    return discard(key);
  };
  await saves();
  fireEvent.click(await screen.findByRole('button', { name: 'Undo this save' }));
  await screen.findByText('The save was undone');
  await waitFor(() => expect(goOn).toBeDefined());
  goOn?.();
  await new Promise((go) => setTimeout(go, 20));
  expect(screen.getByText('The save was undone')).toBeTruthy();
  expect(screen.queryByText(/^Saved as a referral/)).toBeNull();
});

it('stays where it cannot be discarded, and says why', async () => {
  const { services } = await opened();
  await screen.findByText('Save as referral', { selector: 'button' });
  await waitFor(() => expect(services.work.held('draft')).toBeTruthy());
  services.work.failWith('The keeper did not answer.');
  fireEvent.click(await screen.findByRole('button', { name: 'Discard this draft' }));
  await screen.findByRole('heading', { name: 'Discard this draft? Ada Vael' });
  fireEvent.click(screen.getByRole('button', { name: 'Discard this draft' }));
  await screen.findByText('There is a problem');
  expect(screen.getByText('Ada Vael', { selector: '.cp-draft-row__value' })).toBeTruthy();
});
