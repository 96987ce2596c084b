/** The table of screens: what its rows promise, one with another. */
import { LIST_NAMES } from '@cyber-prevent/core';
import { describe, expect, it } from 'vitest';
import type { RouteName } from '../app/route.js';
import { canOpen, listScreens, navEntries, screenOf } from '../app/screens.js';
import { SCREENS } from './screens.js';

const rows = listScreens(SCREENS);

describe('the screens', () => {
  it('have each list on one of them', () => {
    expect(rows.flatMap(([, { lists = [] }]) => lists).toSorted()).toEqual(LIST_NAMES.toSorted());
  });

  it('open from the navigation and the palette without more than their name', () => {
    for (const [name, { entry, anywhere, needs }] of rows)
      if (entry || anywhere) expect([name, needs]).toEqual([name, undefined]);
  });

  it('have an entry of their own, or the mark of one that is on every surface', () => {
    for (const [name, { entry, under }] of rows) {
      if (under === undefined) continue;
      expect([name, entry]).toEqual([name, undefined]);
      expect([name, Object.keys(screenOf(SCREENS, under)?.entry?.on ?? {})]).toEqual([
        name,
        expect.arrayContaining(['workspace']),
      ]);
    }
  });

  it.each(['panel', 'workspace'] as const)('have no two entries in one place of the %s', (on) => {
    const entries = [...navEntries(SCREENS, on, 'first'), ...navEntries(SCREENS, on, 'more')];
    expect(new Set(entries.map(({ place }) => place)).size).toBe(entries.length);
    expect(entries.length).toBeGreaterThan(5);
  });

  it.each(['panel', 'workspace'] as const)(
    'have the settings in the navigation of the %s',
    (on) => {
      const names = [...navEntries(SCREENS, on, 'first'), ...navEntries(SCREENS, on, 'more')];
      expect(names.map(({ name }) => name)).toContain('settings');
    },
  );

  it('about a person take the person, and nothing else that must be known', () => {
    for (const [name, { aboutPerson, needs = {} }] of rows)
      if (aboutPerson)
        expect([name, Object.keys(needs).filter((need) => need !== 'subject')]).toEqual([name, []]);
  });
});

describe('the screens for a visit', () => {
  it('are the page for a visit alone: another is a decision about what a family may see', () => {
    expect(rows.flatMap(([name, { isForVisit }]) => (isForVisit ? [name] : []))).toEqual([
      'contact-plan',
    ]);
  });
});

describe('a route that was kept', () => {
  const subject = '5b1ec700-0000-4000-8000-000000000001' as never;

  it.each([
    ['a screen with all it needs', { name: 'subject', subject }, true],
    ['a screen that needs nothing', { name: 'today' }, true],
    ['one of the forms there are', { name: 'plan', subject, form: 'review' }, true],
    ['a screen that there is not', { name: 'person-record', subject }, false],
    ['a word that every object has', { name: 'constructor' }, false],
    ['a screen without its record', { name: 'subject' }, false],
    ['a form that there is not', { name: 'plan', subject, form: 'burn' }, false],
  ])('to %s: %j', (_, route, opens) => {
    expect(canOpen(SCREENS, route as { name: RouteName } as never)).toBe(opens);
  });
});
