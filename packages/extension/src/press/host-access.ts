/** One host more than the press opens: asked of the browser when the officer says so, and given back. */

export type Permissions = Pick<typeof chrome.permissions, 'getAll' | 'remove' | 'request'>;

export interface HostAccess {
  /**
   * Asks for the host of that origin. The browser takes it only straight from the officer's press on a button of ours: no
   * await may come before. False when the answer is no, and where no permission helps.
   */
  ask(origin: string): Promise<boolean>;
  /** Gives back every host that was got here. */
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

/** Gives back whatever is still held: a browser that was killed gave nothing back. */
export async function dropHosts(permissions: Permissions): Promise<void> {
  const { origins = [] } = await permissions.getAll();
  if (origins.length > 0) await permissions.remove({ origins }).catch(() => false);
}

/** The host alone, whatever its port: Firefox knows no ports here. Undefined for an origin that no permission opens. */
export function patternOf(origin: string): string | undefined {
  if (!URL.canParse(origin)) return undefined;
  const { protocol, hostname } = new URL(origin);
  return /^https?:$/.test(protocol) && hostname !== '' ? `${protocol}//${hostname}/*` : undefined;
}
