/** Every screen, in the panel at 360 px and in the workspace at 1280 px: axe, keyboard, narrow windows. */
import type { ElementHandle } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { axeProblems, keyboardProblems, sidewaysProblems } from './accessibility-check.ts';
import type { Observer } from './observer.ts';
import { sees } from './officer.ts';
import { rests } from './whole-picture.ts';

/** Widths: for the panel, the narrowest window of WCAG 1.4.10; for the workspace, 200 % and 400 % of 1280 px. */
const NARROW = { panel: [320], workspace: [640, 320] } as const;

/**
 * @param judge - `once`: axe judges the first surface that shows a screen, since both are drawn by one view and one
 * style sheet, and axe is most of the cost of a walk. `always`: each surface. Keys and narrow windows are tried on
 * both.
 */
export function observeAccessibility(judge: 'once' | 'always'): Observer {
  const judged = new Set<string>();
  const problems = { axe: [] as string[], keyboard: [] as string[], sideways: [] as string[] };
  return {
    async visit(page, screen, surface) {
      const at = (found: readonly string[]) => found.map((what) => `${surface} ${screen}: ${what}`);
      await rests(page);
      if (judge === 'always' || !judged.has(screen))
        problems.axe.push(...at(await axeProblems(page)));
      judged.add(screen);
      problems.sideways.push(...at(await sidewaysProblems(page, ...NARROW[surface])));
      // A wide window looks at the case anew, and has more to come to than a narrow one.
      await rests(page);
      const focused = (await page.evaluateHandle(() => document.activeElement)).asElement();
      problems.keyboard.push(...at(await keyboardProblems(page)));
      await (focused as ElementHandle<HTMLElement> | null)?.focus();
    },
    tests(walked) {
      describe('every screen', () => {
        it('gives axe nothing to find', () => {
          expect(problems.axe).toEqual([]);
        });

        it('does not scroll sideways in a narrow or an enlarged window', () => {
          expect(problems.sideways).toEqual([]);
        });

        it('comes to everything with Tab, and shows where it stands', () => {
          expect(problems.keyboard).toEqual([]);
        });
      });

      describe('the checks', () => {
        it('find what is wrong with a screen that is spoilt', async () => {
          const { workspace } = walked();
          await workspace.evaluate(() => {
            const button = document.createElement('button');
            button.style.cssText =
              'outline: 0; box-shadow: none; border: 0; width: 2000px; height: 30px';
            document.querySelector('main')?.prepend(button);
          });
          try {
            expect(await axeProblems(workspace)).toContainEqual(
              expect.stringMatching(/^button-name/),
            );
            expect(await sidewaysProblems(workspace, 640)).toContainEqual(
              expect.stringMatching(/^sticks out: <button/),
            );
            expect(await keyboardProblems(workspace)).toContainEqual(
              expect.stringMatching(/^focus is not seen on <button/),
            );
            await workspace.evaluate(() => {
              document.addEventListener('keydown', (event) => event.preventDefault(), {
                once: false,
              });
            });
            expect(await keyboardProblems(workspace)).toContainEqual(
              expect.stringMatching(/^Tab does not come to/),
            );
          } finally {
            await workspace.reload();
            await sees(workspace, 'Settings');
          }
        });
      });
    },
  };
}
