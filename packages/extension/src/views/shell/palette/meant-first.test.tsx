// @vitest-environment happy-dom
/** Enter opens the only one whom the words mean, whoever is on screen, has a mention of it, or is half typed about. */
import {
  buildEnquiry,
  buildIntervention,
  buildOnlineIdentifier,
  buildReferral,
  buildRelatedPerson,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../../app/route.js';
import { draftOf } from '../../../testing/draft-under-test.js';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(
  () =>
    Promise.all([
      import('./palette.js'),
      import('../../vault/settings/settings-view.js'),
      import('../../subject/subject-view.js'),
      import('../../contact/quick-log/quick-log-view.js'),
    ]),
  60_000,
);
afterEach(cleanup);

const person = (name: string, bornOn: string, more: object = {}) =>
  buildSubject({ name, bornOn, aliases: [], schools: [], phones: [], emails: [], ...more });
const TAMSIN = person('Tamsin Okafor', '2010-03-14');
const NOOR = person('Noor Siddiqui', '2012-01-09');
const TOBIAS = person('Tobias Wren', '2011-09-02');
const ALBA = person('Alba Wren', '2013-05-20');
const MET = buildIntervention({ subjectId: NOOR.id, note: 'DC Tamsin Ward was there too.' });
const SETTINGS: Route = { name: 'settings' };
const SEVERAL = 'What you typed fits several people: choose one';

type Records = readonly ReturnType<typeof newRecord>[];

async function palette(people: readonly (typeof NOOR)[], more: Records = [], on: Route = SETTINGS) {
  const shown = await showShell({ start: SETTINGS });
  await shown.services.store.commit({
    changes: [...people.map((each) => newRecord('subject', each)), ...more],
    reason: 'case-work',
  });
  shown.app.router.go(on);
  await screen.findByRole('heading', { level: 1 });
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  const box = await screen.findByRole('combobox', { name: 'What do you want to open or do?' });
  const choices = () => screen.queryAllByRole('option').map(({ textContent }) => textContent ?? '');
  return {
    ...shown,
    choices,
    types: (value: string) => fireEvent.input(box, { target: { value } }),
    offers: (start: string) =>
      waitFor(() => expect(choices().some((each) => each.startsWith(start))).toBe(true)),
    enters: () => fireEvent.submit(box.closest('form') ?? box),
  };
}
const at = ({ id }: typeof NOOR): Route => ({ name: 'subject', subject: id });

describe('on the page of somebody whose note has the name of an officer', () => {
  it.each(['tamsin', 'tamsin okafor'])('“%s” and Enter opens whose name it is', async (typed) => {
    const { types, choices, enters, app } = await palette(
      [TAMSIN, NOOR],
      [newRecord('intervention', MET)],
      at(NOOR),
    );
    types(typed);
    await waitFor(() =>
      expect(choices().map((each) => each.replace(/\d.*/, ''))).toEqual([TAMSIN.name, NOOR.name]),
    );
    enters();
    await waitFor(() => expect(app.router.route.value).toEqual(at(TAMSIN)));
  });

  it('the person on screen is first of two who have the name', async () => {
    const { types, choices, enters, app } = await palette([TOBIAS, ALBA], [], at(TOBIAS));
    types('wren');
    await waitFor(() =>
      expect(choices().map((each) => each.replace(/\d.*/, ''))).toEqual([TOBIAS.name, ALBA.name]),
    );
    enters();
    await screen.findByText(SEVERAL);
    expect(app.router.route.value).toEqual(at(TOBIAS));
  });
});

describe('a telephone number that a relative on another record has too', () => {
  const NUMBER = '07700 900777';
  const LOW = 'b0000000-0000-4000-8000-000000000001';
  const HIGH = 'b0000000-0000-4000-8000-000000000002';

  it.each([
    [LOW, HIGH],
    [HIGH, LOW],
  ])('opens the child whose own it is, whichever record is first', async (own, other) => {
    const child = person('Kit Lind', '2012-02-03', { id: own, phones: [NUMBER] });
    const cousin = person('Xanthe Reed', '2011-02-03', { id: other });
    const aunt = buildRelatedPerson({ subjectId: cousin.id, phones: [NUMBER], emails: [] });
    const { types, offers, enters, app } = await palette(
      [child, cousin],
      [newRecord('relatedPerson', aunt)],
    );
    types(NUMBER);
    await offers(cousin.name);
    enters();
    await waitFor(() => expect(app.router.route.value).toEqual(at(child)));
  });

  it('opens nobody while it is the own of two', async () => {
    const two = ['Kit Lind', 'Jo Lind'].map((name) =>
      person(name, '2012-02-03', { phones: [NUMBER] }),
    );
    const { types, offers, enters, app } = await palette(two);
    types(NUMBER);
    await offers('Jo Lind');
    enters();
    await screen.findByText(SEVERAL);
    expect(app.router.route.value).toEqual(SETTINGS);
  });
});

describe('a half-typed form', () => {
  const quickLog = ({ id }: typeof NOOR) =>
    [`quick-log/${id}`, { minutes: 45, openedFrom: { name: 'quick-log', subject: id } }] as const;
  const OF_TOBIAS = 'Quick log for Tobias Wren';

  it('about one of two of the name does not open before anybody is chosen', async () => {
    const { types, offers, enters, app, services } = await palette([TOBIAS, ALBA]);
    services.work.fromElsewhere(...quickLog(TOBIAS));
    types('wren');
    await offers(OF_TOBIAS);
    enters();
    await screen.findByText(SEVERAL);
    expect(app.router.route.value).toEqual(SETTINGS);
  });

  it('does not open while a handle of somebody else may begin so', async () => {
    const handle = buildOnlineIdentifier({ subjectId: NOOR.id, asSeen: 'wren.void' });
    const { types, offers, enters, app, services } = await palette(
      [TOBIAS, NOOR],
      [newRecord('onlineIdentifier', handle)],
    );
    services.work.fromElsewhere(...quickLog(TOBIAS));
    types('tobias');
    await offers(OF_TOBIAS);
    const release = services.holdNext('find');
    types('wren');
    await offers(OF_TOBIAS);
    enters();
    expect(app.router.route.value).toEqual(SETTINGS);
    release();
    await screen.findByText(SEVERAL);
    expect(app.router.route.value).toEqual(SETTINGS);
  });

  it('does not open while a capture of another of the name is half typed', async () => {
    const { types, offers, enters, app, services } = await palette([TOBIAS]);
    const capture = draftOf({ label: 'Full name', value: 'Alba Wren', owner: ['Subject'] });
    services.work.fromElsewhere('draft', capture);
    services.work.fromElsewhere(...quickLog(TOBIAS));
    types('wren');
    await offers(OF_TOBIAS);
    await offers('Capture for Alba Wren');
    enters();
    await screen.findByText(SEVERAL);
    expect(app.router.route.value).toEqual(SETTINGS);
  });

  it('opens by Enter where nobody else is meant', async () => {
    const { types, offers, enters, app, services } = await palette([TOBIAS, NOOR]);
    services.work.fromElsewhere(...quickLog(TOBIAS));
    types('wren');
    await offers(OF_TOBIAS);
    enters();
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'quick-log', subject: TOBIAS.id }),
    );
  });
});

it('a reference that two people have opens neither', async () => {
  const reference = 'CC/2026/31';
  const both = [TAMSIN, NOOR].map(({ id }) =>
    newRecord('referral', buildReferral({ subjectId: id, reference })),
  );
  const { types, offers, enters, app } = await palette([TAMSIN, NOOR], both);
  types('cc/2026/31');
  await offers(NOOR.name);
  enters();
  await screen.findByText(SEVERAL);
  expect(app.router.route.value).toEqual(SETTINGS);
});

it('words of an enquiry open nobody who has only some of them', async () => {
  const enquiry = buildEnquiry({ asked: 'A pupil has built a quadcopter.' });
  const note = buildIntervention({ subjectId: NOOR.id, note: 'Talked about a quadcopter.' });
  const { types, offers, enters, app } = await palette(
    [NOOR],
    [newRecord('enquiry', enquiry), newRecord('intervention', note)],
  );
  types('pupil quadcopter');
  await offers(NOOR.name);
  await offers('Enquiry');
  enters();
  await screen.findByText(SEVERAL);
  expect(app.router.route.value).toEqual(SETTINGS);
});
