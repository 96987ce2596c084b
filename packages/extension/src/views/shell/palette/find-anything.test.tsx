// @vitest-environment happy-dom
/** Anything that is held, typed in the palette: who it is, where it was found, and what can be done about them. */
import {
  buildEnquiry,
  buildIntelligenceNote,
  buildOnlineIdentifier,
  buildReferral,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const TAMSIN = buildSubject({
  name: 'Tamsin Okafor',
  bornOn: '2010-03-14',
  aliases: [],
  schools: [],
});
const NOOR = buildSubject({
  name: 'Noor Siddiqui',
  bornOn: '2011-09-02',
  aliases: [],
  phones: ['07700 900777'],
});
const HANDLE = buildOnlineIdentifier({ subjectId: TAMSIN.id, asSeen: 'sinister_99' });
const WAITING = buildReferral({
  subjectId: NOOR.id,
  reference: 'CC/2026/7',
  narrative: 'Sold logins.',
});
const DECIDED = buildReferral({ subjectId: TAMSIN.id, reference: 'CC/2026/8', status: 'accepted' });
const ENQUIRY = buildEnquiry({ asked: 'A pupil has built a quadcopter.' });

async function opened() {
  const shown = await showShell({ start: { name: 'settings' } });
  await shown.services.store.commit({
    changes: [
      newRecord('subject', TAMSIN),
      newRecord('subject', NOOR),
      newRecord('onlineIdentifier', HANDLE),
      newRecord('referral', WAITING),
      newRecord('referral', DECIDED),
      newRecord('enquiry', ENQUIRY),
      newRecord(
        'intelligenceNote',
        buildIntelligenceNote({ subjectId: NOOR.id, text: 'A hovercraft.' }),
      ),
    ],
    reason: 'case-work',
  });
  await screen.findByRole('heading', { level: 1 });
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  const box = await screen.findByRole('combobox', { name: 'What do you want to open or do?' });
  return {
    ...shown,
    types: (value: string) => fireEvent.input(box, { target: { value } }),
    enters: () => fireEvent.submit(box.closest('form') ?? box),
    choices: () => screen.queryAllByRole('option').map(({ textContent }) => textContent),
  };
}

describe('a person', () => {
  it('is found by part of a handle, and the row says where', async () => {
    const { types, choices, enters, app } = await opened();
    types('ster_9');
    await waitFor(() =>
      expect(choices()).toEqual([
        'Tamsin Okafor16, born 14 March 2010, CC/2026/8As seen (identifier): sinister_99',
      ]),
    );
    enters();
    await waitFor(() =>
      expect(app.router.route.value).toEqual({ name: 'subject', subject: TAMSIN.id }),
    );
  });

  it('is found by a name with a typing error, and the row says no more than the name', async () => {
    const { types, choices } = await opened();
    types('okafro tasmin');
    await waitFor(() =>
      expect(choices()).toEqual(['Tamsin Okafor16, born 14 March 2010, CC/2026/8']),
    );
  });

  it('is found by the words of a graded note, which the row does not show', async () => {
    const { types, choices } = await opened();
    types('hovercraft');
    await waitFor(() =>
      expect(choices()).toEqual([
        'Noor Siddiqui15, born 2 September 2011, CC/2026/7Intelligence (intelligence note)',
      ]),
    );
  });

  it('is named in the log with the records and the fields whose words were shown', async () => {
    const { types, choices, enters, services } = await opened();
    types('sold logins');
    await waitFor(() => expect(choices()).toHaveLength(1));
    enters();
    await waitFor(async () => {
      const searches = (await services.store.audit()).filter(({ reason }) => reason === 'search');
      expect(searches).toMatchObject([
        { records: [NOOR.id, WAITING.id], fields: ['name', 'reference', 'narrative'] },
      ]);
      expect(JSON.stringify(searches)).not.toContain('logins');
    });
  });
});

describe('a person and something to do', () => {
  it.each(['tamsin summary', 'summary tamsin', 'sinister summary', 'summary tasmin'])(
    'are found by “%s”, in either order and by anything that is held',
    async (typed) => {
      const { types, choices, enters, app } = await opened();
      types(typed);
      await waitFor(() =>
        expect(choices()[0]).toBe('Case summaryTamsin Okafor, 16, born 14 March 2010, CC/2026/8'),
      );
      enters();
      await waitFor(() =>
        expect(app.router.route.value).toMatchObject({ name: 'summary', subject: TAMSIN.id }),
      );
    },
  );

  it('offers the decision on the referral that waits for one, and opens it', async () => {
    const { types, choices, enters, app } = await opened();
    types('refuse noor');
    const offer = 'Decide on the referralNoor Siddiqui, 15, born 2 September 2011, CC/2026/7';
    await waitFor(() => expect(choices()).toContain(offer));
    enters();
    await waitFor(() =>
      expect(app.router.route.value).toEqual({
        name: 'decide',
        on: 'referral',
        record: WAITING.id,
      }),
    );
  });

  it('offers no decision where there is none to make', async () => {
    const { types, choices } = await opened();
    types('tamsin refuse');
    await waitFor(() => expect(choices().join()).toContain('Tamsin Okafor'));
    expect(choices().join()).not.toContain('Decide on the referral');
  });
});

it('opens an enquiry about nobody by words of it', async () => {
  const { types, choices, enters, app } = await opened();
  types('quadcopter');
  await waitFor(() =>
    expect(choices()).toEqual(['EnquiryWhat was asked (enquiry): A pupil has built a quadcopter.']),
  );
  enters();
  await waitFor(() =>
    expect(app.router.route.value).toEqual({ name: 'enquiry', enquiry: ENQUIRY.id }),
  );
});
