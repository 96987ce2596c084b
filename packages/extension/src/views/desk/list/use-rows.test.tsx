// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it } from 'vitest';
import { AppProvider, makeApp } from '../../../app/app.js';
import { memoryServices } from '../../../testing/memory-services.js';
import { useRows } from './use-rows.js';

function Shown() {
  useRows('subjects');
  return <p>Subjects</p>;
}

it('asks for the rows of a list in the turn in which it is shown, not once it has been painted without them', async () => {
  const services = await memoryServices();
  const asked: string[] = [];
  const watch: typeof services.rows.watch = (list, listener) => {
    asked.push(list);
    return services.rows.watch(list, listener);
  };
  const settingsPlace = { get: async () => undefined, set: async () => undefined };
  const app = makeApp(
    { ...services, rows: { ...services.rows, watch } },
    { surface: 'workspace', screens: {}, settingsPlace },
  );
  const place = document.createElement('main');
  render(
    <AppProvider value={app}>
      <Shown />
    </AppProvider>,
    place,
  );
  expect(asked).toEqual(['subjects']);
  render(null, place);
});
