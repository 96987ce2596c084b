/** The key for a safeguarding concern, pressed on the screens of work and on the lock screen. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Observer } from './observer.ts';
import { control, goesTo, locks, presses, sees, types, unlocks, until } from './officer.ts';
import { discardsDraft, readsSavedPage } from './tour.ts';
import { opensFirstSubject } from './tour-controls.ts';

export function observeSafeguardingKey(): Observer {
  return {
    tests(walked) {
      describe('the safeguarding key', () => {
        let workspace: Page;
        beforeAll(async () => {
          ({ workspace } = walked());
          await goesTo(workspace, 'Saved page');
          await readsSavedPage(
            workspace,
            '<h1>Record</h1><dl><dt>Full name</dt><dd>Ottoline Brackwater</dd></dl>',
          );
          await sees(workspace, 'Save as referral');
        });
        afterAll(async () => {
          await presses(workspace, 'Close');
          await unlocks(workspace, walked().passphrase);
          await goesTo(workspace, 'Capture');
          await discardsDraft(workspace);
        });

        const subject = async (): Promise<void> => {
          await opensFirstSubject(workspace);
          await sees(workspace, 'Opening this page was logged.');
        };
        it.each<[string, () => Promise<void>]>([
          ['the list of subjects', () => goesTo(workspace, 'Subjects')],
          ['a subject', subject],
          ['a case summary', () => subject().then(() => presses(workspace, 'Case summary'))],
          // The list comes back as it was left, so that no later step finds a person in it.
          ['the search for a subject, while typing', () => typing('Subjects', 'Find a subject')],
          ['an intervention', () => typing('Intervention', 'Place')],
          ['an intelligence note', () => typing('Note', 'Intelligence')],
          ['a saved page', () => goesTo(workspace, 'Saved page')],
          ['the review', () => goesTo(workspace, 'Capture')],
          ['a correction', () => goesTo(workspace, 'Capture').then(correcting)],
          ['the keys', () => presses(workspace, 'Help')],
        ])('opens a concern from %s', async (_, goes) => {
          await goes();
          await workspace.keyboard.press('F8');
          await control(workspace, 'What is the concern?');
          await until('the heading has the focus', () =>
            workspace.evaluate(
              () => document.activeElement?.textContent === 'Safeguarding concern',
            ),
          );
          await presses(workspace, 'Back to where you were');
          await workspace.waitForFunction(
            () => document.querySelector('h1')?.textContent !== 'Safeguarding concern',
          );
        });

        it('shows 999 and whom to tell from the lock screen, and says that recording needs unlocking', async () => {
          await locks(workspace);
          await workspace.keyboard.press('F8');
          await sees(workspace, 'only while the vault is unlocked');
          await sees(workspace, 'Call 999. Do not wait to record it.');
        });

        async function typing(screen: string, label: string): Promise<void> {
          await goesTo(workspace, screen);
          await types(workspace, label, 'half a word');
        }
        async function correcting(): Promise<void> {
          await workspace.waitForSelector('[data-row] .cp-decision--take-corrected');
          await workspace.focus('[data-row] .cp-decision--take-corrected');
          await workspace.keyboard.press('Enter');
          await workspace.waitForSelector('.cp-draft-row__correction input');
        }
      });
    },
  };
}
