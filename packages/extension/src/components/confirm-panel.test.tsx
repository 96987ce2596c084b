// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { ConfirmPanel } from './confirm-panel.js';

afterEach(cleanup);

it('brings the whole question into view, clear of the bar at the foot, and gives it the focus', () => {
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView');
  render(
    <ConfirmPanel
      heading="Discard this draft?"
      confirm="Discard"
      onConfirm={() => undefined}
      onCancel={() => undefined}
    />,
  );
  const question = screen.getByRole('heading', { name: 'Discard this draft?' });
  expect(document.activeElement).toBe(question);
  expect(scrolled.mock.contexts).toEqual([question.closest('section')]);
  expect(scrolled).toHaveBeenCalledWith({ block: 'center' });
  scrolled.mockRestore();
});
