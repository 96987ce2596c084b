// @vitest-environment happy-dom
/** One file and one disclosure, however fast and however often the button is pressed. */

import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';
import { useExport } from './use-export.js';

beforeAll(
  () => Promise.all([import('../../paper/summary-view.js'), import('../../paper/prepare.js')]),
  60_000,
);
afterEach(cleanup);

it('saves a summary as HTML once where the button is pressed twice', async () => {
  const { services, app } = await showShell();
  const subject = buildSubject({ name: 'Petra Lindqvist' });
  await services.store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  app.router.go({ name: 'summary', subject: subject.id });
  await screen.findByLabelText('Where is it going?');
  for (const [label, value] of [
    ['Where is it going?', 'supervisor'],
    ['Why is it disclosed?', 'disclosure'],
    ['Legal gateway', 'part3-task'],
  ] as const)
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  fireEvent.input(screen.getByLabelText('Who receives it?'), { target: { value: 'DI Penhallow' } });
  const press = () => {
    const button = screen.queryByRole('button', { name: 'Save as HTML' });
    if (button) fireEvent.click(button);
  };
  press();
  press();
  await screen.findByText('Exported to DI Penhallow. The disclosure was logged.');
  press();
  const disclosures = async () =>
    (await services.store.audit()).filter(({ action }) => action === 'disclosure');
  expect(await disclosures()).toHaveLength(1);
  expect(services.downloads).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: 'Export it again' }));
  fireEvent.click(screen.getByRole('button', { name: 'Save as Markdown' }));
  await waitFor(() => expect(services.downloads).toHaveLength(2));
  expect(await disclosures()).toHaveLength(2);
});

it('lets out once for each time that it was asked for, in whatever order presses and answers come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('press', 'settle', 'fail', 'again'), { maxLength: 12 }),
      async (steps) => {
        const waiting: ((wrong: string | undefined) => void)[] = [];
        let began = 0;
        let left = 0;
        function Shown() {
          const asked = { reason: 'disclosure', recipients: ['supervisor', 'DI Penhallow'] };
          const out = useExport({ ask: () => asked, errors: [] });
          const press = () =>
            out.run(async () => {
              began += 1;
              const wrong = await new Promise<string | undefined>((go) => waiting.push(go));
              if (wrong === undefined) left += 1;
              return wrong;
            });
          return (
            <>
              {out.left}
              <p>{out.isBusy ? 'Under way' : 'At rest'}</p>
              <button type="button" onClick={() => void press()}>
                Press
              </button>
            </>
          );
        }
        render(<Shown />);
        let isUnderWay = false;
        let isShut = false;
        let expected = 0;
        for (const step of steps) {
          if (step === 'press') {
            fireEvent.click(screen.getByRole('button', { name: 'Press' }));
            if (!isUnderWay && !isShut) {
              isUnderWay = true;
              expected += 1;
              await screen.findByText('Under way');
            }
          } else if (step === 'again') {
            const again = screen.queryByRole('button', { name: 'Export it again' });
            expect(again !== null).toBe(isShut);
            if (again) fireEvent.click(again);
            isShut = false;
          } else if (isUnderWay) {
            waiting.pop()?.(step === 'fail' ? 'There is no room left.' : undefined);
            isUnderWay = false;
            isShut = step === 'settle';
            await screen.findByText('At rest');
          }
          expect(began).toBe(expected);
          expect(left).toBeLessThanOrEqual(began);
        }
        cleanup();
      },
    ),
    { numRuns: 60 },
  );
});
