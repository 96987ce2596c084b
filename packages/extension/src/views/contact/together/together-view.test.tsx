// @vitest-environment happy-dom
/** A group visit: the line, the heading and the button name the people whom it is logged for, and nobody else. */
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => import('../plan/late.js'), 60_000);
afterEach(cleanup);

const TOBIAS = buildSubject({ name: 'Tobias Wren', bornOn: '2011-09-02' });
const CORDELIA = buildSubject({ name: 'Cordelia Ashgrove', bornOn: '2010-05-05' });
const IVO = buildSubject({ name: 'Ivo Vael', bornOn: '2009-01-07' });

async function opened(subject?: typeof TOBIAS) {
  const shown = await showShell({ start: { name: 'settings' } });
  await shown.services.store.commit({
    changes: [TOBIAS, CORDELIA, IVO].map((each) => newRecord('subject', each)),
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'together', ...(subject ? { subject: subject.id } : {}) });
  await screen.findByRole('heading', { level: 1, name: /Log a group visit/ });
  return shown;
}
const adds = async ({ id, name }: typeof TOBIAS) => {
  const which = await screen.findByLabelText(/^(Subject|Another subject)$/);
  await within(which).findByRole('option', { name: new RegExp(name) });
  fireEvent.change(which, { target: { value: id } });
  fireEvent.click(screen.getByRole('button', { name: new RegExp(`^Add ${name}`) }));
  await screen.findByRole('button', { name: new RegExp(`^Remove.*${name}`) });
};
const removes = ({ name }: typeof TOBIAS) =>
  fireEvent.click(screen.getByRole('button', { name: new RegExp(`^Remove.*${name}`) }));
const line = () => document.querySelector('.cp-who')?.textContent ?? '';
const heading = () => document.querySelector('main .govuk-caption-l')?.textContent;

it('cannot be logged without the person whose page it was opened from', async () => {
  await opened(TOBIAS);
  await waitFor(() => expect(line()).toContain('Tobias Wren'));
  await adds(CORDELIA);
  expect(screen.queryByRole('button', { name: /^Remove.*Tobias Wren/ })).toBeNull();
  expect(await screen.findByRole('button', { name: /^Log for/ })).toHaveProperty(
    'textContent',
    expect.stringMatching(/^Log for .*Tobias Wren.* and .*Cordelia Ashgrove/),
  );
  expect(heading()).toMatch(/Tobias Wren.* and .*Cordelia Ashgrove/);
});

it('empties the box once somebody is added, and says of them that they are in the list', async () => {
  const { services } = await opened();
  await services.store.commit({
    changes: Array.from({ length: 25 }, (_, nth) =>
      newRecord('subject', buildSubject({ name: `Aaron Elm ${nth}` })),
    ),
    reason: 'case-work',
  });
  const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Look for a name/ });
  await waitFor(box);
  const types = (value: string) => fireEvent.input(box(), { target: { value } });
  types('Tobias');
  await adds(TOBIAS);
  expect(box().value).toBe('');
  types('Tobias');
  await screen.findByText(/^Nobody else has that name .* is in the list already$/);
  types('Zebedee');
  await screen.findByText('Nobody on record has that name or reference');
});

describe('namesakes on record', () => {
  const ELDER = buildSubject({ name: 'Tobias Wren', bornOn: '2009-03-14' });
  const BORN_2011 = 'born 2 September 2011';
  const legends = () => [...document.querySelectorAll('legend')].map((each) => each.textContent);

  it('are told apart in the list of people, the heading and the button if one of them was there', async () => {
    const { services } = await opened(TOBIAS);
    await services.store.commit({ changes: [newRecord('subject', ELDER)], reason: 'case-work' });
    await adds(CORDELIA);
    const both = new RegExp(`Tobias Wren.*${BORN_2011}.* and Cordelia Ashgrove$`);
    await waitFor(() => expect(heading()).toMatch(both));
    expect(screen.getByRole('button', { name: /^Log for/ }).textContent).toMatch(both);
    expect(legends()).toEqual(expect.arrayContaining(['Tobias Wren', 'Cordelia Ashgrove']));
  });

  it('are told apart everywhere if both of them were there, and nobody else with them', async () => {
    const { services } = await opened(TOBIAS);
    await services.store.commit({ changes: [newRecord('subject', ELDER)], reason: 'case-work' });
    await adds(CORDELIA);
    await adds(ELDER);
    await waitFor(() => expect(heading()).toContain('born 14 March 2009'));
    expect(heading()).toContain(BORN_2011);
    expect(screen.getByRole('button', { name: /^Log for/ }).textContent).toContain(BORN_2011);
    expect(legends()).toContain('Cordelia Ashgrove');
    expect(legends()).not.toContain('Tobias Wren');
  });
});

it('takes the person of the page into a draft that is without them', async () => {
  const { services, app } = await opened();
  const key = `together/${TOBIAS.id}`;
  services.work.fromElsewhere(key, {
    chosen: [CORDELIA.id],
    openedFrom: { name: 'together', subject: TOBIAS.id },
  });
  app.router.go({ name: 'together', subject: TOBIAS.id });
  const goOn = await screen.findByRole('button', { name: /Continue|Go on/ });
  fireEvent.click(goOn);
  await screen.findByRole('button', { name: /^Log for .*Tobias Wren.* and .*Cordelia Ashgrove/ });
});

it('names the only one left, in the line too', async () => {
  await opened();
  await adds(CORDELIA);
  await waitFor(() => expect(line()).toContain('Cordelia Ashgrove'));
  await adds(IVO);
  await waitFor(() => expect(line()).toBe(''));
  removes(CORDELIA);
  await waitFor(() => expect(line()).toContain('Ivo Vael'));
  expect(await screen.findByRole('button', { name: /^Log for .*Ivo Vael/ })).toBeTruthy();
  expect(heading()).toMatch(/^Ivo Vael/);
});

it('saves nothing while somebody is chosen who is not added, and names them', async () => {
  const { services } = await opened(TOBIAS);
  const which = await screen.findByLabelText('Another subject');
  await within(which).findByRole('option', { name: /Ivo Vael/ });
  fireEvent.change(which, { target: { value: IVO.id } });
  fireEvent.click(await screen.findByRole('button', { name: /^Log for .*Tobias Wren/ }));
  const alert = await screen.findByRole('alert');
  expect(within(alert).getByText('Add Ivo Vael, or clear the box')).toBeTruthy();
  expect(await services.store.query('intervention')).toEqual([]);
  fireEvent.change(which, { target: { value: '' } });
  fireEvent.click(screen.getByRole('button', { name: /^Log for .*Tobias Wren/ }));
  await waitFor(() => expect(screen.queryByText('Add Ivo Vael, or clear the box')).toBeNull());
});

it('says in each error which of two namesakes it is about', async () => {
  const elder = buildSubject({ name: 'Tobias Wren', bornOn: '2009-03-14' });
  const { services } = await opened(TOBIAS);
  await services.store.commit({ changes: [newRecord('subject', elder)], reason: 'case-work' });
  await adds(elder);
  fireEvent.click(await screen.findByRole('button', { name: /^Log for .*Tobias Wren/ }));
  const alert = await screen.findByRole('alert');
  const said = within(alert)
    .getAllByText(/Tobias Wren/)
    .map(({ textContent }) => textContent);
  expect(said.length).toBeGreaterThan(1);
  expect(new Set(said).size).toBe(said.length);
  expect(said.join()).toMatch(/born 2 September 2011/);
  expect(said.join()).toMatch(/born 14 March 2009/);
});
