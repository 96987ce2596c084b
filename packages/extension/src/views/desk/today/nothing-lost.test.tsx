// @vitest-environment happy-dom
/** Words that were typed and not saved: counted, dated, found again, and never on the record of somebody else. */
import type { RecordId } from '@cyber-prevent/core';
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../../app/route.js';
import { OPEN } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';
import { ACT_NAMES, actByName } from '../../subject/acts.js';

const LOADS = { timeout: 20_000 };
beforeAll(
  () =>
    Promise.all([
      import('../../contact/intervention/intervention-view.js'),
      import('../../intelligence/note-view.js'),
      import('../../subject/subject-view.js'),
      import('./today-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const ADA = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });
const IVO = buildSubject({ name: 'Ivo Quill', bornOn: '2011-06-03' });
const CONTACT = { name: 'intervention', subject: ADA.id } as const;

async function starts() {
  const shown = await showShell({ start: { name: 'settings' } });
  await shown.services.store.commit({
    changes: [newRecord('subject', ADA), newRecord('subject', IVO)],
    reason: 'case-work',
  });
  return shown;
}
type App = Awaited<ReturnType<typeof starts>>['app'];

const note = () => screen.findByLabelText<HTMLTextAreaElement>(/^What happened/, {}, LOADS);
const writes = async (value: string) => fireEvent.input(await note(), { target: { value } });
const presses = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }, LOADS));
async function leaves(app: App): Promise<void> {
  await app.unfinished.flushAll();
  app.router.go({ name: 'today' });
  await screen.findByRole('heading', { level: 1, name: /^Today/ });
}
async function rows(): Promise<readonly string[]> {
  const list = await screen.findByRole('list', { name: 'Unfinished work', hidden: true });
  return within(list)
    .getAllByRole('listitem', { hidden: true })
    .map(({ textContent }) => textContent ?? '');
}

describe('drafts of one form', () => {
  it('that were begun and set aside twice are three, and none is lost', async () => {
    const { app, services } = await starts();
    for (const words of ['The first', 'The second', 'The third']) {
      app.router.go(CONTACT);
      await screen.findByRole('heading', { name: 'Log an intervention with Ada Vael' }, LOADS);
      if (words !== 'The first') await presses('Start again');
      await waitFor(async () => expect((await note()).value).toBe(''));
      await writes(words);
      await leaves(app);
    }
    await screen.findByText('Unfinished (3)');
    expect(await rows()).toHaveLength(3);
    const kept = JSON.stringify((await services.work.keys()).map((key) => services.work.held(key)));
    for (const words of ['The first', 'The second', 'The third']) expect(kept).toContain(words);
  });

  it('are one less after one is saved, and the one that was set aside stays', async () => {
    const { app, services } = await starts();
    app.router.go(CONTACT);
    await writes('The first');
    await leaves(app);
    app.router.go(CONTACT);
    await presses('Start again');
    await waitFor(async () => expect((await note()).value).toBe(''));
    await writes('The second');
    fireEvent.change(screen.getByLabelText('Kind of intervention'), {
      target: { value: 'home-visit' },
    });
    for (const label of ['In person', 'Engaged']) fireEvent.click(screen.getByLabelText(label));
    fireEvent.input(screen.getByLabelText('Contact time in minutes'), { target: { value: '45' } });
    await presses('Log for Ada Vael');
    await screen.findByRole('alert', { name: 'Success' });
    await leaves(app);
    await screen.findByText('Unfinished (1)');
    const kept = (await services.work.keys()).map((key) => services.work.held(key));
    expect(JSON.stringify(kept)).toContain('The first');
    expect(JSON.stringify(kept)).not.toContain('The second');
  });

  it('say when they were begun, and keep that day however often they are continued', async () => {
    const { app, services } = await starts();
    await services.work.save(
      `intervention/${ADA.id}`,
      {
        note: 'Of Monday',
        begunAt: '2026-11-23T14:05:00.000Z',
        typedAt: { at: '2026-11-23T14:05:00.000Z', on: '2026-11-23' },
      },
      0,
    );
    for (let time = 0; time < 2; time += 1) {
      app.router.go(CONTACT);
      await screen.findByRole('heading', { name: 'Begun on 23 November 2026 at 14:05' }, LOADS);
      await presses('Continue');
      await writes(`Of Monday, and more ${time}`);
      await leaves(app);
    }
    expect((await rows())[0]).toContain('Begun on 23 November 2026 at 14:05');
  });
});

describe('a form that was only looked at', () => {
  it.each<readonly [string, Route]>([
    ['a contact', CONTACT],
    ['a note', { name: 'note', subject: ADA.id }],
    ['a quick log', { name: 'quick-log', subject: ADA.id }],
    ['a concern', { name: 'safeguarding', subject: ADA.id }],
    ['a plan', { name: 'plan', subject: ADA.id, form: 'make' }],
    ['a session', { name: 'session', subject: ADA.id }],
    ['a hold', { name: 'hold', subject: ADA.id }],
    ['an enquiry', { name: 'take-enquiry' }],
  ])('leaves nothing unfinished, and Cancel asks nothing: %s', async (_, route) => {
    const { app, services } = await starts();
    app.router.go(route);
    await screen.findByRole('button', { name: /^(Cancel|Back to where you were)$/ }, LOADS);
    await presses(/^(Cancel|Back to where you were)$/);
    await waitFor(() => expect(app.router.route.value).not.toEqual(route));
    expect(screen.queryByText('Keep what you typed?')).toBeNull();
    await app.unfinished.flushAll();
    expect(await services.work.keys()).toEqual([]);
  });
});

describe('leaving', () => {
  it('by the navigation asks nothing and keeps the words', async () => {
    const { app } = await starts();
    app.router.go(CONTACT);
    await writes('Half a sentence');
    app.router.go({ name: 'subjects' });
    expect(screen.queryByText('Keep what you typed?')).toBeNull();
    await leaves(app);
    await screen.findByText('Unfinished (1)');
    await waitFor(async () => expect((await rows())[0]).toMatch(/^Ada Vael/));
  });

  it('by Cancel asks, and the words that are thrown away are gone for good', async () => {
    const { app, services } = await starts();
    app.router.go(CONTACT);
    await writes('Half a sentence');
    await presses('Cancel');
    await screen.findByText('Keep what you typed?');
    await presses('Discard it');
    await leaves(app);
    expect(screen.queryByText(/^Unfinished/)).toBeNull();
    app.router.go(CONTACT);
    expect((await note()).value).toBe('');
    expect(
      JSON.stringify((await services.work.keys()).map((key) => services.work.held(key))),
    ).not.toContain('Half');
  });

  it('by Cancel asks although one box alone was ticked', async () => {
    const { app } = await starts();
    app.router.go(CONTACT);
    await note();
    fireEvent.click(screen.getByLabelText('Engaged'));
    await presses('Cancel');
    await screen.findByText('Keep what you typed?');
  });

  it('by a lock in the middle of a word loses no letter, and asks nothing afterwards', async () => {
    const { services } = await (async () => {
      const shown = await starts();
      shown.app.router.go(CONTACT);
      await writes('Half a sent');
      return shown;
    })();
    await services.vault.lock();
    await screen.findByRole('heading', { name: 'Unlock' });
    expect(document.body.textContent).not.toMatch(/Half a sent|Ada Vael/);
    services.setVault(OPEN);
    await screen.findByRole('heading', { name: 'Log an intervention with Ada Vael' }, LOADS);
    if (screen.queryByRole('button', { name: 'Continue' })) await presses('Continue');
    await waitFor(async () => expect((await note()).value).toBe('Half a sent'));
  });
});

describe('the count of what is unfinished', () => {
  it('has each act about a person once it is typed in, with whose it is', async () => {
    const { app, services } = await starts();
    const acts = ACT_NAMES.filter((name) => actByName(name)?.on !== 'change');
    for (const act of acts)
      await services.work.save(
        `act/${act}/${IVO.id}`,
        {
          begunAt: '2026-11-23T14:05:00.000Z',
          typedAt: { at: '2026-11-23T14:05:00.000Z', on: '2026-11-23' },
          openedFrom: { name: 'act', act, subject: IVO.id },
        },
        0,
      );
    app.router.go({ name: 'today' });
    await screen.findByText(`Unfinished (${acts.length})`, {}, LOADS);
    await waitFor(async () => {
      for (const row of await rows()) expect(row).toMatch(/^Ivo Quill(?!Begun).*Begun on 23 /);
    });
  });

  it('has no name of somebody whose record was destroyed', async () => {
    const { app, services } = await starts();
    app.router.go(CONTACT);
    await writes('Half a sentence about Ada Vael');
    await app.unfinished.flushAll();
    app.router.go({ name: 'settings' });
    await services.store.dispose([ADA.id as RecordId], 'retention');
    await leaves(app);
    await waitFor(() => expect(screen.queryByText(/Looking through/)).toBeNull());
    expect(document.body.textContent).not.toContain('Ada Vael');
  });
});

it('a draft about one person is never in the form about another', async () => {
  const { app } = await starts();
  app.router.go(CONTACT);
  await writes('About Ada alone');
  await app.unfinished.flushAll();
  app.router.go({ name: 'intervention', subject: IVO.id });
  await screen.findByRole('heading', { name: 'Log an intervention with Ivo Quill' }, LOADS);
  expect((await note()).value).toBe('');
  expect(screen.queryByRole('heading', { name: /^Begun on/ })).toBeNull();
  app.router.go({ name: 'intervention' });
  await screen.findByRole('heading', { name: /^Log an intervention/ }, LOADS);
  expect(document.body.textContent).not.toContain('About Ada alone');
});
