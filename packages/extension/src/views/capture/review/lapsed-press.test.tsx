// @vitest-environment happy-dom
/** A press from before the vault was open, on a page that has been left since. */
import { failed } from '@cyber-prevent/core';
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { FailureReason } from '../../../page/snapshot-failure.js';
import type { CaptureService, GrantedTab } from '../../../ports/capture-service.js';
import { showShell } from '../../../testing/show-shell.js';
import { textCapture } from '../../../testing/text-capture.js';

afterEach(cleanup);

const LATER = 9;
const painted = () => new Promise((resolve) => requestAnimationFrame(resolve));
const tab = (press: number): GrantedTab => ({ tabId: 1, windowId: 1, way: 'page', press });

/** The review, where no page can be read; every text of an error that was ever on screen is kept. */
async function opens(why: FailureReason, earlier?: number) {
  const seen: string[] = [];
  const watch = new MutationObserver(() =>
    seen.push(document.querySelector('.govuk-error-summary__list')?.textContent ?? ''),
  );
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  let tell: (pressed: GrantedTab) => void = () => undefined;
  const capture: CaptureService = {
    ...textCapture(),
    granted: async () => (earlier === undefined ? undefined : tab(earlier)),
    subscribe(listener) {
      tell = listener;
      return () => undefined;
    },
    async fromTab({ press }) {
      // The later press is answered after what the earlier one changes has been painted.
      if (press === LATER) for (let frame = 0; frame < 5; frame += 1) await painted();
      return failed({ code: why, severity: 'error', message: `Press ${press} read nothing` });
    },
  };
  await showShell({ capture, surface: 'panel', start: { name: 'review' } });
  await screen.findByRole('button', { name: 'Paste text' });
  return { seen, presses: (press: number) => tell(tab(press)) };
}

it('is no problem of the first screen after set-up', async () => {
  const { seen, presses } = await opens('grant-gone', 1);
  presses(LATER);
  await screen.findByText('Press 9 read nothing');
  expect(seen.filter((words) => words.includes('Press 1'))).toEqual([]);
});

it('is said if the page itself cannot be read, then as now', async () => {
  await opens('cannot-read', 1);
  await screen.findByText('Press 1 read nothing');
});
