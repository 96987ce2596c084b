// @vitest-environment happy-dom
/** When a list asks for its rows. */
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { AppProvider, makeApp } from '../../app/app.js';
import { memoryServices } from '../../app/memory-services.js';
import { useRows } from './use-rows.js';

afterEach(cleanup);

it('asks in the turn in which it is shown, not once a frame has been painted without rows', async () => {
  const services = await memoryServices();
  const asked: string[] = [];
  const watch: typeof services.rows.watch = (list, listener) => {
    asked.push(list);
    return services.rows.watch(list, listener);
  };
  const app = makeApp(
    { ...services, rows: { ...services.rows, watch } },
    {
      surface: 'workspace',
      settingsPlace: { get: async () => undefined, set: async () => undefined },
    },
  );
  let seen: readonly string[] = [];
  function Shown() {
    useRows('subjects');
    // Told what is in the page: whatever comes after this comes after a paint.
    return <p ref={() => queueMicrotask(() => (seen = [...asked]))}>Subjects</p>;
  }
  render(
    <AppProvider value={app}>
      <Shown />
    </AppProvider>,
  );
  await Promise.resolve();
  expect(seen).toEqual(['subjects']);
});
