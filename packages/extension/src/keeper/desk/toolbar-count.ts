/**
 * The toolbar button: a number, and a lock while no vault is open. Only the service worker can set it at any time, so the
 * keeper sends it a number and nothing else. It is cleared, and locked, when the vault locks, when the keeper is gone for
 * any reason, and when the browser starts.
 */
import * as v from 'valibot';
import { CHANNEL } from './messages.js';
import type { Sender } from './storage-relay.js';

const TYPE = 'keeper/count';
const Told = v.strictObject({
  type: v.literal(TYPE),
  count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
const TRIES = 3;
/** More than fits on a button. */
const MOST = 999;
/** Sizes that a toolbar draws, on any screen. */
const SIZES = [16, 32, 48] as const;
const pictures = (name: string): Record<string, string> =>
  Object.fromEntries(SIZES.map((size) => [size, `/icon/${name}${size}.png`]));
const OPEN = pictures('');
const LOCKED = pictures('locked-');

/**
 * The keeper's end. The latest count is shown; a service worker that is just starting may miss the first try.
 *
 * @param send - to the service worker
 * @param pauseMs - milliseconds between tries
 */
export function tellCount(
  send: (message: unknown) => Promise<unknown>,
  pauseMs = 150,
): (count: number | undefined) => void {
  let latest = 0;
  return (count) => {
    latest += 1;
    const own = latest;
    const message = { type: TYPE, ...(count === undefined ? {} : { count }) };
    const tell = async (): Promise<void> => {
      for (let tried = 1; tried <= TRIES && own === latest; tried += 1) {
        if ((await send(message).catch(() => undefined)) === true) return;
        await new Promise((again) => setTimeout(again, pauseMs));
      }
    };
    void tell();
  };
}

export interface CountPorts {
  readonly browser: Pick<typeof chrome, 'action' | 'alarms' | 'runtime'>;
  /** Names of the Web Locks in use: the keeper has one for as long as it lives. */
  readonly locksHeld: () => Promise<readonly string[]>;
}

/** The service worker's end, called as it starts. */
export function serveCount({ browser, locksHeld }: CountPorts): void {
  const { action, alarms, runtime } = browser;
  const show = (count: number | undefined): void => {
    void action.setBadgeText({ text: textOf(count) });
    void action.setIcon({ path: count === undefined ? LOCKED : OPEN });
  };
  const showNone = (): void => show(undefined);
  void action.setBadgeBackgroundColor({ color: '#b32424' });
  void action.setBadgeTextColor({ color: '#ffffff' });
  runtime.onStartup.addListener(showNone);
  runtime.onInstalled.addListener(showNone);
  runtime.onMessage.addListener((message: unknown, sender: Sender, respond) => {
    const told = v.safeParse(Told, message);
    if (!told.success || !isOurs(sender, runtime)) return false;
    show(told.output.count);
    respond(true);
    return false;
  });
  // Runs once a minute while the vault is open: a keeper that was killed could not report it.
  alarms.onAlarm.addListener(async () => {
    if (!(await locksHeld()).includes(CHANNEL)) showNone();
  });
}

function textOf(count = 0): string {
  if (count === 0) return '';
  return count > MOST ? `${MOST}+` : String(count);
}

/** Only a page of ours keeps the vault; a script of ours in another site’s page does not. */
function isOurs({ id, url }: Sender, runtime: Pick<typeof chrome.runtime, 'id' | 'getURL'>) {
  return id === runtime.id && url !== undefined && url.startsWith(runtime.getURL(''));
}
