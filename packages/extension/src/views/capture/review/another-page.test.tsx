// @vitest-environment happy-dom
/**
 * A page read while a draft is open: the screen names the person of each, and the first button never mixes two people.
 */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { draftOf } from '../../../testing/draft-under-test.js';
import { AnotherPage } from './another-page.js';

afterEach(cleanup);

const about = (name: string | undefined, born: string | undefined) =>
  draftOf(
    ...(name === undefined ? [] : [{ label: 'Full name', value: name, owner: ['Subject'] }]),
    ...(born === undefined ? [] : [{ label: 'Date of birth', value: born, owner: ['Subject'] }]),
    { label: 'Shoe size', value: '42', owner: ['Subject'] },
  );
const shows = (open: ReturnType<typeof about>, read: ReturnType<typeof about>) => {
  const pressed: string[] = [];
  const press = (what: string) => () => void pressed.push(what);
  render(
    <AnotherPage
      open={open}
      read={read}
      onAdd={press('add')}
      onReplace={press('replace')}
      onKeep={press('keep')}
    />,
  );
  return pressed;
};
const buttons = () => screen.getAllByRole('button').map(({ textContent }) => textContent);

it('changes nothing by the first button where the page is about another person, and names both', () => {
  const pressed = shows(about('Ada Vael', '14/03/2009'), about('Rowan Elm', '03/05/2012'));
  screen.getByText('The open draft is about Ada Vael. This page is about Rowan Elm.');
  expect(buttons()).toEqual([
    'Continue with the draft',
    'Discard the draft and read this page',
    'Add to the open draft',
  ]);
  fireEvent.click(screen.getAllByRole('button')[0] as HTMLElement);
  expect(pressed).toEqual(['keep']);
});

it('gives the focus to the heading of the screen once it is answered', () => {
  document.body.innerHTML = '<main><h1 tabindex="-1">Review what was read</h1><div></div></main>';
  const container = document.querySelector('main div') as HTMLElement;
  const draft = about('Ada Vael', undefined);
  const nothing = () => undefined;
  const { unmount } = render(
    <AnotherPage open={draft} read={draft} onAdd={nothing} onReplace={nothing} onKeep={nothing} />,
    { container },
  );
  expect(document.activeElement?.textContent).toBe('You pressed on another page');
  unmount();
  expect(document.activeElement?.tagName).toBe('H1');
});

it('adds by the first button where both pages name the same person', () => {
  shows(about('Ada Vael', '14/03/2009'), about('ADA  VAEL', undefined));
  expect(buttons()[0]).toBe('Add to the open draft');
});

it('adds by the first button only where a name is the same and no date of birth contradicts it', () => {
  const names = fc.constantFrom('Ada Vael', 'ada vael', ' Ada  Vael', 'Rowan Elm', undefined);
  const born = fc.constantFrom('14/03/2009', '15/03/2009', undefined);
  fc.assert(
    fc.property(names, born, names, born, (open, openBorn, read, readBorn) => {
      const plain = (name: string | undefined) => name?.replace(/\s+/g, ' ').trim().toLowerCase();
      const isSame =
        open !== undefined &&
        plain(open) === plain(read) &&
        (openBorn === undefined || readBorn === undefined || openBorn === readBorn);
      shows(about(open, openBorn), about(read, readBorn));
      expect(buttons()[0]).toBe(isSame ? 'Add to the open draft' : 'Continue with the draft');
      cleanup();
    }),
    { numRuns: 100 },
  );
});
