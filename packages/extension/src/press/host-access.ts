/** One host more than the press opens: requested from the browser on the officer's word, and given back. */

export type Permissions = Pick<typeof chrome.permissions, 'getAll' | 'remove' | 'request'>;

export interface HostAccess {
  /**
   * Requests the host of that origin. The browser accepts this only straight from the officer's press on a button of
   * ours: no await may come before. False when the answer is no, or no permission helps.
   */
  ask(origin: string): Promise<boolean>;
  /** Gives back every host that was granted here. */
  giveBack(): Promise<void>;
}

export function makeHostAccess(permissions: Permissions): HostAccess {
  const got = new Set<string>();
  return {
    async ask(origin) {
      const pattern = patternOf(origin);
      if (pattern === undefined) return false;
      const isGiven = await permissions.request({ origins: [pattern] }).catch(() => false);
      if (isGiven) got.add(pattern);
      return isGiven;
    },
    async giveBack() {
      const origins = [...got];
      got.clear();
      if (origins.length > 0) await permissions.remove({ origins }).catch(() => false);
    },
  };
}

/** Gives back any host that is still granted: a browser that was killed gave none back. */
export async function dropHosts(permissions: Permissions): Promise<void> {
  const { origins = [] } = await permissions.getAll();
  if (origins.length > 0) await permissions.remove({ origins }).catch(() => false);
}

/** The host alone, for every port: Firefox has no ports here. Undefined for an origin that no permission opens. */
export function patternOf(origin: string): string | undefined {
  if (!URL.canParse(origin)) return undefined;
  const { protocol, hostname } = new URL(origin);
  return /^https?:$/.test(protocol) && hostname !== '' ? `${protocol}//${hostname}/*` : undefined;
}
