// @vitest-environment happy-dom
/** The palette marks what was typed, and says how many people it fits. */
import { buildOnlineIdentifier, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(
  () => Promise.all([import('./palette.js'), import('../../vault/settings/settings-view.js')]),
  60_000,
);
afterEach(cleanup);

const person = (name: string, nth = 0) =>
  buildSubject({
    name,
    bornOn: `2010-03-${String((nth % 28) + 1).padStart(2, '0')}`,
    aliases: [],
    schools: [],
    emails: [],
    phones: [],
  });

async function palette(...records: readonly ReturnType<typeof newRecord>[]) {
  const { services } = await showShell({ start: { name: 'settings' } });
  await services.store.commit({ changes: [...records], reason: 'case-work' });
  await screen.findByRole('heading', { level: 1 });
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  const box = await screen.findByRole('combobox');
  return {
    types: (value: string) => fireEvent.input(box, { target: { value } }),
    words: () => screen.queryAllByRole('option').map(({ textContent }) => textContent),
    marks: () =>
      [...document.querySelectorAll('[role=option] mark')].map((each) => each.textContent),
  };
}

describe('what was typed', () => {
  const tamsin = person('Tamsin Okafor', 13);
  const handle = buildOnlineIdentifier({ subjectId: tamsin.id, asSeen: 'sinister_14' });
  const records = [newRecord('subject', tamsin), newRecord('onlineIdentifier', handle)];

  it.each([
    ['tam', ['Tam']],
    ['summary tamsin', ['summary', 'Tamsin']],
    ['okafro', []],
  ])('“%s” is marked in a name and in an act', async (typed, expected) => {
    const { types, marks, words } = await palette(...records);
    types(typed);
    await waitFor(() => expect(words().some((each) => each?.includes('Tamsin'))).toBe(true));
    await waitFor(() => expect(new Set(marks())).toEqual(new Set(expected)));
  });

  it('is marked in the words that a person was found by, and not in an age or a date that has it too', async () => {
    const { types, marks } = await palette(...records);
    types('ter_14 14');
    const option = await screen.findByRole('option', { name: /^Tamsin/ });
    expect(option.textContent).toContain('born 14 March 2010');
    expect(marks()).toEqual(['ter_14']);
  });
});

describe('the number of people', () => {
  const NAMES =
    'Ada Ben Cai Dee Eli Fay Gus Hal Ida Jon Kit Lou Mia Ned Ola Pip Quy Rae Sol Tam Una Viv'.split(
      ' ',
    );

  it('is said where not all of them are shown', async () => {
    const { types } = await palette(
      ...NAMES.map((name, nth) => newRecord('subject', person(`${name} Wren`, nth))),
    );
    types('wren');
    await screen.findByText('20 of 22 people shown. Type more to find others.');
  });

  it('is at least so many where not everybody was looked at', async () => {
    const { types } = await palette(
      ...NAMES.flatMap((name) => ['Lind', 'Moss', 'Reed'].map((last) => `${name} ${last}`)).map(
        (name, nth) => {
          const one = person(name, nth);
          return newRecord('subject', {
            ...one,
            schools: [{ name: 'Kestrel Academy', notedOn: '2026-11-24' as never }],
          });
        },
      ),
    );
    types('kestrel');
    await screen.findByText('20 of at least 40 people shown. Type more to find others.');
  });
});
