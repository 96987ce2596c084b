// @vitest-environment happy-dom
/**
 * A page read while a draft is open: the screen names the person of each, and no two people are mixed by one press.
 */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { draftOf } from '../../../../testing/draft-under-test.js';
import { PageQuestion } from './another-page.js';

afterEach(cleanup);

const about = (name: string | undefined, born: string | undefined) =>
  draftOf(
    ...(name === undefined ? [] : [{ label: 'Full name', value: name, owner: ['Subject'] }]),
    ...(born === undefined ? [] : [{ label: 'Date of birth', value: born, owner: ['Subject'] }]),
    { label: 'Shoe size', value: '42', owner: ['Subject'] },
  );
const shows = (
  open: ReturnType<typeof about> | null,
  read: ReturnType<typeof about>,
  doubts: readonly string[] = [],
) => {
  const pressed: string[] = [];
  const press = (what: string) => () => void pressed.push(what);
  render(
    <PageQuestion
      doubts={doubts}
      open={open}
      read={read}
      onAdd={(isLeft) => press(isLeft ? 'add left' : 'add')()}
      onBegin={press('begin')}
      onKeep={press('keep')}
    />,
  );
  return pressed;
};
const buttons = () => screen.getAllByRole('button').map(({ textContent }) => textContent);
const adds = () => fireEvent.click(screen.getByRole('button', { name: /^Add this page/ }));

it('begins a draft of its own by the first button, and names both people', () => {
  const pressed = shows(about('Ada Vael', '14/03/2009'), about('Rowan Elm', '03/05/2012'));
  screen.getByText(
    /^The open draft is about Ada Vael, born 14 March 2009. This page is about Rowan Elm, born 3 May 2012. Their dates of birth differ/,
  );
  expect(buttons()).toEqual(['Start a new draft with this page', 'Continue with the open draft']);
  fireEvent.click(screen.getAllByRole('button')[0] as HTMLElement);
  expect(pressed).toEqual(['begin']);
});

it('asks once more, by both names, before another person’s page is added', () => {
  const pressed = shows(about('Ada Vael', undefined), about('Rowan Elm', undefined));
  adds();
  expect(pressed).toEqual([]);
  screen.getByRole('heading', { name: 'Are Ada Vael and Rowan Elm the same person?' });
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(buttons()).toHaveLength(3);
  adds();
  fireEvent.click(screen.getByRole('button', { name: /^Yes, they are the same person/ }));
  expect(pressed).toEqual(['add']);
});

it('asks once more about one name if anything speaks against it, and adds the page with its values left', () => {
  const draft = about('Ada Vael', undefined);
  const pressed = shows(draft, draft, ['Their schools differ.']);
  adds();
  expect(pressed).toEqual([]);
  screen.getByText(
    'Their schools differ. What this page says starts as left: take what is theirs.',
  );
  fireEvent.click(screen.getByRole('button', { name: /^Yes, they are the same person/ }));
  expect(pressed).toEqual(['add left']);
});

it('finds no difference where one of the pages says that the date of birth is not known', () => {
  shows(about('Ada Vael', '9 August 2008'), about('Ada Vael', 'N/A'));
  expect(screen.queryByText(/dates of birth differ/)).toBe(null);
  expect(buttons()).toHaveLength(3);
});

it('asks about one name where a date of birth may be the same, in one of two orders', () => {
  const pressed = shows(about('Ada Vael', '3 May 2012'), about('Ada Vael', '03/05/2012'));
  expect(screen.queryByText(/dates of birth differ/)).toBe(null);
  adds();
  expect(pressed).toEqual([]);
});

it('offers no adding once the open draft is a record', () => {
  shows(null, about('Rowan Elm', undefined));
  expect(buttons()).toEqual(['Start a new draft with this page']);
});

it('gives the focus to the heading of the screen once it is answered', () => {
  document.body.innerHTML = '<main><h1 tabindex="-1">Review what was read</h1><div></div></main>';
  const container = document.querySelector('main div') as HTMLElement;
  const draft = about('Ada Vael', undefined);
  const nothing = () => undefined;
  const { unmount } = render(
    <PageQuestion
      doubts={[]}
      open={draft}
      read={draft}
      onAdd={nothing}
      onBegin={nothing}
      onKeep={nothing}
    />,
    { container },
  );
  expect(document.activeElement?.textContent).toBe('Another page was read');
  unmount();
  expect(document.activeElement?.tagName).toBe('H1');
});

it('adds at one press only where a name is the same and no date of birth contradicts it', () => {
  const names = fc.constantFrom('Ada Vael', 'ada vael', ' Ada  Vael', 'Rowan Elm', undefined);
  const born = fc.constantFrom('14/03/2009', '15/03/2009', undefined);
  fc.assert(
    fc.property(names, born, names, born, (open, openBorn, read, readBorn) => {
      const plain = (name: string | undefined) => name?.replace(/\s+/g, ' ').trim().toLowerCase();
      const isSame =
        open !== undefined &&
        plain(open) === plain(read) &&
        (openBorn === undefined || readBorn === undefined || openBorn === readBorn);
      const pressed = shows(about(open, openBorn), about(read, readBorn));
      const isApart = openBorn !== undefined && readBorn !== undefined && openBorn !== readBorn;
      expect(buttons()[0]).toBe('Start a new draft with this page');
      expect(buttons()).toHaveLength(isApart ? 2 : 3);
      if (!isApart) adds();
      expect(pressed).toEqual(isSame ? ['add'] : []);
      cleanup();
    }),
    { numRuns: 100 },
  );
});
