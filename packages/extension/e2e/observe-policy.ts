/** The content security policy of our pages: no screen does anything that it refuses, and none has a style element. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { Observer } from './observer.ts';
import { sees, until } from './officer.ts';

export function observePolicy(): Observer {
  const watched = new WeakSet<Page>();
  const found: string[] = [];
  return {
    async visit(page, screen, surface) {
      if (!watched.has(page)) {
        watched.add(page);
        await page.evaluateOnNewDocument(keepsRefusals);
        await page.evaluate(keepsRefusals);
      }
      found.push(...(await refusals(page)).map((what) => `${surface} ${screen}: ${what}`));
      const styles = await page.$$eval('style', (elements) => elements.length);
      if (styles > 0) found.push(`${surface} ${screen}: ${styles} style elements`);
    },
    tests(walked) {
      describe('the policy of our pages', () => {
        it('refuses nothing that any screen does, and no screen has a style element', () => {
          expect(found).toEqual([]);
        });

        it('is seen to refuse a style element', async () => {
          const { workspace } = walked();
          await workspace.evaluate(() => {
            const style = document.createElement('style');
            style.textContent = 'main { color: red }';
            document.body.append(style);
          });
          try {
            const seen: string[] = [];
            await until('the refusal is seen', async () => {
              seen.push(...(await refusals(workspace)));
              return seen.some((what) => what.startsWith('style-src'));
            });
          } finally {
            await workspace.reload();
            await sees(workspace, 'Settings');
          }
        });
      });
    },
  };
}

interface Keeping {
  refused?: string[];
}

/** Runs in the page. */
function keepsRefusals(): void {
  const keeping = globalThis as Keeping;
  if (keeping.refused) return;
  keeping.refused = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    keeping.refused?.push(`${effectiveDirective} ${blockedURI}`);
  });
}

/** Refusals since the last look. */
function refusals(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (globalThis as Keeping).refused?.splice(0) ?? []);
}
