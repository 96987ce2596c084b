// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, it } from 'vitest';
import { PACKS_KEY } from '../../../app/work-keys.js';
import { memoryServices } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

it('is read again on a screen that is shown when the keeper says that it has changed', async () => {
  let policy = { fips: false, lockMinutes: 5 };
  const memory = await memoryServices();
  const { services } = await showShell({
    start: { name: 'settings' },
    services: { ...memory, policy: async () => policy },
  });
  await screen.findByText(/Your force allows at most 5 minutes/);
  policy = { ...policy, lockMinutes: 3 };
  services.work.goneElsewhere(PACKS_KEY);
  await screen.findByText(/Your force allows at most 3 minutes/);
});
