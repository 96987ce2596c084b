// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { draftOf, FICTIONAL } from '../../../../testing/draft-under-test.js';
import { OriginLine } from './origin-line.js';

afterEach(cleanup);

const { origins } = draftOf(...FICTIONAL);

it('says in sight where the draft is from, and how it was read only when asked', () => {
  render(<OriginLine origins={origins} />);
  expect(screen.getByText(/^Read from /)).toBeTruthy();
  const how = screen.getByText('How it was read').closest('details');
  expect(how?.open).toBe(false);
  expect(how?.textContent).toContain('labels were read as they are');
});

it('has nothing to say about how a text was read that was typed or pasted', () => {
  render(<OriginLine origins={origins.map((each) => ({ ...each, way: 'paste' as const }))} />);
  expect(screen.queryByText('How it was read')).toBeNull();
});
