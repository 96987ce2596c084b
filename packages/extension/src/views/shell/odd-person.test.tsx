// @vitest-environment happy-dom
/**
 * People whose records are unlike others: no name, one of 136 letters, in Arabic, with three dates of birth, with 400
 * records. Every screen about a person opens with each of them.
 */
import { type Change, RecordId, type RecordOf } from '@cyber-prevent/core';
import { buildRecord } from '@cyber-prevent/core/testing';
import { cleanup, screen, waitFor } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import type { Route } from '../../app/route.js';
import { listScreens } from '../../app/screens.js';
import { SCREENS } from '../../start/screens.js';
import { showShell } from '../../testing/show-shell.js';
import { ACT_NAMES } from '../subject/acts.js';

afterEach(cleanup);

const SUBJECT = v.parse(RecordId, '5b1ec700-0000-4000-8000-000000000001');
const LONG = `${'Hubert-Blaine '.repeat(8)}Wolfeschlegel`;
const ARABIC = 'عبد الرحمن بن محمد';

function made<K extends 'subject' | 'referral' | 'intervention'>(
  kind: K,
  value: RecordOf<K>,
): Change<K> {
  return { kind, record: value.id, parents: [], set: value as Change<K>['set'] };
}

interface Odd {
  readonly name: string;
  readonly more?: object;
  readonly contacts?: number;
}

const ODD: Readonly<Record<string, Odd>> = {
  'no name': { name: '?' },
  'a name of 136 letters': { name: LONG.padEnd(136, 'x') },
  'a name in Arabic': { name: ARABIC },
  'three dates of birth': {
    name: 'Kit Vale',
    more: {
      bornOn: '2010-03-14',
      alsoRecorded: ['2008-03-14', '2017-01-02'].map((date) => ({
        what: 'bornOn',
        date,
        notedOn: '2026-01-05',
      })),
    },
  },
  '400 records': { name: 'Nerys Lisle', contacts: 400 },
};

async function shows({ name, more = {}, contacts = 0 }: Odd) {
  const shown = await showShell({ start: { name: 'diary' } });
  const subject = buildRecord('subject', { id: SUBJECT, name, ...more });
  await shown.services.store.commit({
    changes: [
      made('subject', subject),
      made('referral', buildRecord('referral', { subjectId: SUBJECT })),
      ...Array.from({ length: contacts }, (_, nth) =>
        made(
          'intervention',
          buildRecord('intervention', {
            subjectId: SUBJECT,
            heldOn: `2026-0${1 + (nth % 9)}-${String(10 + (nth % 18))}`,
          }),
        ),
      ),
    ],
    reason: 'case-work',
  });
  return shown;
}

/** Every screen that is opened with a person, with the first of the values that it needs; and two of the forms. */
const ROUTES: readonly Route[] = listScreens(SCREENS).flatMap(([name, { needs, aboutPerson }]) => {
  if (!needs?.subject && !aboutPerson) return [];
  const params = Object.entries(needs ?? {}).map(([param, need]) => [
    param,
    need === 'record' || need === 'word' ? SUBJECT : need[0],
  ]);
  const route = { name, subject: SUBJECT, ...Object.fromEntries(params) };
  if (name === 'act')
    return [ACT_NAMES[0], ACT_NAMES.at(-1)].map((act) => ({ ...route, act }) as Route);
  return [(name === 'detail' ? { ...route, detail: 'bornOn' } : route) as Route];
});

describe.each(Object.entries(ODD))('a person with %s', (_, odd) => {
  it('opens on every screen about a person, and is not in the address', async () => {
    const { app } = await shows(odd);
    const wrong: string[] = [];
    for (const route of ROUTES) {
      app.router.go(route);
      const { name } = route;
      await waitFor(() => expect(document.querySelector('main h1')?.textContent).toBeTruthy());
      await waitFor(() => expect(screen.queryByText('Opening…')).toBeNull());
      const said = document.body.textContent ?? '';
      if (/This could not be done|undefined|NaN|Invalid Date|\[object /.test(said))
        wrong.push(`${name}: ${said.slice(0, 300)}`);
      if (`${document.title}${location.href}`.includes(odd.name) && odd.name.length > 1)
        wrong.push(`${name}: the name is in the address or the title`);
    }
    expect(ROUTES.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });
});

describe('on the record itself', () => {
  const opensRecord = async (odd: Odd) => {
    const { app } = await shows(odd);
    app.router.go({ name: 'subject', subject: SUBJECT });
    await waitFor(() => expect(document.querySelector('main h1')).not.toBeNull());
    await waitFor(() => expect(screen.queryByText('Opening…')).toBeNull());
  };

  it('a name that is read from right to left turns nothing around it', async () => {
    await opensRecord(ODD['a name in Arabic'] as Odd);
    const line = await screen.findByRole('region', { name: 'Person in view' });
    expect(line.querySelector('bdi')?.textContent).toBe(ARABIC);
  });

  it('three dates of birth are said as three, and give the mark of a child only together', async () => {
    await opensRecord(ODD['three dates of birth'] as Odd);
    const line = await screen.findByRole('region', { name: 'Person in view' });
    expect(line.textContent).toContain('3 dates of birth');
    expect(line.textContent).toMatch(/9, 16 or 18 · May be under 10/);
  });

  it('a long name is whole for whoever reads it out or hovers over it', async () => {
    const odd = ODD['a name of 136 letters'] as Odd;
    await opensRecord(odd);
    const line = await screen.findByRole('region', { name: 'Person in view' });
    expect(line.querySelector('bdi')?.textContent).toBe(odd.name);
    expect(line.querySelector(`[title="${odd.name}"]`)).not.toBeNull();
    expect(odd.name).toHaveLength(136);
  });
});
