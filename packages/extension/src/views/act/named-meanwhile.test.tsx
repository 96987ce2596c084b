// @vitest-environment happy-dom
/**
 * A form that was begun about nobody is saved about somebody who was named meanwhile only once the officer has read who
 * that is.
 */
import type { RecordId, StoredRecord } from '@cyber-prevent/core';
import {
  buildEnquiry,
  buildId,
  buildRecord,
  buildReferral,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Route } from '../../app/route.js';
import { OPEN } from '../../testing/memory-services.js';
import {
  comesBack,
  IVO,
  LOADS,
  leaves,
  moves,
  opens,
  pressesTwice,
  problem,
  saveButton,
  TYPED,
} from '../../testing/moved-under-test.js';

beforeAll(
  () =>
    Promise.all([
      import('../contact/safeguarding/concern-view.js'),
      import('../intake/decision/decide-view.js'),
      import('../intake/promise/promise-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const NOW_IVOS = /nobody was named when you began.*now about Ivo Quillfeather, born 3 June 2011/;

describe('what was begun about nobody', () => {
  const FORMS = ['add', 'page', 'close'] as const;
  /** The page of a concern says it unasked; so does a correction. */
  const asksAt = (form: (typeof FORMS)[number]): void => {
    if (form === 'add') fireEvent.click(saveButton() as HTMLButtonElement);
  };
  const opensConcern = async (form: (typeof FORMS)[number]) => {
    const told = form === 'page' ? { told: [], whyNotTold: undefined } : {};
    const record = buildRecord('safeguardingConcern', { subjectId: undefined, ...told });
    const route = { name: 'concern', concern: record.id, ...(form === 'page' ? {} : { form }) };
    const shown = await opens('safeguardingConcern', record, route as Route);
    const box = screen.getByRole('main').querySelector('form textarea');
    if (!box) throw new Error('No box to type in');
    fireEvent.input(box, { target: { value: TYPED } });
    return { ...shown, route: route as Route };
  };
  const isNamedMeanwhile = async (form: (typeof FORMS)[number]) => {
    const { store, now, app, route, services } = await opensConcern(form);
    await leaves({ app });
    await moves({ store }, await now());
    const before = (await now()).heads;
    await comesBack({ app }, route);
    asksAt(form);
    await waitFor(() => expect(problem()?.textContent).toMatch(NOW_IVOS), LOADS);
    expect((await now()).heads).toEqual(before);
    return { now, before, app, services };
  };
  const isSaved = async ({ now, before }: { now(): Promise<StoredRecord>; before: unknown }) => {
    fireEvent.click(saveButton() as HTMLButtonElement);
    await waitFor(async () => expect((await now()).heads).not.toEqual(before), LOADS);
    expect(JSON.stringify((await now()).value)).toContain(TYPED);
  };

  it.each(FORMS)(
    'is saved about somebody who was named meanwhile once the officer has read whom: %s',
    async (form) => {
      const shown = await isNamedMeanwhile(form);
      // Asks for more than was typed here.
      if (form !== 'page') await isSaved(shown);
    },
  );

  it.each(FORMS)(
    'asks again after a lock, where the question was not answered: %s',
    async (form) => {
      const shown = await isNamedMeanwhile(form);
      const { services, app, now, before } = shown;
      await app.unfinished.flushAll();
      await services.vault.lock();
      await screen.findByRole('heading', { name: 'Unlock' });
      services.setVault(OPEN);
      await screen.findByDisplayValue(TYPED, {}, LOADS);
      asksAt(form);
      await waitFor(() => expect(problem()?.textContent).toMatch(NOW_IVOS), LOADS);
      expect((await now()).heads).toEqual(before);
      if (form !== 'page') await isSaved(shown);
    },
  );

  it('asks nothing more once the officer starts again', async () => {
    const { store, now, app, route, services } = await opensConcern('close');
    await leaves({ app });
    await moves({ store }, await now());
    app.router.go(route);
    const afresh = await screen.findByRole('button', { name: 'Start again' }, LOADS);
    await waitFor(() => expect(problem()?.textContent).toMatch(NOW_IVOS), LOADS);
    // On screen for as long as the form is.
    const { id, heads } = await now();
    await waitFor(async () =>
      expect(JSON.stringify(await services.work.load(`concern/close/${id}`))).toContain(heads[0]),
    );
    expect(problem()?.textContent).toMatch(NOW_IVOS);
    fireEvent.click(afresh);
    await waitFor(() => expect(problem()).toBeNull(), LOADS);
  });

  it.each(['add', 'close'] as const)(
    'is not saved with the first press about somebody who was named while it was open: %s',
    async (form) => {
      const { store, now, services } = await opensConcern(form);
      await moves({ store }, await now());
      const before = (await now()).heads;
      const keeps = vi.spyOn(services.saves, 'keep');
      fireEvent.click(saveButton() as HTMLButtonElement);
      await waitFor(() => expect(problem()).not.toBeNull(), LOADS);
      expect(keeps.mock.settledResults.map(({ type }) => type)).toEqual(['rejected']);
      expect((await now()).heads).toEqual(before);
      if (form === 'add') return;
      expect(problem()?.textContent).toMatch(NOW_IVOS);
      await isSaved({ now, before });
    },
  );
});

describe.each(['decision', 'promise'] as const)(
  'a %s on an enquiry, from which a referral was made meanwhile',
  (kind) => {
    const fills = async (): Promise<void> => {
      if (kind === 'decision') {
        fireEvent.click(await screen.findByLabelText('Ask for more information', {}, LOADS));
        fireEvent.input(screen.getByLabelText('Reason'), { target: { value: TYPED } });
        return;
      }
      const by = within(await screen.findByRole('group', { name: 'By when' }, LOADS));
      for (const [part, value] of [
        ['Day', '8'],
        ['Month', '12'],
        ['Year', '2026'],
      ] as const)
        fireEvent.input(by.getByLabelText(part), { target: { value } });
      fireEvent.input(screen.getByLabelText(/^In words/), { target: { value: TYPED } });
    };
    const starts = async () => {
      const enquiry = buildEnquiry({});
      const name = kind === 'decision' ? 'decide' : 'promise';
      const route = { name, on: 'enquiry', record: enquiry.id } as const;
      const shown = await opens('enquiry', enquiry, route);
      await fills();
      const { store } = shown;
      /** As the form that came back names somebody, in another window. */
      const names = (subjectId: RecordId) =>
        store.commit({
          changes: [newRecord('referral', buildReferral({ subjectId, enquiryId: enquiry.id }))],
          reason: 'case-work',
        });
      const made = async (): Promise<readonly StoredRecord[]> =>
        store.query(kind, { enquiryId: enquiry.id });
      return { ...shown, route, names, made };
    };
    const saves = async ({ made }: Pick<Awaited<ReturnType<typeof starts>>, 'made'>) => {
      fireEvent.click(saveButton() as HTMLButtonElement);
      await waitFor(async () => expect(await made()).toHaveLength(1), LOADS);
      expect(JSON.stringify((await made()).map(({ value }) => value))).toContain(TYPED);
    };

    it('is saved from a draft once the officer has read whom', async () => {
      const shown = await starts();
      await leaves(shown);
      await shown.names(IVO.id);
      await comesBack(shown, shown.route);
      fireEvent.click(saveButton() as HTMLButtonElement);
      await waitFor(() => expect(problem()?.textContent).toMatch(NOW_IVOS), LOADS);
      expect(await shown.made()).toEqual([]);
      await saves(shown);
    });

    it('is saved from the form that is open once the officer has read whom', async () => {
      const shown = await starts();
      await shown.names(IVO.id);
      fireEvent.click(saveButton() as HTMLButtonElement);
      await waitFor(() => expect(problem()?.textContent).toMatch(NOW_IVOS), LOADS);
      expect(await shown.made()).toEqual([]);
      await saves(shown);
    });

    it('is not saved where whoever was named is not open to the officer', async () => {
      const shown = await starts();
      await shown.names(buildId());
      await pressesTwice(shown.services);
      expect(problem()?.textContent).toMatch(/nobody was named when this form was opened/);
      expect(await shown.made()).toEqual([]);
      expect(screen.queryByDisplayValue(TYPED)).not.toBeNull();
    });

    it('is saved unasked while nobody is named', async () => {
      await saves(await starts());
    });
  },
);
