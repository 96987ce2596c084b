// @vitest-environment happy-dom
/** The area of a person: asked, offered from a table of postcodes, and never taken unasked. */
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { pack, takesInBy } from '../../testing/pack-bench.js';
import { written } from '../../testing/packs-under-test.js';
import { showShell } from '../../testing/show-shell.js';

beforeAll(() => import('./detail-view.js'), 60_000);
afterEach(cleanup);

const LOADS = { timeout: 20_000 };
const TODAY = '2026-12-02';
const TABLE = written('postcode-area', 'wendingshire-postcodes', {
  areas: [{ forceArea: '45', localAuthority: 'E10000030', postcodes: ['GU99 1 AA AB'] }],
});
const LABELS = ['Force area', 'Local authority', 'Outside England and Wales'].map(
  (label) => `${label} (optional)`,
);

async function adds(postcode: string | undefined, hasTable = true) {
  const person = buildSubject({
    name: 'Tobias Wren',
    addresses: [
      { lines: '3 Heron Yard', ...(postcode ? { postcode } : {}), notedOn: '2026-11-02' },
    ],
  });
  const { app, services } = await showShell({ start: { name: 'settings' }, today: TODAY });
  const { store } = services;
  if (hasTable) await takesInBy(services, await pack([TABLE]));
  await store.commit({ changes: [newRecord('subject', person)], reason: 'case-work' });
  app.router.go({ name: 'detail', subject: person.id, detail: 'areas', act: 'add' });
  await screen.findByLabelText('Force area (optional)', {}, LOADS);
  const box = (label: string) => screen.getByLabelText<HTMLSelectElement>(label);
  return {
    boxes: () => LABELS.map((label) => box(label).value),
    chooses: (label: string, value: string) =>
      fireEvent.change(box(`${label} (optional)`), { target: { value } }),
    saves() {
      fireEvent.click(screen.getByLabelText(/^Report/));
      for (const label of ['How you learned it', 'Who told you'])
        fireEvent.input(screen.getByLabelText(label), { target: { value: 'A parent rang' } });
      const when = within(screen.getByRole('group', { name: 'When' })).getAllByRole('textbox');
      for (const [at, value] of ['1', '12', '2026', '09:00'].entries())
        fireEvent.input(when[at] as HTMLElement, { target: { value } });
      fireEvent.click(screen.getByRole('button', { name: /for Tobias Wren$/ }));
    },
    areas: async () => (await store.get('subject', person.id))?.value.areas,
  };
}

it('is offered from the table with its words, and is kept with them once it is used and saved', async () => {
  const { boxes, saves, areas } = await adds('gu99 1ab');
  await screen.findByText(/^The area of GU99 1AB is Surrey, Surrey force area\./, {}, LOADS);
  expect(boxes()).toEqual(['', '', '']);
  fireEvent.click(screen.getByRole('button', { name: 'Use this area' }));
  expect(boxes()).toEqual(['45', 'E10000030', '']);
  expect(await areas()).toBeUndefined();
  saves();
  await waitFor(async () =>
    expect(await areas()).toEqual([
      {
        forceArea: '45',
        localAuthority: 'E10000030',
        fromPostcode: 'GU99 1AB',
        fromTable: expect.stringMatching(
          /^Our postcode-area, version 1\.0\.0, from .* \(proposed, checked on 2026-11-20\)$/,
        ),
        notedOn: TODAY,
      },
    ]),
  );
});

it('is no longer the table’s once the officer chooses another', async () => {
  const { chooses, saves, areas } = await adds('GU99 1AB');
  fireEvent.click(await screen.findByRole('button', { name: 'Use this area' }, LOADS));
  chooses('Local authority', '');
  saves();
  await waitFor(async () => expect(await areas()).toEqual([{ forceArea: '45', notedOn: TODAY }]));
});

it('says in a sentence that a postcode is of Scotland, and can be recorded so', async () => {
  const { chooses, saves, areas } = await adds('EH1 1AA');
  await screen.findByText(/^EH1 1AA is in Scotland\./, {}, LOADS);
  expect(screen.queryByRole('button', { name: 'Use this area' })).toBeNull();
  chooses('Outside England and Wales', 'scotland');
  saves();
  await waitFor(async () =>
    expect(await areas()).toEqual([{ outside: 'scotland', notedOn: TODAY }]),
  );
});

it('is asked without a word where there is no table, and a council of another force is refused', async () => {
  const { chooses, saves, areas } = await adds('GU99 1AB', false);
  expect(screen.queryByText(/postcode/i)).toBeNull();
  chooses('Force area', '46');
  chooses('Local authority', 'E10000030');
  saves();
  await screen.findAllByText(/Surrey is in the force area of Surrey, not of Kent/);
  expect(await areas()).toBeUndefined();
});
