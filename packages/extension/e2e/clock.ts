/**
 * The clock of a browser that is driven, moved from outside: the built extension knows of no other clock than the computer’s.
 * Only pages that run now are moved, and their time goes on from there; a page that is opened later shows the computer’s.
 */
import type { OfficerBrowser } from './browser.ts';

/**
 * The pages of the extension, the keeper’s among them. The service worker keeps the computer’s time: by it a computer that
 * slept is told from one that did not.
 *
 * @param moment - ISO 8601
 * @returns how many pages were moved
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

/** Runs in the page. Whoever asks for now is told the moved one; a date that is given stays as it was given. */
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
