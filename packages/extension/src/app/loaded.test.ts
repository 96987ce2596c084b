import { expect, it } from 'vitest';
import { loadFile } from './loaded.js';

it('gives the file once it is there', async () => {
  expect(await loadFile(Promise.resolve({ prepare: 1 }))).toMatchObject({
    ok: true,
    value: { prepare: 1 },
  });
});

it('says what to do when the file is gone, and throws at nobody', async () => {
  const gone = loadFile(
    Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
  );
  await expect(gone).resolves.toMatchObject({
    ok: false,
    issues: [{ code: 'file-not-loaded', message: expect.stringMatching(/open it again/) }],
  });
});
