// @vitest-environment happy-dom
import { type Draft, passed, type Result } from '@cyber-prevent/core';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { CaptureService } from '../../../ports/capture-service.js';
import { draftOf, FICTIONAL } from '../../../testing/draft-under-test.js';
import { noPageToKeep } from '../../../testing/no-page-to-keep.js';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

/** A draft from one look at the page, which did not reach these frames. */
function lookedAt(...unread: readonly string[]): Draft {
  const draft = draftOf(...FICTIONAL);
  const frames = unread.map((origin, nth) => ({
    path: [nth],
    origin,
    why: 'other-origin' as const,
  }));
  return { ...draft, origins: draft.origins.map((origin) => ({ ...origin, unread: frames })) };
}

async function shows(draft: Draft, answer: Result<Draft> | undefined) {
  const readWith = vi.fn(async () => answer);
  const capture: CaptureService = {
    granted: async () => ({ tabId: 1, windowId: 1, way: 'page', press: 1 }),
    subscribe: () => () => undefined,
    fromTab: async () => passed(draft),
    readWith,
    fromFile: async () => passed(draft),
    fromText: async () => passed(draft),
    copyOf: () => undefined,
    pageToKeep: noPageToKeep,
    highlight: async () => true,
  };
  await showShell({ capture, surface: 'panel' });
  const button = await screen.findByRole('button', { name: 'Allow reading forms.example for now' });
  return { readWith, button, capture: draft.origins[0]?.id };
}

it('asks for the host in the press itself, and reads the page again', async () => {
  const draft = lookedAt('https://forms.example');
  const { readWith, button, capture } = await shows(draft, passed(lookedAt()));
  fireEvent.click(button);
  expect(readWith).toHaveBeenCalledExactlyOnceWith(capture, 'https://forms.example');
  expect(await screen.findByText('The page was read again, with forms.example')).toBeTruthy();
  await waitFor(() => expect(screen.queryByText(/could not be read/)).toBeNull());
});

it('says so when it is refused, and can be asked again', async () => {
  const { button } = await shows(lookedAt('https://forms.example'), undefined);
  fireEvent.click(button);
  expect(await screen.findByText(/It was not allowed, so forms.example was not read/)).toBeTruthy();
  expect(screen.getByText(/1 frame of this page could not be read/)).toBeTruthy();
  expect(button.getAttribute('aria-disabled')).not.toBe('true');
});

it('offers each host once, and none where a permission would not help', async () => {
  await shows(lookedAt('https://forms.example', 'https://forms.example:8443', 'null'), undefined);
  expect(screen.getAllByRole('button', { name: /^Allow reading/ })).toHaveLength(1);
  expect(screen.getByText(/3 frames of this page could not be read/)).toBeTruthy();
});
