// @vitest-environment happy-dom
/** The person of a quick log, found as in the palette: by a handle too, and never one whom nobody saw. */
import type { Change } from '@cyber-prevent/core';
import {
  buildIntervention,
  buildOnlineIdentifier,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('./quick-log-view.js'), 60_000);
afterEach(cleanup);

const person = (name: string, bornOn: string) =>
  buildSubject({ name, bornOn, aliases: [], schools: [], phones: [], emails: [] });
const TAMSIN = person('Tamsin Okafor', '2010-03-14');
const NOOR = person('Noor Siddiqui', '2011-09-02');
const HANDLE = buildOnlineIdentifier({ subjectId: TAMSIN.id, asSeen: 'sinister_99' });
const START = { name: 'quick-log' };

async function asked(...more: readonly ReturnType<typeof newRecord>[]) {
  const shown = await showShell({ start: { name: 'quick-log' } });
  await shown.services.store.commit({
    changes: [newRecord('subject', TAMSIN), newRecord('subject', NOOR), ...more],
    reason: 'case-work',
  });
  const box = await screen.findByRole('textbox', { name: 'Who was it with?' });
  return {
    ...shown,
    types: (value: string) => fireEvent.input(box, { target: { value } }),
    enters: () => fireEvent.submit(box.closest('form') ?? box),
    isWith: ({ id }: typeof NOOR) =>
      waitFor(() =>
        expect(shown.app.router.route.value).toEqual({ name: 'quick-log', subject: id }),
      ),
  };
}
const offered = (name: RegExp) => screen.findByRole('button', { name });

it('is found by a part of a handle, which is said, and taken by Enter', async () => {
  const { types, enters, isWith } = await asked(newRecord('onlineIdentifier', HANDLE));
  types('ister_9');
  await offered(/^Tamsin Okafor 16, born 14 March 2010/);
  screen.getByText('As seen (identifier): sinister_99');
  enters();
  await isWith(TAMSIN);
});

it('is nobody who was not shown when Enter was pressed', async () => {
  const { types, enters, isWith, services, app } = await asked(
    newRecord('onlineIdentifier', HANDLE),
  );
  const release = services.holdNext('find');
  types('ister_9');
  enters();
  release();
  await offered(/^Tamsin/);
  expect(app.router.route.value).toEqual(START);
  enters();
  await isWith(TAMSIN);
});

it('is neither of two, one by the name and one by a handle, that comes in after Enter', async () => {
  const handle = buildOnlineIdentifier({ subjectId: TAMSIN.id, asSeen: 'noor.void' });
  const { types, enters, services, app } = await asked(newRecord('onlineIdentifier', handle));
  const release = services.holdNext('find');
  types('noor');
  await offered(/^Noor/);
  enters();
  release();
  await screen.findByText(/Several people match: choose one/);
  expect(app.router.route.value).toEqual(START);
});

it('is not another, who is the only one left by the time that everybody was looked for', async () => {
  const handle = buildOnlineIdentifier({ subjectId: TAMSIN.id, asSeen: 'noor.void' });
  const { types, enters, services, app } = await asked(newRecord('onlineIdentifier', handle));
  const release = services.holdNext('find');
  types('noor');
  await offered(/^Noor/);
  enters();
  const { heads = [] } = (await services.store.get('subject', NOOR.id)) ?? {};
  const renamed = { kind: 'subject', record: NOOR.id, parents: heads, set: { name: 'Ada Vael' } };
  await services.store.commit({ changes: [renamed as Change], reason: 'correction' });
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Noor/ })).toBeNull());
  release();
  await offered(/^Tamsin/);
  // Logged once it has settled: Enter has been answered by then.
  await waitFor(async () => {
    const searches = (await services.store.audit()).filter(({ reason }) => reason === 'search');
    expect(searches.flatMap(({ records }) => records)).toContain(TAMSIN.id);
  });
  expect(app.router.route.value).toEqual(START);
});

it('is chosen by name, not by Enter, where not everybody could be looked for', async () => {
  const { types, enters, isWith, services, app } = await asked();
  types('noor');
  await offered(/^Noor/);
  types('');
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Noor/ })).toBeNull());
  services.failNext('find', new Error('The index is torn.'));
  types('noor');
  await screen.findByText(/Only names and references were searched.*torn/);
  const noor = await offered(/^Noor/);
  enters();
  await screen.findByText(/Choose the person from the list/);
  expect(app.router.route.value).toEqual(START);
  fireEvent.click(noor);
  await isWith(NOOR);
});

it('is whose name it is, and not somebody whose note has it', async () => {
  const note = buildIntervention({ subjectId: TAMSIN.id, note: 'Noor was there too.' });
  const { types, enters, isWith } = await asked(newRecord('intervention', note));
  types('noor');
  await offered(/^Noor/);
  enters();
  await isWith(NOOR);
});

it('is named in the log with the handle that was shown', async () => {
  const { types, enters, isWith, services } = await asked(newRecord('onlineIdentifier', HANDLE));
  types('ister_9');
  await offered(/^Tamsin/);
  enters();
  await isWith(TAMSIN);
  await waitFor(async () => {
    const searches = (await services.store.audit()).filter(({ reason }) => reason === 'search');
    expect(searches.map(({ records }) => records)).toEqual([[TAMSIN.id, HANDLE.id]]);
  });
});
