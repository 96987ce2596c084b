// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { Textarea } from './textarea.js';

afterEach(cleanup);
const nothing = (): void => undefined;

it('says how much is left only when the end is near', () => {
  const { rerender } = render(
    <Textarea label="Note" value={'x'.repeat(80)} maxLength={100} onValue={nothing} />,
  );
  expect(screen.queryByRole('status')).toBeNull();
  rerender(<Textarea label="Note" value={'x'.repeat(99)} maxLength={100} onValue={nothing} />);
  expect(screen.getByText('You have 1 character remaining')).toBeTruthy();
});

it('says how much is too much, and cuts nothing off', () => {
  render(<Textarea label="Note" value={'x'.repeat(103)} maxLength={100} onValue={nothing} />);
  expect(screen.getByText('You have 3 characters too many')).toBeTruthy();
  expect(screen.getByLabelText('Note')).toHaveProperty('value', 'x'.repeat(103));
});
