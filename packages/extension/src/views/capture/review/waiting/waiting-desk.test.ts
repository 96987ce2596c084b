import type { Draft, Issue } from '@cyber-prevent/core';
import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { OpenWork } from '../../../../app/open-work.js';
import { draftOf } from '../../../../testing/draft-under-test.js';
import { memoryWork } from '../../../../testing/memory-work.js';
import { textCapture } from '../../../../testing/text-capture.js';
import { waitingDesk } from './waiting-desk.js';
import { setWaiting } from './waiting-page.js';

it('says that it has looked only once the page that waits is asked about', async () => {
  const parts = { work: memoryWork(), capture: textCapture() };
  const read = draftOf({ label: 'Full name', value: 'Tobias Wren', owner: ['Subject'] });
  await setWaiting(parts, read, null);
  const draft = signal<Draft | null>(null);
  const page = signal<Draft | null>(null);
  const desk = waitingDesk(parts, page, {
    draft,
    work: { flush: async () => undefined } as OpenWork<Draft | null>,
    trouble: signal<readonly Issue[]>([]),
    settled: (joined) => joined,
  });
  await desk.looked;
  expect(page.value?.id).toBe(read.id);
  desk.stop();
});
