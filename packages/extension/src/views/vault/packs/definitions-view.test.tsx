// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { Policy } from '../../../ports/services.js';
import {
  day,
  instant,
  signedPack,
  type TestIssuer,
  testIssuer,
  written,
} from '../../../testing/packs-under-test.js';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const ISSUER = await testIssuer('Wendingshire cyber unit');
const LIMITS = written(
  'time-limits',
  'our-limits',
  [{ id: 'first-contact', workingDays: 3, words: 'The first contact is within 3 working days' }],
  { title: 'Our limits' },
);
/** Long ago: it acts on the day of any test. */
const pack = (definitions: readonly object[], issuer: TestIssuer = ISSUER) =>
  signedPack(issuer, definitions, {
    madeAt: instant('2020-01-02T10:00:00.000Z'),
    from: day('2020-01-02'),
  });

const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }));
const choose = async (text: string) => {
  const control = (await screen.findByLabelText('Choose or drop a file')) as HTMLInputElement;
  Object.defineProperty(control, 'files', {
    value: [new File([text], 'pack.json')],
    configurable: true,
  });
  fireEvent.change(control);
  await press('Show what it would change');
};
const comparesAs = async (rank: string) => {
  fireEvent.click(await screen.findByLabelText('They are the same'));
  fireEvent.click(await screen.findByLabelText(rank));
  await press('Continue');
};
const takesIn = async (text: string) => {
  await choose(text);
  await comparesAs('My force’s');
  await press('Take in this pack');
  await screen.findByRole('heading', { level: 1, name: 'Definitions in force' });
};
const showTake = () => showShell({ start: { name: 'take-pack' } });
const tableOf = async (name: string) => within(await screen.findByRole('table', { name }));

describe('definitions in force', () => {
  it('shows what ships with its standing and source, and that none of it is official', async () => {
    await showShell({ start: { name: 'definitions' } });
    await screen.findByText('No pack has been taken in.');
    fireEvent.click(screen.getByText(/^What ships with this toolkit/));
    const details = screen.getByText(/^What ships with this toolkit/).closest('details');
    if (details) {
      details.open = true;
      fireEvent(details, new Event('toggle'));
    }
    const lists = (await tableOf('Code list')).getAllByRole('row').slice(1);
    expect(lists.length).toBeGreaterThan(50);
    const templates = (await tableOf('Report template')).getAllByRole('row').slice(1);
    expect(templates.length).toBeGreaterThan(5);
    const names = templates.map((row) => within(row).getByRole('rowheader').textContent);
    expect(new Set(names).size).toBe(names.length);
    const rows = [...lists, ...templates];
    for (const row of rows) {
      expect(row.textContent).toMatch(/(Last checked|Written down on) \d/);
      expect(row.textContent).not.toMatch(/Official:/);
    }
  });

  it('shows a pack that was taken in: from whom, since when, in place of what', async () => {
    await showTake();
    await takesIn(await pack([LIMITS]));
    await screen.findByText('“Wendingshire force pack”, version 1, was taken in');
    const [, row] = (await tableOf('Definitions from packs')).getAllByRole('row');
    for (const words of [
      'Our limits, version 1.0.0',
      'Time limits',
      'Wendingshire cyber unit (force)',
      'The issuer’s own, not official',
      'This toolkit: ',
    ])
      expect(row?.textContent).toContain(words);
    const [, held] = (await tableOf('Packs')).getAllByRole('row');
    expect(held?.textContent).toContain('In force. It or a source in it is more than 2 years old');
    expect(held?.textContent).toContain(', by you');
  });

  it('shows what the policy sets itself, with its standing and source', async () => {
    const policy: Policy = {
      fips: false,
      timeLimits: [
        {
          id: 'first-contact',
          workingDays: 2,
          words: 'Our force makes contact within 2 working days',
          status: 'proposed',
          source: 'Procedure 12',
          checkedOn: day('2026-11-02'),
        },
      ],
      retention: [
        {
          group: 'not-suspected',
          clearYears: 9,
          everyYears: 1,
          untilAge: 100,
          status: 'found',
          source: 'Schedule 4',
        },
      ],
    };
    await showShell({ start: { name: 'definitions' }, policy });
    const rows = (await tableOf('Set by your force’s policy')).getAllByRole('row').slice(1);
    const [limit, period] = rows.map(({ textContent }) => textContent);
    for (const words of [
      'Our force makes contact within 2 working days',
      'Your force’s own, not official',
      'Procedure 12. Last checked 2 November 2026.',
    ])
      expect(limit).toContain(words);
    for (const words of [
      ': reviewed after 9 years, then every year, kept until the person would be 100',
      'Read in a public source',
      'Schedule 4',
    ])
      expect(period).toContain(words);
    cleanup();
    await showShell({ start: { name: 'definitions' } });
    await screen.findByText('No pack has been taken in.');
    expect(screen.queryByText('Set by your force’s policy')).toBeNull();
  });

  it('sets a pack aside with its reason, and puts it back', async () => {
    await showTake();
    await takesIn(await pack([LIMITS]));
    await press('Set aside Wendingshire force pack, version 1');
    const question = await screen.findByRole('heading', {
      name: 'Set aside “Wendingshire force pack”, version 1, from Wendingshire cyber unit?',
    });
    const panel = within(question.closest('section') as HTMLElement);
    fireEvent.click(panel.getByRole('button', { name: 'Set aside' }));
    await panel.findByText('Enter why you are setting it aside');
    fireEvent.input(panel.getByLabelText('Why are you setting it aside?'), {
      target: { value: 'It names the wrong unit.' },
    });
    fireEvent.click(panel.getByRole('button', { name: 'Set aside' }));
    await screen.findByText(/^Set aside on .*: It names the wrong unit\.$/);
    await screen.findByText('Nothing from a pack is in force today.');
    await press('Put back Wendingshire force pack, version 1');
    await tableOf('Definitions from packs');
  });

  it('stops trusting a key that the officer compared', async () => {
    await showTake();
    await takesIn(await pack([LIMITS]));
    await press('Stop trusting Wendingshire cyber unit');
    const question = await screen.findByRole('heading', {
      name: 'Stop trusting the key of Wendingshire cyber unit?',
    });
    fireEvent.click(
      within(question.closest('section') as HTMLElement).getByRole('button', {
        name: 'Stop trusting',
      }),
    );
    await screen.findByText('The key of Wendingshire cyber unit is no longer trusted.');
    await screen.findByText(
      /Recalled on .*The key of Wendingshire cyber unit is no longer trusted/,
    );
  });
});

describe('taking in a pack', () => {
  it('asks for a file first, and says in words what is wrong with one', async () => {
    await showTake();
    await press('Show what it would change');
    await waitFor(() => expect(screen.getAllByText(/Choose a file/).length).toBeGreaterThan(0));
    await choose('{}');
    await waitFor(() =>
      expect(screen.getAllByText(/This is not a pack, or it was altered/).length).toBeGreaterThan(
        0,
      ),
    );
    expect(screen.queryByRole('button', { name: 'Take in this pack' })).toBeNull();
  });

  it('shows nothing that a pack says of itself as known, until its key is compared', async () => {
    await showTake();
    await choose(await pack([LIMITS]));
    await screen.findByText('Nobody here has compared its key with Wendingshire cyber unit yet');
    expect(screen.getAllByRole('listitem').length).toBeGreaterThanOrEqual(16);
    expect(screen.queryByRole('button', { name: 'Take in this pack' })).toBeNull();
    await press('Continue');
    await screen.findByText('Select whether the groups are the same');
    fireEvent.click(screen.getByLabelText('They are the same'));
    await press('Continue');
    await screen.findByText('Select whose pack it is');
    await comparesAs('My region’s');
    await screen.findByText(
      /^On .* you said that you compared its fingerprint and that the issuer is your region\. That is your word/,
    );
    await screen.findByText('1 changed');
  });

  it('asks with nothing selected if the groups are the same, and takes nothing in if not', async () => {
    const { services } = await showTake();
    await choose(await pack([LIMITS]));
    const same = (await screen.findByLabelText('They are the same')) as HTMLInputElement;
    const notSame = screen.getByLabelText(
      'They are not the same, or I could not compare them',
    ) as HTMLInputElement;
    expect([same.checked, notSame.checked]).toEqual([false, false]);
    expect(screen.queryByText('Whose pack is it?')).toBeNull();
    fireEvent.click(notSame);
    await press('Continue');
    await screen.findByText(
      /^Nothing was taken in, .*ask Wendingshire cyber unit to read them out.*tell your administrator\.$/,
    );
    expect(screen.queryByRole('button', { name: 'Take in this pack' })).toBeNull();
    expect(await services.ask('packs-held', [])).toMatchObject({ packs: [], issuers: [] });
    await comparesAs('My force’s');
    await screen.findByRole('button', { name: 'Take in this pack' });
  });

  it('warns of an old pack and says how much it replaces', async () => {
    await showTake();
    await choose(await pack([LIMITS]));
    await comparesAs('My force’s');
    await screen.findByText(/This pack was made on 2 January 2020, more than 2 years ago/);
    await screen.findByText(/1 of its \d+ entries replaced; the other \d+ stay$/);
  });

  it('names what is left out, with its reason', async () => {
    await showTake();
    await choose(await pack([{ ...LIMITS, standing: 'official' }]));
    await comparesAs('My force’s');
    await screen.findByText(
      /^Our limits, version 1\.0\.0 \(Time limits, called “our-limits” in the file, 1 entry\): .*calls itself official\. Only the body that issues it.* In the file: line \d+, column \d+\.$/,
    );
  });

  it('shows the changes again, and takes nothing in, where something changed meanwhile', async () => {
    const { services } = await showTake();
    await choose(await pack([LIMITS]));
    await comparesAs('My force’s');
    await screen.findByRole('button', { name: 'Take in this pack' });
    const other = await testIssuer('The national unit');
    const theirs = written('time-limits', 'their-limits', [
      { id: 'first-contact', workingDays: 5, words: 'The first contact is within 5 working days' },
    ]);
    const text = await pack([theirs], other);
    const preview = await services.ask('pack-preview', [
      text,
      { rank: 'national', compared: 'same' },
    ]);
    if (!preview.ok) throw new Error('no preview');
    await services.ask('pack-take', [
      text,
      { rank: 'national', compared: 'same' },
      preview.value.shown,
    ]);
    await press('Take in this pack');
    await screen.findByText(/^Something changed since you saw what this pack would change/);
    await screen.findByText('1 without effect, because a stronger issuer has it too');
    expect((await services.ask('packs-held', [])).packs).toHaveLength(1);
  });
});
