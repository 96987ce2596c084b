// @vitest-environment happy-dom
/** An officer who changes their mind in the review: what is counted, asked and saved is what stands at the end. */
import { buildId, type ReadingCell } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { draftOf, FICTIONAL } from '../../../testing/draft-under-test.js';
import { reviewing } from '../../../testing/review-under-test.js';

afterEach(cleanup);

const ACCOUNT =
  'Signed in with a teacher’s account on two days in January and changed the marks of two friends.';
const CHILD: readonly ReadingCell[] = [
  { label: 'Full name', value: 'Ada Vael', owner: ['Subject'] },
  { label: 'Telephone', value: '07700 900415', owner: ['Subject'] },
];
const telling = (value: string): ReadingCell => ({
  label: 'Narrative',
  value,
  owner: ['Referral'],
});
const QUESTION = 'The narrative is left, so the referral will not say why.';

const rowOf = (label: string): HTMLElement => {
  const row = [...document.querySelectorAll<HTMLElement>('[data-row]')].find(
    (each) => each.querySelector('.cp-draft-row__label')?.textContent === label,
  );
  if (!row) throw new Error(`No row is labelled ${label}`);
  return row;
};
const press = (label: string, key: string, shiftKey = false) => {
  rowOf(label).focus();
  fireEvent.keyDown(rowOf(label), { key, shiftKey });
};
const state = (label: string) => rowOf(label).querySelector('.cp-draft-row__state')?.textContent;
const is = (label: string, words: string) => waitFor(() => expect(state(label)).toBe(words));
const chip = (name: string | RegExp) => screen.findByRole('button', { name });
const saveByKeys = () => fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });
const saved = () => screen.findByText(/^Saved as a referral/);

async function corrects(label: string, value: string): Promise<void> {
  press(label, 'c');
  const box = await screen.findByLabelText(`${label}, corrected`);
  fireEvent.input(box, { target: { value } });
  fireEvent.submit(box.closest('form') ?? box);
  await waitFor(() => expect(screen.queryByLabelText(`${label}, corrected`)).toBeNull());
}

describe('a correction', () => {
  it.each([
    ['to the same words', 'Morgan Vael'],
    ['with a space at each end', ' Morgan Vael '],
  ])(
    '%s is none: the row is taken as it was read, and is not among what was changed',
    async (_, typed) => {
      const { store } = await reviewing(draftOf(...FICTIONAL));
      const before = (await chip(/^Changed/)).textContent ?? '';
      await corrects('Name', typed);
      await is('Name', 'Taken');
      expect((await chip(/^Changed/)).textContent).toBe(before);
      saveByKeys();
      await saved();
      const [subject] = await store.query('subject');
      expect(subject?.value.name).toBe('Morgan Vael');
      expect(JSON.stringify(subject?.sources)).not.toMatch(/correct/i);
    },
  );

  it('taken back to the words of the page is none', async () => {
    await reviewing(draftOf(...FICTIONAL));
    const before = (await chip(/^Changed/)).textContent ?? '';
    await corrects('Name', 'Morgan Vale');
    await is('Name', 'Corrected');
    expect((await chip(/^Changed/)).textContent).not.toBe(before);
    await corrects('Name', 'Morgan Vael');
    await is('Name', 'Taken');
    await chip(before);
  });

  it('of capitals alone is one: the page wrote otherwise', async () => {
    const { store } = await reviewing(draftOf(...FICTIONAL));
    await corrects('Name', 'MORGAN VAEL');
    await is('Name', 'Corrected');
    saveByKeys();
    await saved();
    expect((await store.query('subject'))[0]?.value.name).toBe('MORGAN VAEL');
  });

  it.each([
    ['Name', 'Morgan Vael'],
    ['Telephone', '07700 900415'],
  ])(
    'of a row that was left, to the same words, takes it as it was read: %s',
    async (label, same) => {
      await reviewing(draftOf(...FICTIONAL));
      press(label, 'l');
      await is(label, 'Left');
      await corrects(label, same);
      await is(label, 'Taken');
    },
  );

  it('of a telephone number to the same number is none', async () => {
    await reviewing(draftOf(...FICTIONAL));
    await corrects('Telephone', '07700 900415');
    await is('Telephone', 'Taken');
  });

  it('to nothing takes nothing in silence', async () => {
    const { store } = await reviewing(draftOf(...FICTIONAL));
    press('Name', 'c');
    const box = await screen.findByLabelText('Name, corrected');
    fireEvent.input(box, { target: { value: '   ' } });
    fireEvent.submit(box.closest('form') ?? box);
    await waitFor(() => expect(screen.getByRole('main').textContent).toMatch(/Enter|Left/));
    expect(await store.query('subject')).toEqual([]);
  });
});

describe('the counts of the bar', () => {
  const counts = () =>
    (/(\d+) taken, (\d+) left, (\d+) masked/.exec(document.body.textContent ?? '') ?? [])
      .slice(1)
      .map(Number);

  it('add up to all that was read, whatever is pressed', async () => {
    await reviewing(draftOf(...FICTIONAL));
    const all = Number((await chip(/^All/)).textContent?.replace(/\D/g, ''));
    const sum = () => counts().reduce((total, each) => total + each, 0);
    expect(sum()).toBe(all);
    for (const [label, key, words] of [
      ['Name', 'l', 'Left'],
      ['Telephone', 'm', 'Masked'],
      ['Name', 't', 'Taken'],
      ['Date of birth', 'm', 'Masked'],
      ['Telephone', 'l', 'Left'],
    ] as const) {
      press(label, key);
      await is(label, words);
      await waitFor(() => expect(sum()).toBe(all));
    }
    expect(counts()[2]).toBe(1);
  });

  it('agree with the filters', async () => {
    await reviewing(draftOf(...FICTIONAL));
    press('Telephone', 'l');
    await is('Telephone', 'Left');
    const [, left] = counts();
    fireEvent.click(await chip(`Left ${left}`));
    await waitFor(() => expect(document.querySelectorAll('[data-row]')).toHaveLength(left ?? 0));
  });
});

describe('a group taken together', () => {
  it('takes no name of somebody else, which the law does not let start as taken', async () => {
    await reviewing(draftOf(...FICTIONAL));
    expect(state('Related person’s name')).toBe('Left');
    press('Related person’s name', 'T', true);
    press('Name', 'l');
    await is('Name', 'Left');
    expect(state('Related person’s name')).toBe('Left');
  });

  it('leaves what was masked masked', async () => {
    await reviewing(draftOf(...FICTIONAL));
    press('Telephone', 'm');
    await is('Telephone', 'Masked');
    press('Name', 'l');
    await is('Name', 'Left');
    press('Date of birth', 'l');
    await is('Date of birth', 'Left');
    press('Name', 'T', true);
    await is('Name', 'Taken');
    expect(state('Telephone')).toBe('Masked');
  });
});

describe('the question about a narrative that is left', () => {
  const asks = () => screen.queryByRole('group', { name: QUESTION });

  it('is not asked once the narrative was taken by hand after it was asked', async () => {
    const { store } = await reviewing(draftOf(...CHILD, telling(ACCOUNT)));
    saveByKeys();
    const question = await screen.findByRole('group', { name: QUESTION });
    fireEvent.click(within(question).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(asks()).toBeNull());
    const label = [...document.querySelectorAll('[data-row]')]
      .map((row) => row.querySelector('.cp-draft-row__label')?.textContent ?? '')
      .find((words) => /narrative|happened|account/i.test(words));
    press(label ?? 'Narrative', 't');
    await is(label ?? 'Narrative', 'Taken');
    saveByKeys();
    await saved();
    expect((await store.query('referral'))[0]?.value.narrative).toBe(ACCOUNT);
  });

  it('is asked again after Cancel, for nothing was decided', async () => {
    const { store } = await reviewing(draftOf(...CHILD, telling(ACCOUNT)));
    saveByKeys();
    const question = await screen.findByRole('group', { name: QUESTION });
    fireEvent.click(within(question).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(asks()).toBeNull());
    saveByKeys();
    await screen.findByRole('group', { name: QUESTION });
    expect(await store.query('referral')).toEqual([]);
  });

  it('is asked of a narrative that is masked too, and never saves what is masked', async () => {
    const { store } = await reviewing(draftOf(...CHILD, telling(ACCOUNT)));
    press('Narrative', 'm');
    await is('Narrative', 'Masked');
    saveByKeys();
    await waitFor(() =>
      expect(asks() ?? screen.queryByText(/^Saved as a referral/)).not.toBeNull(),
    );
    if (asks()) fireEvent.click(await chip(/^Save without it/));
    await saved();
    expect((await store.query('referral'))[0]?.value.narrative).toBeUndefined();
    expect(JSON.stringify(await store.query('sourceCapture'))).not.toContain('changed the marks');
  });
});

describe('sensitive words that come in by a correction', () => {
  const DIAGNOSIS = `${ACCOUNT} She was diagnosed with autism in the autumn.`;
  const asked = () =>
    screen.findByText(/^Say whether the narrative says something about a person’s health/, {
      selector: 'button',
    });

  it('are asked about before anything is saved', async () => {
    const { store } = await reviewing(draftOf(...CHILD, telling(ACCOUNT)));
    await corrects('Narrative', DIAGNOSIS);
    saveByKeys();
    await asked();
    expect(await store.query('referral')).toEqual([]);
  });

  it('are asked about though other words of the kind were answered with no', async () => {
    const { store } = await reviewing(
      draftOf(...CHILD, telling(`${ACCOUNT} He is allergic to nuts and has asthma.`)),
    );
    fireEvent.click(await chip('Save with its narrative'));
    await asked();
    fireEvent.click(await screen.findByLabelText('No'));
    await corrects('Narrative', DIAGNOSIS);
    saveByKeys();
    await asked();
    expect(await store.query('referral')).toEqual([]);
  });

  it('are asked about no more once they were taken out again', async () => {
    const { store } = await reviewing(draftOf(...CHILD, telling(DIAGNOSIS)));
    await corrects('Narrative', ACCOUNT);
    saveByKeys();
    await saved();
    expect((await store.query('referral'))[0]?.value.narrative).toBe(ACCOUNT);
  });
});

describe('a page that gave nothing', () => {
  it('on which text stood is said to have nothing recognised, and nothing can be saved in silence', async () => {
    const { store } = await reviewing(
      draftOf({ label: 'Shoe size', value: '42' }, { label: 'Locker', value: 'B12' }),
    );
    await screen.findByRole('heading', { name: 'Nothing was recognised on this page' });
    saveByKeys();
    await screen.findByRole('alert');
    expect(await store.query('referral')).toEqual([]);
    expect(await store.query('subject')).toEqual([]);
  });

  it('is not said of a page where one value was recognised and left', async () => {
    await reviewing(draftOf({ label: 'Full name', value: 'Ada Vael', owner: ['Subject'] }));
    press('Name', 'l');
    await is('Name', 'Left');
    expect(
      screen.queryByRole('heading', { name: 'Nothing was recognised on this page' }),
    ).toBeNull();
  });
});

/** Another page, at an address of its own. */
const ROWAN = draftOf({ label: 'Full name', value: 'Rowan Elm', owner: ['Subject'] });
const OTHER = {
  ...ROWAN,
  id: buildId(),
  origins: ROWAN.origins.map((origin) => ({ ...origin, url: 'https://rms.example/records/2' })),
};

describe('a second page while a draft is open', () => {
  it('begins a draft of its own, and both are counted as unfinished', async () => {
    const { app, reads } = await reviewing(draftOf(...CHILD));
    const read = reads(OTHER);
    fireEvent.click(await chip('Start a new draft with this page'));
    await read;
    await screen.findByText(/New subject: Rowan Elm/);
    expect(screen.getByRole('main').textContent).not.toContain('Ada Vael');
    await app.unfinished.flushAll();
    app.router.go({ name: 'today' });
    await screen.findByText('Unfinished (2)');
    const list = await screen.findByRole('list', { name: 'Unfinished work', hidden: true });
    expect(list.textContent).toMatch(/Rowan Elm/);
    expect(list.textContent).toMatch(/Ada Vael/);
  });

  it('saves the one that is in sight, and leaves the other as it was', async () => {
    const { app, store, reads } = await reviewing(draftOf(...CHILD));
    const read = reads(OTHER);
    fireEvent.click(await chip('Start a new draft with this page'));
    await read;
    await screen.findByText(/New subject: Rowan Elm/);
    saveByKeys();
    await saved();
    expect((await store.query('subject')).map(({ value }) => value.name)).toEqual(['Rowan Elm']);
    app.router.go({ name: 'today' });
    await screen.findByText('Unfinished (1)');
    const list = await screen.findByRole('list', { name: 'Unfinished work', hidden: true });
    fireEvent.click(within(list).getByRole('button', { name: /^Continue/, hidden: true }));
    await waitFor(() => expect(screen.getByRole('main').textContent).toContain('Ada Vael'));
    expect(screen.getByRole('main').textContent).not.toContain('Rowan Elm');
  });
});
