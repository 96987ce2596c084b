// @vitest-environment happy-dom
/**
 * A form that reads its record as it saves, and a draft that comes back: neither is saved on the record to which what it
 * is about was moved meanwhile.
 */
import { buildRecord, buildReferral } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ADA,
  comesBack,
  IVO,
  LOADS,
  leaves,
  moves,
  opens,
  pressesTwice,
  TYPED,
} from '../../testing/moved-under-test.js';

beforeAll(
  () =>
    Promise.all([
      import('../intake/promise/promise-view.js'),
      import('../contact/safeguarding/concern-view.js'),
      import('../intake/decision/decide-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

describe('a form that reads its record as it saves', () => {
  it('settles no promise that is another’s by now', async () => {
    const record = buildRecord('promise', { subjectId: ADA.id, settled: undefined });
    const { store, now, services } = await opens('promise', record, {
      name: 'promise',
      on: 'subject',
      record: ADA.id,
      promise: record.id,
    });
    await screen.findAllByRole('button', { name: /Ada Vael/ });
    fireEvent.click(screen.getByLabelText('Kept'));
    await moves({ store }, await now());
    const before = (await now()).heads;
    await pressesTwice(services);
    expect((await now()).heads).toEqual(before);
    screen.getAllByText(/was moved to another person’s record while this form was open/);
  });

  it('adds nothing to a concern that is another’s by now', async () => {
    const record = buildRecord('safeguardingConcern', { subjectId: ADA.id });
    const { store, now, services } = await opens('safeguardingConcern', record, {
      name: 'concern',
      concern: record.id,
      form: 'add',
    });
    fireEvent.input(screen.getByLabelText(/^What/), { target: { value: TYPED } });
    await moves({ store }, await now());
    const before = (await now()).heads;
    await pressesTwice(services);
    expect((await now()).heads).toEqual(before);
    screen.getAllByText(/was moved to another person’s record while this form was open/);
    expect(screen.queryByDisplayValue(TYPED)).not.toBeNull();
  });
});

describe('a decision on a referral that was moved meanwhile', () => {
  const asks = async () => {
    fireEvent.click(await screen.findByLabelText('Ask for more information', {}, LOADS));
    fireEvent.input(screen.getByLabelText('Reason'), { target: { value: TYPED } });
  };
  const start = async () => {
    const record = buildReferral({ subjectId: ADA.id, status: 'received' });
    const route = { name: 'decide', on: 'referral', record: record.id } as const;
    return { record, route, ...(await opens('referral', record, route)) };
  };

  it('is not saved on the other record from a draft', async () => {
    const { store, now, services, app, record, route } = await start();
    await asks();
    await leaves({ app });
    await moves({ store }, await now());
    await comesBack({ app }, route);
    await pressesTwice(services);
    expect(await store.query('decision', { referralId: record.id })).toEqual([]);
  });
});

describe('a draft of what came of a promise', () => {
  it('is not saved on the record that the promise was moved to', async () => {
    const record = buildRecord('promise', { subjectId: ADA.id, settled: undefined });
    const route = { name: 'promise', on: 'subject', record: ADA.id, promise: record.id } as const;
    const { store, now, services, app } = await opens('promise', record, route);
    fireEvent.click(await screen.findByLabelText('Not kept', {}, LOADS));
    const why = await screen.findByLabelText(/^Why/, {}, LOADS);
    fireEvent.input(why, { target: { value: TYPED } });
    await leaves({ app });
    await moves({ store }, await now());
    const before = (await now()).heads;
    await comesBack({ app }, { ...route, record: IVO.id });
    await pressesTwice(services);
    expect((await now()).heads).toEqual(before);
  });
});
