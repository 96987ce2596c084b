// @vitest-environment happy-dom
import type { Draft, DraftRow } from '@cyber-prevent/core';
import { signal } from '@preact/signals';
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { type ComponentChildren, render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { type App, AppProvider } from '../../../../app/app.js';
import { AfterPaint } from '../../../../components/after-paint.js';
import { draftOf, FICTIONAL } from '../../../../testing/draft-under-test.js';
import type { DraftState } from '../use-draft.js';
import { DraftList } from './draft-list.js';
import { groupRows } from './row-group.js';
import { firstRoom, PAGE, STEP } from './row-room.js';

const HEIGHT = 445;
let root = document.createElement('div');

afterEach(() => {
  render(null, root);
  root.remove();
  vi.unstubAllGlobals();
});

const { rows } = draftOf(...FICTIONAL);
const named = rows.find(({ path }) => path !== undefined);
const unnamed = rows.find(({ path }) => path === undefined);
const many = (row: DraftRow | undefined, count: number): DraftRow[] =>
  row ? Array.from({ length: count }, (_, place) => ({ ...row, id: `${row.id}/${place}` })) : [];

/** Renders as the panel does. The testing library would run all effects at once. */
function show(children: ComponentChildren): void {
  root = document.createElement('div');
  document.body.append(root);
  const app = { keys: { hint: () => undefined } } as object as App;
  render(<AppProvider value={app}>{children}</AppProvider>, root);
}
function showRows(...all: readonly DraftRow[]): void {
  vi.stubGlobal('innerHeight', HEIGHT);
  show(
    <DraftList
      groups={groupRows(all)}
      state={{ draft: signal<Draft | null>(null) } as DraftState}
      onPoint={async () => true}
      takeable={() => 0}
      onTakeAll={() => undefined}
    />,
  );
}
const rowsOnScreen = (): number => root.querySelectorAll('[data-row]').length;

it('paints what the window holds, and no more than a step at a time after it', async () => {
  showRows(...many(named, 27), ...many(unnamed, 3));
  const counts = [rowsOnScreen()];
  new MutationObserver(() => counts.push(rowsOnScreen())).observe(root, {
    childList: true,
    subtree: true,
  });
  await waitFor(() => expect(rowsOnScreen()).toBe(27));
  expect(counts[0]).toBe(firstRoom(HEIGHT));
  counts.reduce((before, now) => {
    expect(now - before).toBeLessThanOrEqual(STEP);
    return now;
  });
});

it('says how many values each group has, though not all of them are on screen', async () => {
  showRows(...many(named, 60), ...many(unnamed, 5));
  expect(await screen.findByText('60 values')).toBeTruthy();
  expect(await screen.findByText('5 values')).toBeTruthy();
});

it('stops at a page of a group, and brings the rest when asked', async () => {
  showRows(...many(named, PAGE + 7));
  await waitFor(() => expect(rowsOnScreen()).toBe(PAGE));
  fireEvent.click(await screen.findByRole('button', { name: 'Show 7 more' }));
  await waitFor(() => expect(rowsOnScreen()).toBe(PAGE + 7));
});

it('makes no row of what nobody has named before it is opened', async () => {
  showRows(...many(named, 2), ...many(unnamed, 15));
  await waitFor(() => expect(root.querySelector('details')).toBeTruthy());
  expect(rowsOnScreen()).toBe(2);
  const details = root.querySelector('details');
  if (details) details.open = true;
  await waitFor(() => expect(rowsOnScreen()).toBe(17));
});

it('leaves what is below the fold for the frame after the first', async () => {
  show(
    <AfterPaint>
      <p>Below</p>
    </AfterPaint>,
  );
  expect(screen.queryByText('Below')).toBeNull();
  expect(await screen.findByText('Below')).toBeTruthy();
});
