/** Every screen has at most one button in the colour of the act that it is for: two would say nothing. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Observer } from './observer.ts';
import { sees } from './officer.ts';

export function observeFirstButton(): Observer {
  const found: string[] = [];
  return {
    async visit(page, screen, surface) {
      const words = await firstButtons(page);
      if (words.length > 1) found.push(`${surface} ${screen}: ${words.join(' · ')}`);
    },
    tests(walked) {
      describe('the button of the act that a screen is for', () => {
        it('is the only one in its colour', () => {
          expect(found).toEqual([]);
        });

        it('is counted wherever it is in sight', async () => {
          const { workspace } = walked();
          await workspace.evaluate(() => {
            for (const words of ['One', 'Other']) {
              const button = document.createElement('button');
              button.className = 'govuk-button';
              button.textContent = words;
              document.querySelector('main')?.prepend(button);
            }
          });
          try {
            expect(await firstButtons(workspace)).toEqual(expect.arrayContaining(['One', 'Other']));
          } finally {
            await workspace.reload();
            await sees(workspace, 'Settings');
          }
        });
      });
    },
  };
}

/** Words of each such button that can be seen. */
function firstButtons(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.govuk-button')]
      .filter(
        (button) =>
          !/govuk-button--(secondary|warning)/.test(button.className) &&
          button.checkVisibility({ checkVisibilityCSS: true }),
      )
      .map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim()),
  );
}
