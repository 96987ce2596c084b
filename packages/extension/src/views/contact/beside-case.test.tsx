// @vitest-environment happy-dom
/** A contact is logged with its case in sight, where there is room for both. */
import { buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { Route } from '../../app/route.js';
import type { Surface } from '../../app/surface.js';
import { showShell } from '../../testing/show-shell.js';

const WIDE = window.innerWidth;
afterEach(() => {
  cleanup();
  window.innerWidth = WIDE;
});

const ADA = buildSubject({ name: 'Ada Vael' });
const TOLD = 'Changed two marks on the school’s own system in January.';
const REFERRAL = buildReferral({ subjectId: ADA.id, narrative: TOLD });
const FORMS: readonly (readonly [string, Route])[] = [
  ['an intervention', { name: 'intervention', subject: ADA.id }],
  ['a quick log', { name: 'quick-log', subject: ADA.id }],
];

async function opens(route: Route, surface: Surface) {
  const { services, app } = await showShell({ start: { name: 'settings' }, surface });
  await services.store.commit({
    changes: [newRecord('subject', ADA), newRecord('referral', REFERRAL)],
    reason: 'case-work',
  });
  app.router.go(route);
  await screen.findByRole('button', { name: 'Log for Ada Vael' });
  return async () =>
    (await services.store.audit()).filter(({ action }) => action === 'consultation').length;
}

it.each(FORMS)(
  'is next to the form of %s in the workspace, and the look is logged',
  async (_, route) => {
    const looks = await opens(route, 'workspace');
    await screen.findByRole('region', { name: 'The case in brief' });
    expect(screen.getByText(TOLD)).toBeTruthy();
    expect(await looks()).toBe(1);
  },
);

it.each(FORMS)(
  'is not looked at for the form of %s in a panel, which has no room for it',
  async (_, route) => {
    const looks = await opens(route, 'panel');
    expect(document.querySelector('.cp-facts-beside')).toBeNull();
    expect(await looks()).toBe(0);
  },
);

it.each(FORMS)(
  'is folded before the form of %s in a narrow window, and looked at once it is unfolded',
  async (_, route) => {
    window.innerWidth = 360;
    const looks = await opens(route, 'workspace');
    const fold = (await screen.findByText('See the case in brief')).closest('details');
    expect(await looks()).toBe(0);
    if (!fold) throw new Error('nothing is folded');
    fold.open = true;
    fireEvent(fold, new Event('toggle'));
    expect(fold.contains(await screen.findByText(TOLD))).toBe(true);
    await waitFor(async () => expect(await looks()).toBe(1));
  },
);

it.each([
  [360, true],
  [1280, false],
] as const)('is above the form of a closing at %i px folded: %s', async (width, isFolded) => {
  window.innerWidth = width;
  const { services, app } = await showShell({ start: { name: 'settings' } });
  await services.store.commit({
    changes: [newRecord('subject', ADA), newRecord('referral', REFERRAL)],
    reason: 'case-work',
  });
  app.router.go({ name: 'close-case', subject: ADA.id });
  const fold = (await screen.findByText('The case in brief')).closest('details');
  expect(fold !== null).toBe(isFolded);
  expect(fold?.open ?? false).toBe(false);
});
