/**
 * The clock of a driven browser, moved from outside: the built extension only knows the computer’s clock. Only pages
 * that run now are moved, and their time continues from there; a page that is opened later has the computer’s time.
 */
import type { OfficerBrowser } from './browser.ts';

/**
 * Moves the pages of the extension, including the keeper’s. The service worker keeps the computer’s time: with it, it
 * detects that a computer slept.
 *
 * @param moment - ISO 8601
 * @returns number of pages moved
 */
export async function movesClock(
  { browser, extensionId }: OfficerBrowser,
  moment: string,
): Promise<number> {
  const pages = browser
    .targets()
    .filter(
      (target) =>
        target.type() !== 'service_worker' &&
        target.url().startsWith(`chrome-extension://${extensionId}/`),
    );
  for (const target of pages) {
    const session = await target.createCDPSession();
    const { exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `(${move.toString()})(${Date.parse(moment)})`,
    });
    await session.detach();
    if (exceptionDetails) throw new Error(`The clock stands still: ${exceptionDetails.text}`);
  }
  return pages.length;
}

/** Runs in the page. The current time is moved; a given date stays as given. */
function move(to: number): void {
  const at = globalThis as { computersDate?: DateConstructor };
  at.computersDate ??= Date;
  const Computers = at.computersDate;
  const ahead = to - Computers.now();
  const now = (): number => Computers.now() + ahead;
  globalThis.Date = new Proxy(Computers, {
    construct: (target, args, made) =>
      Reflect.construct(target, args.length > 0 ? args : [now()], made) as Date,
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}
