// @vitest-environment happy-dom
/** A form that shows the reference of another person on record is not typed into as if it were this one's. */
import type { RecordId } from '@cyber-prevent/core';
import { buildRecord, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { FORM, NAMELESS, showFill } from '../../../testing/fill-under-test.js';
import { OPEN, TEST_OFFICER } from '../../../testing/memory-services.js';

afterEach(cleanup);

const TOBIAS = buildRecord('subject', { name: 'Tobias Wren', bornOn: '2011-09-02' });
const ABOUT = { subjectId: TOBIAS.id };
const REFERRAL = buildRecord('referral', { ...ABOUT, reference: 'NM/26/200' });
const OTHERS = `${FORM}<dl><dt>Case number</dt><dd>nm 26-200</dd></dl>`;
const OWN = `${FORM}<dl><dt>Case number</dt><dd>NM/26/104</dd></dl>`;

async function besideTobias() {
  const shown = await showFill();
  await shown.services.store.commit({
    changes: [newRecord('subject', TOBIAS), newRecord('referral', REFERRAL)],
    reason: 'referral',
  });
  const looks = async (): Promise<readonly RecordId[]> =>
    (await shown.services.store.audit()).flatMap((entry) =>
      entry.action === 'consultation' ? entry.records : [],
    );
  return { ...shown, looks };
}
const ASKS = 'Is this form about Tamsin Vael, born 4 March 2010?';
const TYPE_2 = 'Type 2 values about Tamsin Vael, born 4 March 2010';
const OWN_ANSWER = 'Yes, it is about Tamsin Vael, born 4 March 2010';
const ticked = () =>
  screen
    .queryAllByRole<HTMLInputElement>('checkbox')
    .filter(({ checked }) => checked)
    .map((box) => box.closest('li')?.querySelector('.cp-fill-row__label')?.textContent);

it('has nothing ticked, and says whose reference it shows, once a look at them is logged', async () => {
  const { page, looks } = await besideTobias();
  page.press(OTHERS);
  await screen.findByText(
    /^This page shows nm 26-200 \(Case number\), which is on record for Tobias Wren, born 2 September 2011\. The record is Tamsin Vael, born 4 March 2010\./,
  );
  screen.getByRole('heading', { name: ASKS });
  expect(ticked()).toEqual([]);
  expect(screen.queryByRole('button', { name: /^Type \d/ })).toBe(null);
  expect(await looks()).toContain(TOBIAS.id);
});

it('says every date of birth of whose reference it shows', async () => {
  const { services, page } = await showFill();
  const alsoRecorded = [{ what: 'bornOn', date: '2009-01-03', notedOn: '2026-11-02' }];
  const disputed = buildRecord('subject', { ...TOBIAS, alsoRecorded });
  await services.store.commit({
    changes: [newRecord('subject', disputed), newRecord('referral', REFERRAL)],
    reason: 'referral',
  });
  page.press(OTHERS);
  await screen.findByText(/on record for Tobias Wren, born 2 September 2011 or 3 January 2009\./);
});

it('has nothing ticked if two people on record have the name and date of birth, and says which is written about', async () => {
  const { services, page } = await showFill();
  const twin = buildRecord('subject', { name: 'Tamsin Vael', bornOn: '2010-03-04' });
  await services.store.commit({ changes: [newRecord('subject', twin)], reason: 'referral' });
  page.press(FORM.replace(/<h1>.*?<\/h1>/, '<h1>Tamsin Vael, born 4 March 2010</h1>'));
  await screen.findByText(
    /gives a name and date of birth that fit 2 people on record .*The record is Tamsin Vael, born 4 March 2010, /,
  );
  expect(ticked()).toEqual([]);
});

it('names what the page shows of this person, before anything is typed and beside the question', async () => {
  const { page } = await besideTobias();
  page.press(OWN);
  await screen.findByText(
    'Read from this page: “Tamsin Vael” (the breadcrumb), NM/26/104 (Case number).',
  );
  page.press(FORM);
  await screen.findByText(
    /^Read from this page: “Tamsin Vael” \(the breadcrumb\)\. It shows no date of birth and no reference/,
  );
  page.press(OTHERS);
  const question = (await screen.findByRole('heading', { name: ASKS })).closest('section');
  expect(question?.textContent).toMatch(/^Read from this page: “Tamsin Vael”/);
  page.press(NAMELESS);
  await screen.findByText(/^This form names nobody/);
  expect(screen.queryByText(/^Read from this page/)).toBe(null);
});

it('asks one question before anything is ticked, the safe answer first, and then ticks as usual', async () => {
  const { page, services } = await besideTobias();
  page.press(OTHERS);
  const question = (await screen.findByRole('heading', { name: ASKS })).closest('section');
  const answers = [...(question?.querySelectorAll('button') ?? [])];
  expect(answers.map(({ textContent }) => textContent)).toEqual(['No, type nothing', OWN_ANSWER]);
  expect(answers[1]?.className).toContain('secondary');
  fireEvent.click(answers[0] as HTMLElement);
  await screen.findByText(/^Nothing is typed\. Open the right record/);
  expect(ticked()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: OWN_ANSWER }));
  await screen.findByRole('button', { name: TYPE_2 });
  fireEvent.click(screen.getByRole('button', { name: 'Change your answer' }));
  await screen.findByRole('heading', { name: ASKS });
  expect(ticked()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: OWN_ANSWER }));
  fireEvent.click(await screen.findByRole('button', { name: TYPE_2 }));
  fireEvent.click(await screen.findByRole('button', { name: 'I have sent it' }));
  await screen.findByLabelText('Reference in rms.example.org');
  const answered = (await services.store.audit()).filter(({ doubts }) => doubts);
  expect(answered).toMatchObject([{ action: 'disclosure', doubts: ['form-of-another'] }]);
});

it('asks again on a form with other signs, and logs no answer for a form without any', async () => {
  const { page, services } = await besideTobias();
  page.press(OTHERS);
  fireEvent.click(await screen.findByRole('button', { name: OWN_ANSWER }));
  await screen.findByRole('button', { name: TYPE_2 });
  page.press(HEADED);
  await screen.findByRole('heading', { name: ASKS });
  expect(ticked()).toEqual([]);
  page.press(OWN);
  fireEvent.click(await screen.findByRole('button', { name: TYPE_2 }));
  fireEvent.click(await screen.findByRole('button', { name: 'I have sent it' }));
  await screen.findByLabelText('Reference in rms.example.org');
  expect((await services.store.audit()).filter(({ doubts }) => doubts)).toEqual([]);
});

it('asks whose record is open where the form names nobody, again at each form, before anything is ticked', async () => {
  const { page } = await besideTobias();
  for (const form of [NAMELESS, NAMELESS.replace('value="School"', 'value="Home"')]) {
    page.press(form);
    await waitFor(() => screen.getByRole('heading', { name: ASKS }));
    screen.getByText(/^This form names nobody, so check whose record is open there\./);
    expect(ticked()).toEqual([]);
    expect(screen.queryByRole('button', { name: /^Type \d/ })).toBe(null);
    fireEvent.click(screen.getByRole('button', { name: OWN_ANSWER }));
    await screen.findByRole('button', {
      name: /^Type \d values? about Tamsin Vael, born 4 March 2010$/,
    });
  }
});

it('drops what was ticked on the form before', async () => {
  const { page } = await besideTobias();
  page.press(OWN);
  const place = await screen.findByRole('checkbox', { name: /Place/ });
  place.click();
  await waitFor(() => expect(ticked()).toContain('Place'));
  page.press(OTHERS);
  await screen.findByText(/which is on record for Tobias Wren/);
  expect(ticked()).toEqual([]);
});

it('is typed into, and nobody is looked at, if it is this person’s', async () => {
  const { page, looks } = await besideTobias();
  const before = await looks();
  page.press(OWN);
  await screen.findByRole('button', { name: TYPE_2 });
  expect(screen.queryByText(/^This page shows/)).toBe(null);
  expect(await looks()).toEqual(before);
});

it('names nobody whose record is closed to the officer', async () => {
  const { page, services, looks } = await besideTobias();
  const request = buildRecord('colleagueRequest', {
    ...ABOUT,
    kind: 'known-person',
    from: TEST_OFFICER.id,
    to: TEST_OFFICER.id,
  });
  await services.store.commit({
    changes: [newRecord('colleagueRequest', request)],
    reason: 'case-work',
  });
  page.press(OTHERS);
  await screen.findByText(/which is on record for a person whose record is closed to you\./);
  expect(ticked()).toEqual([]);
  expect(document.body.textContent).not.toMatch(/Tobias|Wren|2 September/);
  expect(await looks()).not.toContain(TOBIAS.id);
});

it('has nothing ticked, and says so, while its references cannot be compared', async () => {
  const { page, services } = await besideTobias();
  services.failNext('form-doubts', new Error('The disk is full'));
  page.press(OWN);
  await screen.findByText(/^This page could not be compared/);
  expect(ticked()).toEqual([]);
  page.press(OWN);
  await screen.findByRole('button', { name: TYPE_2 });
});

it('says which reference of this person it differs from', async () => {
  const { page, services } = await besideTobias();
  const [referral] = await services.store.query('referral', {
    subjectId: (await services.store.query('subject')).find(
      ({ value }) => value.name === 'Tamsin Vael',
    )?.id as RecordId,
  });
  const note = buildRecord('writeBack', {
    subjectId: referral?.value.subjectId as RecordId,
    ofKind: 'referral',
    of: referral?.id as RecordId,
    system: 'rms.example.org',
    reference: 'CP-0003',
  });
  await services.store.commit({ changes: [newRecord('writeBack', note)], reason: 'case-work' });
  page.press(`${FORM}<dl><dt>Case number</dt><dd>CP-0007</dd></dl>`);
  await screen.findByText(
    /^This page shows CP-0007 \(Case number\), and not CP-0003, which is on record for Tamsin Vael, born 4 March 2010\./,
  );
  expect(ticked()).toEqual([]);
});

it('enters no reference from the page of somebody else, and says whose it is', async () => {
  const { page } = await besideTobias();
  page.press(OWN);
  fireEvent.click(await screen.findByRole('button', { name: TYPE_2 }));
  fireEvent.click(await screen.findByRole('button', { name: 'I have sent it' }));
  const box = await screen.findByLabelText<HTMLInputElement>('Reference in rms.example.org');
  page.press('<dl><dt>Case number</dt><dd>NM/26/200</dd></dl><p>Saved. Entry number PR-0001</p>');
  await screen.findByText(
    /^This page shows NM\/26\/200 \(Case number\), which is on record for Tobias Wren, born 2 September 2011\. Open the page/,
  );
  expect(box.value).toBe('');
  page.press('<p>Saved. Entry number PR-0001</p>');
  await waitFor(() => expect(box.value).toBe('PR-0001'));
  expect(screen.queryByText(/^This page shows/)).toBe(null);
});

const HEADED = FORM.replace('Log a contact', 'Contact for WREN, Tobias (02/09/2011)');

it('has nothing ticked if a heading names somebody else on record, and says so in the paste pack', async () => {
  const { page, looks } = await besideTobias();
  page.press(HEADED);
  const words =
    /^A heading on this page names Tobias Wren, born 2 September 2011 \(“Contact for WREN, Tobias \(02\/09\/2011\)”\)\. The record is Tamsin Vael, born 4 March 2010\./;
  await screen.findByText(words);
  expect(ticked()).toEqual([]);
  expect(await looks()).toContain(TOBIAS.id);
  fireEvent.click(screen.getByRole('button', { name: 'Paste pack' }));
  await screen.findByRole('button', { name: 'Close the paste pack' });
  screen.getByText(words);
});

it.each([
  ['a label', '<dl><dt>Name</dt><dd>Alfie Marsh</dd></dl>', /^This page is about Alfie Marsh\./],
  ['a heading', '<h1>Tobias Wren</h1>', /^A heading on this page names Tobias Wren, born/],
])(
  'enters no reference from a page with %s of somebody else, and asks once',
  async (_, html, words) => {
    const { page, services } = await besideTobias();
    page.press(OWN);
    fireEvent.click(await screen.findByRole('button', { name: TYPE_2 }));
    fireEvent.click(await screen.findByRole('button', { name: 'I have sent it' }));
    const box = await screen.findByLabelText<HTMLInputElement>('Reference in rms.example.org');
    page.press(`${html}<p>Saved. Entry number PR-0001</p>`);
    await screen.findByText(words);
    expect(box.value).toBe('');
    fireEvent.input(box, { target: { value: 'PR-0001' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save the reference' }));
    const sure = await screen.findByRole('button', {
      name: 'Save it for Tamsin Vael, born 4 March 2010',
    });
    const saved = async () =>
      (await services.store.query('writeBack')).map(({ value }) => value.reference);
    expect(await saved()).toEqual([undefined]);
    fireEvent.click(sure);
    await waitFor(async () => expect(await saved()).toEqual(['PR-0001']));
  },
);

it('asks once for a reference that was typed and is on record for somebody else, and keeps it by that answer', async () => {
  const { page, services } = await besideTobias();
  page.press(OWN);
  fireEvent.click(await screen.findByRole('button', { name: TYPE_2 }));
  fireEvent.click(await screen.findByRole('button', { name: 'I have sent it' }));
  const box = await screen.findByLabelText<HTMLInputElement>('Reference in rms.example.org');
  const saves = () => fireEvent.click(screen.getByRole('button', { name: 'Save the reference' }));
  const saved = async () =>
    (await services.store.query('writeBack')).map(({ value }) => value.reference);
  const sure = { name: 'Save it for Tamsin Vael, born 4 March 2010' };
  fireEvent.input(box, { target: { value: 'NM/26/200' } });
  saves();
  await screen.findByText(/^This reference may be another person’s/);
  await screen.findByRole('button', sure);
  expect(await saved()).toEqual([undefined]);
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  saves();
  fireEvent.click(await screen.findByRole('button', sure));
  await waitFor(async () => expect(await saved()).toEqual(['NM/26/200']));
});

it('keeps the warning with a paste pack that is continued after the vault was locked', async () => {
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async () => undefined, readText: async () => '' },
  });
  const { page, services } = await besideTobias();
  page.press(HEADED);
  await screen.findByText(/^A heading on this page names Tobias Wren/);
  fireEvent.click(screen.getByRole('button', { name: 'Paste pack' }));
  const [copy] = await screen.findAllByRole('button', { name: /^Copy/ });
  fireEvent.click(copy as HTMLElement);
  await screen.findByText(/^Copied: /);
  await services.vault.lock();
  services.setVault({ ...OPEN });
  fireEvent.click(await screen.findByRole('button', { name: /^Continue the paste pack/ }));
  await screen.findByText(/^The form that this was made for may not be about Tamsin Vael, born/);
});
