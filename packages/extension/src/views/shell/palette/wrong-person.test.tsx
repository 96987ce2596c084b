// @vitest-environment happy-dom
/** No act begins on somebody whom the officer did not mean, and none that cannot be done. */
import {
  buildIntervention,
  buildOnlineIdentifier,
  buildReferral,
  buildSafeguardingConcern,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const person = (name: string, bornOn: string) =>
  buildSubject({ name, bornOn, aliases: [], schools: [], phones: [] });
const TAMSIN = person('Tamsin Okafor', '2010-03-14');
const TAMAR = person('Tamar Reed', '2011-09-02');
const NOOR = person('Noor Siddiqui', '2012-01-09');
const NOORA = person('Noora Lind', '2009-05-20');
const WAITS = buildReferral({ subjectId: NOOR.id, reference: 'CC/2026/7' });
const DONE = buildReferral({ subjectId: NOORA.id, reference: 'CC/2026/8', status: 'accepted' });
/** Without a referral there is nothing to sum up. */
const ONE = buildReferral({ subjectId: TAMSIN.id, reference: 'CC/2026/9', status: 'accepted' });
const TWO = buildReferral({ subjectId: TAMAR.id, reference: 'CC/2026/6', status: 'accepted' });
const CONCERN = buildSafeguardingConcern({ subjectId: TAMSIN.id });
const MET = buildIntervention({ subjectId: NOOR.id, note: 'DC Tamsin Ward was there too.' });
const FREYA = person('Freya Kestrelman', '2010-02-01');
const KESTREL = buildOnlineIdentifier({ subjectId: NOOR.id, asSeen: 'kestrel.void' });
const HANDLE = buildOnlineIdentifier({ subjectId: TAMAR.id, asSeen: 'tamsin_fan_99' });

async function opened(more: readonly ReturnType<typeof newRecord>[] = []) {
  const shown = await showShell({ start: { name: 'settings' } });
  await shown.services.store.commit({
    changes: [
      ...[TAMSIN, TAMAR, NOOR, NOORA].map((each) => newRecord('subject', each)),
      newRecord('referral', WAITS),
      ...[ONE, TWO, DONE].map((each) => newRecord('referral', each)),
      ...more,
    ],
    reason: 'case-work',
  });
  await screen.findByRole('heading', { level: 1 });
  return { ...shown, ...(await palette()) };
}
async function palette() {
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  const box = await screen.findByRole('combobox', { name: 'What do you want to open or do?' });
  return {
    types: (value: string) => fireEvent.input(box, { target: { value } }),
    press: (key: string) => fireEvent.keyDown(box, { key }),
    enters: () => fireEvent.submit(box.closest('form') ?? box),
    choices: () => screen.queryAllByRole('option').map(({ textContent }) => textContent ?? ''),
    meant: () => box.getAttribute('aria-activedescendant'),
  };
}
const SETTINGS = { name: 'settings' };

describe('an act on one of several whom the words fit', () => {
  it('is offered for each of them, told apart, and begins on nobody until one is chosen', async () => {
    const { types, enters, press, choices, meant, app } = await opened();
    types('summary tam');
    await waitFor(() =>
      expect(choices().filter((each) => each.startsWith('Case summary'))).toEqual([
        'Case summaryTamar Reed, 15, born 2 September 2011, CC/2026/6',
        'Case summaryTamsin Okafor, 16, born 14 March 2010, CC/2026/9',
      ]),
    );
    expect(meant()).toBeNull();
    enters();
    await screen.findByText('What you typed fits several people: choose one');
    expect(app.router.route.value).toEqual(SETTINGS);
    press('ArrowDown');
    press('ArrowDown');
    await waitFor(() =>
      expect(screen.getByRole('option', { selected: true }).textContent).toContain('Tamsin'),
    );
    enters();
    expect(app.router.route.value).toMatchObject({ name: 'summary', subject: TAMSIN.id });
  });

  it('begins on nobody though it can only be done for one of them', async () => {
    const { types, enters, choices, app } = await opened();
    types('refuse noor');
    await waitFor(() => expect(choices().join()).toContain('Decide on the referralNoor Siddiqui'));
    enters();
    await screen.findByText('What you typed fits several people: choose one');
    expect(app.router.route.value).toEqual(SETTINGS);
  });

  it('begins on nobody while somebody else is still looked for: Enter right after the last letter', async () => {
    const { types, enters, choices, app } = await opened([newRecord('onlineIdentifier', HANDLE)]);
    types('tamsin summary');
    enters();
    await screen.findByText('What you typed fits several people: choose one');
    expect(choices().filter((each) => each.startsWith('Case summary'))).toHaveLength(2);
    expect(app.router.route.value).toEqual(SETTINGS);
  });

  it('begins on the one whose name it is, though an officer on the record of another has it', async () => {
    const { types, enters, choices, app } = await opened([newRecord('intervention', MET)]);
    types('tamsin summary');
    enters();
    await waitFor(() =>
      expect(app.router.route.value).toMatchObject({ name: 'summary', subject: TAMSIN.id }),
    );
    expect(choices()).toEqual([]);
  });

  it('begins by Enter right after the last letter on the only one', async () => {
    const { types, enters, app } = await opened();
    types('okafor summary');
    enters();
    await waitFor(() =>
      expect(app.router.route.value).toMatchObject({ name: 'summary', subject: TAMSIN.id }),
    );
  });

  it('is dropped when more is typed before everybody is found', async () => {
    const { types, enters, choices, app } = await opened();
    types('okafor summary');
    enters();
    types('okafor summary x');
    await waitFor(() => expect(choices().join()).not.toContain('Tamsin'));
    expect(app.router.route.value).toEqual(SETTINGS);
  });
});

describe('a person whose name or handle was begun', () => {
  it('is not opened by Enter right after the last letter while a handle of somebody else begins so', async () => {
    const { types, enters, press, choices, app } = await opened([
      newRecord('subject', FREYA),
      newRecord('onlineIdentifier', KESTREL),
    ]);
    types('kest');
    enters();
    await screen.findByText('What you typed fits several people: choose one');
    expect(choices().slice(0, 2)).toEqual([
      'Freya Kestrelman16, born 1 February 2010',
      'Noor Siddiqui14, born 9 January 2012, CC/2026/7As seen (identifier): kestrel.void',
    ]);
    expect(app.router.route.value).toEqual(SETTINGS);
    press('ArrowDown');
    press('ArrowDown');
    enters();
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'subject', subject: NOOR.id }),
    );
  });

  it('is opened by Enter where only a note about somebody else has the word', async () => {
    const { types, enters, app } = await opened([newRecord('intervention', MET)]);
    types('tamsin');
    enters();
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'subject', subject: TAMSIN.id }),
    );
  });
});

describe('what was typed', () => {
  it.each(['okafor summary tamsin', 'summary okafor tamsin', 'tamsin okafor case summary'])(
    'is an act and a person in any order: “%s”',
    async (typed) => {
      const { types, choices } = await opened();
      types(typed);
      await waitFor(() =>
        expect(choices()[0]).toBe('Case summaryTamsin Okafor, 16, born 14 March 2010, CC/2026/9'),
      );
    },
  );

  it.each([
    ['passphrase', 'Change the passphrase'],
    ['new recovery', 'Make a new recovery key'],
    ['lock after', 'Lock after this long without typing or moving the pointer'],
    ['keyboard', 'Keyboard shortcuts'],
  ])('is a setting: “%s”', async (typed, setting) => {
    const { types, choices } = await opened();
    types(typed);
    await waitFor(() => expect(choices()).toContain(setting));
  });

  it('leads to the help where the keys are changed', async () => {
    const { types, enters, choices } = await opened();
    types('keyboard shortcuts');
    await waitFor(() => expect(choices()).toEqual(['Keyboard shortcuts']));
    enters();
    await screen.findByRole('heading', { level: 1, name: 'Help' });
  });
});

describe('an act that is impossible now', () => {
  it('says so in its row, and Enter does not begin it', async () => {
    const { types, enters, choices, app } = await opened([
      newRecord('safeguardingConcern', CONCERN),
    ]);
    types('okafor close case');
    await waitFor(() =>
      expect(choices()[0]).toBe(
        'Close the caseTamsin Okafor, 16, born 14 March 2010, CC/2026/9Not now. A safeguarding concern is open. Close it first.',
      ),
    );
    enters();
    await screen.findByText(
      'Close the case cannot be done now. A safeguarding concern is open. Close it first.',
    );
    expect(app.router.route.value).toEqual(SETTINGS);
  });

  it('is told by the keeper about that person alone, without a look being logged', async () => {
    const { services } = await opened([newRecord('safeguardingConcern', CONCERN)]);
    const looks = (await services.store.audit()).length;
    expect(await services.ask('obstacles', [TAMSIN.id])).toMatchObject({
      subject: TAMSIN.id,
      before: { close: { name: 'concern-open', concern: CONCERN.id } },
    });
    const { before } = await services.ask('obstacles', [TAMAR.id]);
    expect(before.close).toBeUndefined();
    expect((await services.store.audit()).length).toBe(looks);
  });
});

describe('people whose screens were open', () => {
  it('are offered before anything is typed, the last first, but the one on screen', async () => {
    const { app, press } = await opened();
    press('Escape');
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    for (const { id } of [TAMAR, NOOR, TAMSIN, NOOR])
      app.router.go({ name: 'quick-log', subject: id });
    app.router.go({ name: 'quick-log', subject: TAMAR.id });
    const { choices } = await palette();
    await waitFor(() =>
      expect(choices().slice(0, 2)).toEqual([
        'Noor Siddiqui14, born 9 January 2012, CC/2026/7',
        'Tamsin Okafor16, born 14 March 2010, CC/2026/9',
      ]),
    );
    expect(choices().filter((each) => each.startsWith('Tamar'))).toEqual([]);
  });

  it('are forgotten when the vault locks', async () => {
    const { app, services } = await opened();
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    app.router.go({ name: 'quick-log', subject: TAMSIN.id });
    app.router.go({ name: 'settings' });
    await services.vault.lock();
    expect(app.router.visited()).toEqual([{ name: 'settings' }]);
  });
});
