// @vitest-environment happy-dom
/** The bar of a draft names whom the save is about, and says who may be on record already. */
import { buildId, buildSubject, newRecord, type ReadingCell } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { draftOf } from '../../../../testing/draft-under-test.js';
import { reviewing } from '../../../../testing/review-under-test.js';

afterEach(cleanup);

const child = (name: string, born = '2 May 2010'): readonly ReadingCell[] => [
  { label: 'Full name', value: name, owner: ['Subject'] },
  { label: 'Date of birth', value: born, owner: ['Subject'] },
  { label: 'Address', value: '7 Sample Row, Testford', owner: ['Subject'] },
];
const QUESTION = 'Have we seen this person before?';
const MATCH = '1 possible match on record: compare';
const inBar = () => within(document.querySelector<HTMLElement>('.cp-foot-bar') ?? document.body);
const says = (words: string | RegExp) => inBar().findByText(words);
const save = () => fireEvent.click(screen.getByText('Save as referral', { selector: 'button' }));
const row = (name: string) => {
  const item = screen.getByText(name, { selector: '.cp-draft-row__value' }).closest('li');
  if (!item) throw new Error(`No row has ${name}`);
  return within(item);
};

/** The review of a page about Ivo, with Ada of the same address and date of birth on record. */
async function withAda() {
  const review = await reviewing(draftOf(...child('Ada Vael')));
  save();
  await screen.findByText(/^Saved as a referral of Ada Vael/);
  await review.reads(draftOf(...child('Ivo Vael')));
  const names = async () => (await review.store.query('subject')).map(({ value }) => value.name);
  return { ...review, names };
}

describe('a person who is not on record', () => {
  it('is named as a new subject, in sight beside the save', async () => {
    await reviewing(draftOf(...child('Ivo Vael')));
    await says('New subject: Ivo Vael, born 2 May 2010');
  });

  it('is named as what is taken says, and has no name while none is', async () => {
    await reviewing(draftOf(...child('Ivo Vael')));
    fireEvent.click(row('Ivo Vael').getByRole('button', { name: /^Correct/ }));
    fireEvent.input(await screen.findByLabelText('Name, corrected'), {
      target: { value: 'Ivor Vael' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Use this' }));
    await says('New subject: Ivor Vael, born 2 May 2010');
    fireEvent.click(row('Ivor Vael').getByRole('button', { name: /^Leave/ }));
    await says('New subject, no name yet');
  });

  it('is named by given and family name where no whole name was read', async () => {
    await reviewing(
      draftOf(
        { label: 'Given names', value: 'Ivo', owner: ['Subject'] },
        { label: 'Family name', value: 'Vael', owner: ['Subject'] },
      ),
    );
    await says('New subject: Ivo Vael');
  });

  it('is saved by one press, and the success names them', async () => {
    await reviewing(draftOf(...child('Ivo Vael')));
    save();
    await screen.findByText('Saved as a referral of Ivo Vael, born 2 May 2010, a new subject');
  });

  it('leads to the choice of somebody on record', async () => {
    await reviewing(draftOf(...child('Ivo Vael')));
    fireEvent.click(await inBar().findByRole('button', { name: 'Change who this is about' }));
    expect(document.activeElement).toBe(screen.getByLabelText('A new subject'));
  });
});

describe('a person who is still looked for on record', () => {
  /** The review of a page about Ivo, with Ada alike on record, whose comparison waits for the test. */
  async function looking() {
    const review = await reviewing(draftOf(...child('Ada Vael')));
    save();
    await screen.findByText(/^Saved as a referral of Ada Vael/);
    const { seenBefore } = review.services;
    const look = seenBefore.look.bind(seenBefore);
    const gate = { resolve: () => {}, reject: (_: Error) => {} };
    const opened = new Promise<void>((resolve, reject) => {
      Object.assign(gate, { resolve, reject });
    });
    const begun: string[] = [];
    Object.assign(seenBefore, {
      async look(...asked: Parameters<typeof look>) {
        begun.push('look');
        await opened;
        return look(...asked);
      },
    });
    await review.reads(draftOf(...child('Ivo Vael')));
    await waitFor(() => expect(begun).toHaveLength(1));
    const names = async () => (await review.store.query('subject')).map(({ value }) => value.name);
    return { gate, names };
  }

  it('is said to be looked for, never to be new, and the save waits for the answer', async () => {
    const { gate, names } = await looking();
    await says('Looking for Ivo Vael, born 2 May 2010 on record');
    expect(inBar().queryByText(/^New/)).toBeNull();
    save();
    const button = screen.getByText('Save as referral', { selector: 'button' });
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'));
    expect(await names()).toEqual(['Ada Vael']);
    gate.resolve();
    await screen.findByRole('heading', { name: QUESTION });
    await says('New or already on record: Ivo Vael, born 2 May 2010');
    expect(await names()).toEqual(['Ada Vael']);
  });

  it('is said not to be compared yet once the search has failed, and is not saved as new', async () => {
    const { gate, names } = await looking();
    gate.reject(new Error('The keeper is gone'));
    await says('Not compared with people on record yet: Ivo Vael, born 2 May 2010');
    save();
    await screen.findByRole('alert');
    expect(await names()).toEqual(['Ada Vael']);
  });

  it('is looked for again when another name is taken', async () => {
    const { gate } = await looking();
    gate.resolve();
    await says(MATCH);
    fireEvent.click(row('Ivo Vael').getByRole('button', { name: /^Correct/ }));
    fireEvent.input(await screen.findByLabelText('Name, corrected'), {
      target: { value: 'Ivor Vael' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Use this' }));
    await says('Looking for Ivor Vael, born 2 May 2010 on record');
    await says('New or already on record: Ivor Vael, born 2 May 2010');
  });
});

describe('a person who may be on record', () => {
  it('is chosen as neither new nor on record before the officer says so', async () => {
    await withAda();
    await inBar().findByRole('button', { name: /^1 possible match on record/ });
    const choice = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
    expect(choice('A new subject').checked).toBe(false);
    expect(choice('Somebody already on record').checked).toBe(false);
    fireEvent.click(choice('A new subject'));
    const answer = await screen.findByLabelText<HTMLInputElement>('New person');
    expect(answer.checked).toBe(false);
    const before = answer.compareDocumentPosition(screen.getByText('Change why it is kept'));
    expect(before & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    fireEvent.click(answer);
    await waitFor(() => expect(choice('A new subject').checked).toBe(true));
  });

  it('is a question to answer above the values, once, and errors stand there too', async () => {
    await withAda();
    const above = (found: Element): void => {
      const row = document.querySelector('[data-row]') as Element;
      expect(row.compareDocumentPosition(found) & Node.DOCUMENT_POSITION_PRECEDING).toBeTruthy();
    };
    await screen.findByText('1 question to answer before you save:', { exact: false });
    const ask = screen.getByRole('button', { name: 'Is this somebody on record?' });
    above(ask);
    fireEvent.click(ask);
    await screen.findByRole('heading', { name: QUESTION });
    save();
    above(await screen.findByRole('alert'));
    fireEvent.click(screen.getByLabelText('New person'));
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Is this somebody on record?' })).toBeNull(),
    );
  });

  it('is said in the bar before anything is pressed, and compared from there', async () => {
    const { names } = await withAda();
    expect(screen.queryByText(QUESTION)).toBeNull();
    await says('New or already on record: Ivo Vael, born 2 May 2010');
    fireEvent.click(await says(MATCH));
    const heading = await screen.findByRole('heading', { name: QUESTION });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(await names()).toEqual(['Ada Vael']);
  });

  it('is asked about by the save, and no second person is made unanswered', async () => {
    const { names } = await withAda();
    await says(MATCH);
    save();
    await screen.findByRole('heading', { name: QUESTION });
    save();
    await screen.findByText('Select new person, same person or not sure', { selector: 'button' });
    expect(await names()).toEqual(['Ada Vael']);
  });

  it('is named as on record once they are the same, and by the success too', async () => {
    await withAda();
    fireEvent.click(await says(MATCH));
    fireEvent.click(await screen.findByLabelText('Same person: Ada Vael'));
    await says('To Ada Vael, born 2 May 2010, on record');
    await says('The page names Ivo Vael.');
    expect(inBar().queryByText(MATCH)).toBeNull();
    fireEvent.click(await screen.findByLabelText('Held: Ada Vael'));
    fireEvent.click(await screen.findByLabelText('A new referral'));
    save();
    await screen.findByText('Saved as a referral of Ada Vael, born 2 May 2010, who was on record');
  });

  it('is logged as looked at once for a draft, whatever is changed and asked, and again for the next', async () => {
    const { names, store, reads } = await withAda();
    const looks = async () =>
      (await store.audit()).filter(({ action }) => action === 'consultation').length;
    await says(MATCH);
    expect(await looks()).toBe(1);
    fireEvent.click(row('7 Sample Row, Testford').getByRole('button', { name: /^Leave/ }));
    save();
    await screen.findByRole('heading', { name: QUESTION });
    fireEvent.click(await screen.findByLabelText('Not sure'));
    save();
    await waitFor(async () => expect(await names()).toEqual(['Ada Vael', 'Ivo Vael']));
    expect(await looks()).toBe(1);
    await reads({ ...draftOf(...child('Ada Vael')), id: buildId() });
    await says(/^2 possible matches/);
    expect(await looks()).toBe(2);
  });

  it('is put on record apart only when the officer says so', async () => {
    const { names } = await withAda();
    fireEvent.click(await says(MATCH));
    fireEvent.click(await screen.findByLabelText('Not sure'));
    await says('New subject: Ivo Vael, born 2 May 2010');
    await says('May be somebody already on record.');
    save();
    await waitFor(async () => expect(await names()).toEqual(['Ada Vael', 'Ivo Vael']));
  });

  it('is asked about though they came on record after the bar had looked', async () => {
    const { services, store } = await reviewing(draftOf(...child('Ivo Vael')));
    const { seenBefore } = services;
    const look = seenBefore.look.bind(seenBefore);
    const found: number[] = [];
    Object.assign(seenBefore, {
      async look(...asked: Parameters<typeof look>) {
        const answer = await look(...asked);
        found.push(answer.people.length);
        return answer;
      },
    });
    fireEvent.click(row('7 Sample Row, Testford').getByRole('button', { name: /^Leave/ }));
    await waitFor(() => expect(found.at(-1)).toBe(0));
    const ivo = buildSubject({ name: 'Ivo Vael', bornOn: '2010-05-02' });
    await store.commit({ changes: [newRecord('subject', ivo)], reason: 'case-work' });
    save();
    await screen.findByRole('heading', { name: QUESTION });
    expect(await store.query('subject')).toHaveLength(1);
  });
});

describe('a person on record whom the officer names', () => {
  it('is named in the bar, and nobody until then', async () => {
    const { store } = await withAda();
    const [ada] = await store.query('subject');
    fireEvent.click(screen.getByLabelText('Somebody already on record'));
    await says('Nobody on record selected yet');
    const choice = await screen.findByLabelText('Subject', { selector: 'select' });
    await within(choice).findByText(/^Ada Vael/);
    fireEvent.change(choice, { target: { value: ada?.id } });
    await says('To Ada Vael, born 2 May 2010, on record');
  });

  it('is not added to unasked where somebody else on record matches exactly', async () => {
    const { store } = await withAda();
    const ivo = buildSubject({ name: 'Ivo Vael', bornOn: '2010-05-02', id: buildId() });
    await store.commit({ changes: [newRecord('subject', ivo)], reason: 'case-work' });
    const [ada] = await store.query('subject', { name: 'Ada Vael' });
    fireEvent.click(screen.getByLabelText('Somebody already on record'));
    const choice = await screen.findByLabelText('Subject', { selector: 'select' });
    await within(choice).findByText(/^Ada Vael/);
    fireEvent.change(choice, { target: { value: ada?.id } });
    fireEvent.click(await screen.findByLabelText('Held: Ada Vael'));
    fireEvent.click(await screen.findByLabelText('A new referral'));
    save();
    const ASK = /^Add this to Ada Vael, born 2 May 2010, although somebody else matches it\?$/;
    await inBar().findByRole('heading', { name: ASK });
    await says('Ivo Vael, born 2 May 2010, is on record and matches this exactly.');
    save();
    fireEvent.click(await inBar().findByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(inBar().queryByRole('heading', { name: ASK })).toBeNull());
    expect(await store.query('referral')).toHaveLength(1);
    save();
    fireEvent.click(
      await inBar().findByRole('button', { name: 'Yes, add it to Ada Vael, born 2 May 2010' }),
    );
    await screen.findByText('Saved as a referral of Ada Vael, born 2 May 2010, who was on record');
  });

  it('is asked about by name where the page names only somebody else, and nothing of the name is taken', async () => {
    const { store } = await withAda();
    fireEvent.click(await says(MATCH));
    fireEvent.click(await screen.findByLabelText('Same person: Ada Vael'));
    fireEvent.click(row('Ivo Vael').getByRole('button', { name: /^Leave/ }));
    await says('The page names Ivo Vael.');
    fireEvent.click(await screen.findByLabelText('A new referral'));
    save();
    await inBar().findByRole('heading', {
      name: 'Add this to Ada Vael, born 2 May 2010, although the page names somebody else?',
    });
    expect(await store.query('referral')).toHaveLength(1);
    fireEvent.click(
      inBar().getByRole('button', { name: 'Yes, add it to Ada Vael, born 2 May 2010' }),
    );
    await screen.findByText('Saved as a referral of Ada Vael, born 2 May 2010, who was on record');
    const [ada] = await store.query('subject');
    const answered = (await store.audit()).filter(({ doubts }) => doubts);
    expect(answered).toMatchObject([{ action: 'combination', doubts: ['named-otherwise'] }]);
    expect(answered[0]?.records[0]).toBe(ada?.id);
  });

  it('is asked about at the next press where somebody came on record after the search', async () => {
    const { store } = await withAda();
    await says(MATCH);
    const ivo = buildSubject({ name: 'Ivo Vael', bornOn: '2010-05-02', id: buildId() });
    const [ada] = await store.query('subject', { name: 'Ada Vael' });
    fireEvent.click(screen.getByLabelText('Somebody already on record'));
    const choice = await screen.findByLabelText('Subject', { selector: 'select' });
    await within(choice).findByText(/^Ada Vael/);
    fireEvent.change(choice, { target: { value: ada?.id } });
    fireEvent.click(await screen.findByLabelText('Held: Ada Vael'));
    fireEvent.click(await screen.findByLabelText('A new referral'));
    await store.commit({ changes: [newRecord('subject', ivo)], reason: 'case-work' });
    save();
    await screen.findAllByText(/^This may be about somebody else\./);
    expect(await store.query('referral')).toHaveLength(1);
    save();
    await inBar().findByRole('heading', { name: /although somebody else matches it\?$/ });
  });
});
