// @vitest-environment happy-dom
/** One request about several people from the list: who is asked about, and whose work is still open. */
import { PreventError, type RecordId, type RecordStore } from '@cyber-prevent/core';
import { buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { held, presses, types } from '../../../testing/colleagues-under-test.js';

beforeAll(() => import('./handover-view.js'), 60_000);
afterEach(cleanup);

describe('several people from the list', () => {
  async function asking(as?: Parameters<typeof held>[0]) {
    const shown = await held(as);
    const people = ['Ada Vael', 'Ivo Quill', 'Wren Moss'].map((name) => buildSubject({ name }));
    await shown.store.commit({
      changes: people.map((each) => newRecord('subject', each)),
      reason: 'case-work',
    });
    const [ada, ivo, wren] = people.map(({ id }) => id) as [RecordId, RecordId, RecordId];
    const opens = async (...cases: readonly RecordId[]) => {
      shown.app.router.go({ name: 'handover', ask: 'handover', cases });
      const group = within(await screen.findByRole('group', { name: 'Which cases?' }));
      await waitFor(() => expect(group.getAllByRole('checkbox')).toHaveLength(cases.length));
      return group;
    };
    const makes = () => presses('Make the file for your colleague');
    const value = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;
    const takesCard = async () => {
      const card = await screen.findByLabelText<HTMLInputElement>('Your colleague’s card');
      Object.defineProperty(card, 'files', { value: [new File(['{}'], 'card.json')] });
      fireEvent.change(card);
      fireEvent.click(await screen.findByLabelText(/^We read all of the digits/));
    };
    return { ...shown, ada, ivo, wren, opens, makes, value, takesCard };
  }

  it('are handed over to the colleague of the card, and nobody else is shown', async () => {
    const { ada, wren, opens, makes, takesCard, value, services } = await asking();
    const group = await opens(ada, wren);
    expect(group.queryByText(/Ivo Quill|Petra Lindqvist/)).toBeNull();
    expect(group.getAllByRole<HTMLInputElement>('checkbox').every(({ checked }) => checked)).toBe(
      true,
    );
    await takesCard();
    await waitFor(() => expect(value('Who receives it?')).not.toBe(''));
    const name = value('Who receives it?');
    await makes();
    await waitFor(() => expect(services.exchange.asked).toHaveLength(1));
    expect(services.exchange.asked[0]).toMatchObject({
      purpose: 'handover',
      subject: ada,
      others: [wren],
      reason: 'disclosure',
      recipients: ['colleague', name],
      card: { name },
    });
  });

  it('are asked about with the answers of the last time in one press, without its words', async () => {
    const { ada, ivo, wren, opens, makes, takesCard, services } = await asking();
    await opens(ada, wren);
    expect(screen.queryByRole('button', { name: 'Answer as last time' })).toBeNull();
    await takesCard();
    fireEvent.change(screen.getByLabelText('Where is it going?'), { target: { value: 'rocu' } });
    types(/^What your colleague should know/, 'Wren is in court in May.');
    await makes();
    await waitFor(() => expect(services.exchange.asked).toHaveLength(1));
    await opens(ivo);
    await presses('Answer as last time');
    await makes();
    await waitFor(() => expect(services.exchange.asked).toHaveLength(2));
    const [first, second] = services.exchange.asked;
    expect(second).toEqual({ ...first, subject: ivo, others: [], note: '' });
  });

  it('say whose work is still open', async () => {
    const { ada, ivo, wren, opens, store } = await asking();
    const waits = [ada, wren].map((subjectId) =>
      newRecord('referral', buildReferral({ subjectId, status: 'received' })),
    );
    await store.commit({ changes: waits, reason: 'case-work' });
    await opens(ada, ivo, wren);
    const open = within(await screen.findByRole('region', { name: 'Still open on these cases' }));
    await open.findByText('Ada Vael');
    open.getByText('Wren Moss');
    expect(open.queryByText('Ivo Quill')).toBeNull();
  });

  it('say whose work is still open where one of them cannot be read, and which that is', async () => {
    const closed = new Set<RecordId>();
    const { ada, wren, opens, store } = await asking((store) => withClosed(store, closed));
    const waits = newRecord('referral', buildReferral({ subjectId: ada, status: 'received' }));
    await store.commit({ changes: [waits], reason: 'case-work' });
    closed.add(wren);
    await opens(ada, wren);
    const open = within(await screen.findByRole('region', { name: 'Still open on these cases' }));
    await open.findByText('Ada Vael');
    open.getByRole('listitem');
    open.getByText('Wren Moss');
    open.getByText(/^Its open work could not be read/);
  });

  it('are not asked about without one that is no longer held, before that is read', async () => {
    const { ada, wren, opens, makes, takesCard, services, store } = await asking();
    await opens(ada, wren);
    await takesCard();
    const { heads = [] } = (await store.get('subject', wren)) ?? {};
    await store.commit({
      changes: [{ kind: 'subject', record: wren, parents: heads, set: {}, withdraw: true }],
      reason: 'case-work',
    });
    await makes();
    await screen.findAllByText(/^1 case that you chose is no longer open to you/);
    expect(services.exchange.asked).toEqual([]);
    expect(await store.query('colleagueRequest')).toEqual([]);
    await makes();
    await waitFor(() => expect(services.exchange.asked).toHaveLength(1));
    expect(services.exchange.asked[0]).toMatchObject({ subject: ada, others: [] });
  });
});

/** A store in which the records of these people are closed to the officer. */
function withClosed(store: RecordStore, people: ReadonlySet<RecordId>): RecordStore {
  const consult: RecordStore['consult'] = async (ids, reason) => {
    if (ids.some((id) => people.has(id)))
      throw new PreventError('CP_STORE_UNKNOWN_RECORD', 'This record is closed to you.');
    return store.consult(ids, reason);
  };
  return new Proxy(store, {
    get(target, name) {
      if (name === 'consult') return consult;
      const own: unknown = Reflect.get(target, name, target);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}
