// @vitest-environment happy-dom
/** The screen after a concern is saved says in its heading and on its buttons whom the concern is about. */
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, it } from 'vitest';
import { SavedConcern } from './saved-concern.js';

afterEach(cleanup);

const UNTOLD = {
  code: 'missing',
  severity: 'warning',
  at: 'told',
  message: 'Say who was told',
} as const;
const nothing = () => undefined;

it.each([
  ['Kit Vale', 'Kit Vale'],
  [undefined, 'nobody named yet'],
] as const)('names %s in the heading, and on what opens the concern', (about, who) => {
  render(
    <SavedConcern
      at="24 November 2026 at 09:30"
      about={about}
      toDo={[UNTOLD]}
      onOpen={nothing}
      onAnother={nothing}
      onBack={nothing}
    />,
  );
  screen.getByRole('heading', { level: 1, name: `Safeguarding concern: ${who}` });
  screen.getByRole('button', { name: `Open this concern: ${who}` });
  screen.getByRole('button', { name: about ? `Say who was told ${about}` : 'Say who was told' });
});
