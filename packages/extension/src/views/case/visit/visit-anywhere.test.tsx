// @vitest-environment happy-dom
/** The visit view over every screen that there is, each key, each message, and each part of the window. */
import type { Issue } from '@cyber-prevent/core';
import {
  buildAssessment,
  buildContactCheck,
  buildContactPlan,
  buildReferral,
  buildReferrer,
  buildRelatedPerson,
  buildSafeguardingConcern,
  buildSession,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../../app/route.js';
import { listScreens } from '../../../app/screens.js';
import { SCREENS } from '../../../start/screens.js';
import { showShell } from '../../../testing/show-shell.js';
import { ACT_NAMES } from '../../subject/acts.js';

const LOADS = { timeout: 20_000 };
beforeAll(
  () =>
    Promise.all([
      import('./visit-view.js'),
      import('../person-line/person-frame.js'),
      import('../../intelligence/note-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const ADA = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });
const ABOUT = { subjectId: ADA.id };
const REFERRER = buildReferrer({ name: 'Ottilie Brandt' });
const REFERRAL = buildReferral({
  ...ABOUT,
  referrerId: REFERRER.id,
  status: 'accepted',
  reference: 'CP-0042',
  receivedOn: '2026-11-02',
  narrative: 'Changed marks with a teacher’s account.',
});
const CHANGES = [
  newRecord('subject', ADA),
  newRecord('subject', buildSubject({ name: 'Ivo Quill' })),
  newRecord('referrer', REFERRER),
  newRecord('referral', REFERRAL),
  newRecord('relatedPerson', buildRelatedPerson({ ...ABOUT, name: 'Marisol Tarn' })),
  newRecord('contactPlan', buildContactPlan({ ...ABOUT, safeContact: 'Text before you ring' })),
  newRecord(
    'safeguardingConcern',
    buildSafeguardingConcern({ ...ABOUT, what: 'Said he would not go home.', told: ['mash'] }),
  ),
  newRecord('contactCheck', buildContactCheck(ABOUT)),
  newRecord(
    'assessment',
    buildAssessment({
      ...ABOUT,
      levels: [{ id: 'high', label: 'High' }],
      signedAt: '2026-11-20T09:00:00.000Z',
    }),
  ),
  newRecord(
    'session',
    buildSession({ ...ABOUT, arrangedFor: '2026-12-03', place: 'Wending Library' }),
  ),
];

/** Whatever a family must not read over an officer's shoulder. */
const SECRET =
  /High|Not assessed|Concern open|concern is open|Check before|Check with|Under 1\d|U18|\b16\b|Accepted|Received|Marisol|Tarn|Ivo|Quill|Ottilie|Brandt|CP-0042|marks|would not go home|Text before|Unfinished|overdue|days? over|escalate|acknowledged|suspect/i;
const shown = (): string => document.body.textContent ?? '';

async function visits() {
  const started = await showShell({ start: { name: 'today' } });
  await started.services.store.commit({ changes: CHANGES, reason: 'case-work' });
  started.app.router.go({ name: 'note', subject: ADA.id });
  fireEvent.click(await screen.findByRole('button', { name: 'Visit view' }, LOADS));
  await screen.findByRole('heading', { name: 'Visit with Ada Vael' });
  return started;
}

/** Every screen, with each of the values that a parameter takes, about the person of the visit. */
const ROUTES: readonly Route[] = listScreens(SCREENS).flatMap(([name, { needs, aboutPerson }]) => {
  const ways = Object.entries(needs ?? {}).reduce<readonly object[]>(
    (routes, [param, need]) => {
      const values =
        need === 'record'
          ? [param === 'referral' ? REFERRAL.id : ADA.id]
          : need === 'word'
            ? [param === 'act' ? (ACT_NAMES[0] ?? '') : 'bornOn']
            : need;
      return values.flatMap((value) => routes.map((route) => ({ ...route, [param]: value })));
    },
    [{ name, ...(aboutPerson ? { subject: ADA.id } : {}) }],
  );
  return ways as readonly Route[];
});

describe('visit view', () => {
  it('shows nothing of the kind on any screen, whatever was opened', async () => {
    const { app } = await visits();
    const wrong: string[] = [];
    for (const route of ROUTES) {
      app.router.go(route);
      for (let turn = 0; turn < 4; turn += 1) await new Promise((go) => setTimeout(go));
      const [said] = SECRET.exec(shown()) ?? [];
      if (said !== undefined) wrong.push(`${JSON.stringify(route)}: ${said}`);
      if (!screen.queryByRole('button', { name: 'Turn off visit view' }))
        wrong.push(`${JSON.stringify(route)}: it went off by itself`);
    }
    expect(ROUTES.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  }, 60_000);

  it.each([
    ['Ctrl K', { key: 'k', ctrlKey: true }],
    ['?', { key: '?' }],
    ['/', { key: '/' }],
    ['g then s', { key: 's' }],
    ['Ctrl Z', { key: 'z', ctrlKey: true }],
    ['Ctrl Enter', { key: 'Enter', ctrlKey: true }],
    ['a digit', { key: '1' }],
    ['Escape', { key: 'Escape' }],
  ])('shows nothing of the kind on %s', async (_, key) => {
    await visits();
    fireEvent.keyDown(document.body, { key: 'g' });
    fireEvent.keyDown(document.body, key);
    for (let turn = 0; turn < 6; turn += 1) await new Promise((go) => setTimeout(go));
    expect(shown()).not.toMatch(SECRET);
    expect(shown()).not.toMatch(/why they are here|recorded about one person|Opening this page/);
    expect(screen.queryByRole('dialog')).toBeNull();
    screen.getByRole('heading', { name: 'Visit with Ada Vael' });
  });

  it('shows no message about a save, and none from elsewhere', async () => {
    const { app, services } = await visits();
    app.session.say({ heading: 'The contact with Ivo Quill was logged' });
    app.session.say({ heading: 'Saved: the level of Ada Vael is High', about: [ADA.id] });
    const issue: Issue = {
      code: 'x',
      severity: 'warning',
      message: 'The record of Ivo Quill could not be read.',
    };
    services.notice(issue);
    for (let turn = 0; turn < 6; turn += 1) await new Promise((go) => setTimeout(go));
    expect(shown()).not.toMatch(SECRET);
  });

  it('follows what is saved elsewhere meanwhile, and shows nothing more for it', async () => {
    const { services } = await visits();
    await services.store.commit({
      changes: [
        newRecord('safeguardingConcern', buildSafeguardingConcern({ ...ABOUT, what: 'Marisol' })),
        newRecord('relatedPerson', buildRelatedPerson({ ...ABOUT, name: 'Ivo Tarn' })),
      ],
      reason: 'safeguarding',
    });
    for (let turn = 0; turn < 6; turn += 1) await new Promise((go) => setTimeout(go));
    expect(shown()).not.toMatch(SECRET);
  });

  it('has nothing of the kind in an attribute that is hovered over or read out', async () => {
    await visits();
    const said = [...document.body.querySelectorAll('*')].flatMap((each) =>
      ['title', 'aria-label', 'alt', 'placeholder', 'value', 'aria-description'].map(
        (name) => each.getAttribute(name) ?? '',
      ),
    );
    expect(said.join(' | ')).not.toMatch(SECRET);
    expect(document.title).not.toMatch(/Ada|Vael/);
  });

  it('never names the next appointment of another person of the same name', async () => {
    const { app, services } = await visits();
    const other = buildSubject({ name: 'Ada Vael', bornOn: '2012-01-09' });
    await services.store.commit({
      changes: [
        newRecord('subject', other),
        newRecord(
          'session',
          buildSession({ subjectId: other.id, arrangedFor: '2026-11-26', place: 'Elm House' }),
        ),
      ],
      reason: 'case-work',
    });
    app.router.go({ name: 'note', subject: ADA.id });
    await screen.findByRole('heading', { name: /^Visit/ });
    await waitFor(() => expect(shown()).toContain('Wending Library'));
    expect(shown()).not.toContain('Elm House');
  });

  it('shows no appointment that was called off or has been, and says so without a word more', async () => {
    const started = await showShell({ start: { name: 'today' } });
    await started.services.store.commit({
      changes: [
        newRecord('subject', ADA),
        newRecord(
          'session',
          buildSession({ ...ABOUT, arrangedFor: '2026-11-02', place: 'Old School' }),
        ),
      ],
      reason: 'case-work',
    });
    started.app.router.go({ name: 'note', subject: ADA.id });
    fireEvent.click(await screen.findByRole('button', { name: 'Visit view' }, LOADS));
    await screen.findByRole('heading', { name: 'Visit with Ada Vael' });
    expect(shown()).not.toContain('Old School');
    expect(shown()).not.toMatch(SECRET);
  });
});
