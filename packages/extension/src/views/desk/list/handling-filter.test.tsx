// @vitest-environment happy-dom
/** People and identifiers are found by whether conditions apply to what is on record about them. */
import {
  buildOnlineIdentifier,
  buildReferral,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

async function held() {
  const shown = await showShell({ start: { name: 'safeguarding' } });
  const capture = buildSourceCapture({ conditions: 'Not to be told to the family' } as never);
  const sources = (path: string) => ({ [path]: [buildSource({ capture: capture.id })] });
  const [ada, wren] = [buildSubject({ name: 'Ada Vael' }), buildSubject({ name: 'Wren Quill' })];
  const referrals = [ada, wren].map(({ id }) => buildReferral({ subjectId: id }));
  const identifiers = [
    buildOnlineIdentifier({ subjectId: ada.id, asSeen: 'grebe_41' }),
    buildOnlineIdentifier({ subjectId: wren.id, asSeen: 'quill_09' }),
  ];
  const [first, second] = referrals.map((each) => newRecord('referral', each));
  const [grebe, quill] = identifiers.map((each) => newRecord('onlineIdentifier', each));
  if (!first || !second || !grebe || !quill) throw new Error('not made');
  await shown.services.store.commit({
    changes: [
      newRecord('sourceCapture', capture),
      newRecord('subject', ada),
      newRecord('subject', wren),
      { ...first, sources: sources('narrative') },
      second,
      { ...grebe, sources: sources('asSeen') },
      quill,
    ],
    reason: 'case-work',
  });
  return shown;
}

const rows = () => screen.queryAllByRole('rowheader').map(({ textContent }) => textContent);

it.each([
  ['subjects', 'Ada Vael', 'Wren Quill'],
  ['referrals', 'Ada Vael', 'Wren Quill'],
  ['identifier', 'grebe_41', 'quill_09'],
] as const)(
  'the screen %s has what was given on conditions, or what was not',
  async (name, on, off) => {
    const { app } = await held();
    app.router.go({ name } as never);
    await screen.findByRole('rowheader', { name: new RegExp(on) });
    fireEvent.click(screen.getByRole('button', { name: 'Filter' }));
    fireEvent.change(screen.getByLabelText('Filter by'), { target: { value: 'handling' } });
    const ticks = (choice: RegExp) =>
      fireEvent.click(screen.getByRole('checkbox', { name: choice }));
    ticks(/^Conditions apply/);
    await waitFor(() => expect(rows()).toEqual([expect.stringContaining(on)]));
    ticks(/^Conditions apply/);
    ticks(/^No conditions on record/);
    await waitFor(() => expect(rows()).toEqual([expect.stringContaining(off)]));
  },
);
