/** Chromium's network log, read for one question: the requests to the network, and their origins. */
export interface Asked {
  readonly kind: 'request' | 'look-up';
  readonly host: string;
  /** The origin of the request, as far as the log gives it. */
  readonly by: string;
}

export interface Judged {
  /** Requests by our pages. */
  readonly ours: readonly Asked[];
  /** Requests by other pages. */
  readonly others: readonly Asked[];
  /** Requests by any page to a host that is neither this computer nor the browser's maker. */
  readonly elsewhere: readonly Asked[];
  /** Hosts of its maker that the browser itself contacted. */
  readonly ofMaker: readonly string[];
}

/** The service that the browser itself asks about the forms of any opened page, with or without an extension. */
const AUTOFILL = 'content-autofill.googleapis.com';
const MAKER = /(^|\.)(google|googleapis|gstatic|gvt1)\.com$/;
const PAGES = /chrome-extension:|127\.0\.0\.1|localhost/;

interface Log {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly {
    readonly type: number;
    readonly params?: Readonly<Record<string, unknown>>;
  }[];
}

/** Switches of the browser, for a log of everything in that file. */
export function netLogSwitches(file: string): readonly string[] {
  return [`--log-net-log=${file}`, '--net-log-capture-mode=Everything'];
}

/** @param text - a log, which may have been cut off when the browser ended */
export function askedOf(text: string): readonly Asked[] {
  const { constants, events } = JSON.parse(whole(text)) as Log;
  const typeOf = (name: string): number => {
    const type = constants.logEventTypes[name];
    if (type === undefined) throw new Error(`The network log of this browser has no ${name}`);
    return type;
  };
  const started = typeOf('URL_REQUEST_START_JOB');
  const lookedUp = [typeOf('HOST_RESOLVER_MANAGER_REQUEST'), typeOf('HOST_RESOLVER_MANAGER_JOB')];
  return events.flatMap(({ type, params }): Asked[] => {
    if (params === undefined) return [];
    // An end event adds nothing to its start.
    if (type === started && params.url !== undefined) {
      const url = new URL(String(params.url));
      // Schemes that the browser answers itself send nothing.
      if (!/^(https?|wss?|ftp):$/.test(url.protocol)) return [];
      return [{ kind: 'request', host: url.hostname, by: byOf(params) }];
    }
    if (lookedUp.includes(type) && params.host !== undefined) {
      const host = String(params.host)
        .replace(/^[a-z]+:\/\//, '')
        .replace(/:\d+$/, '');
      return [{ kind: 'look-up', host, by: byOf(params) }];
    }
    return [];
  });
}

/** Sorts requests by who is responsible for them. */
export function judgeAsked(asked: readonly Asked[]): Judged {
  const isOurs = ({ by }: Asked): boolean => by.startsWith('chrome-extension:');
  // The browser asks its maker for updates and lists; no page of ours or of the practice system causes that.
  const isBrowsers = ({ host, by }: Asked): boolean =>
    MAKER.test(host) &&
    (!PAGES.test(by) || (host === AUTOFILL && !by.includes('chrome-extension:')));
  return {
    ours: asked.filter(isOurs),
    others: asked.filter((each) => !isOurs(each)),
    elsewhere: asked.filter((each) => !isLoopback(each.host) && !isBrowsers(each)),
    ofMaker: [...new Set(asked.filter(isBrowsers).map(({ host }) => host))],
  };
}

/** In words, each only once. */
export function shownAsked(asked: readonly Asked[]): readonly string[] {
  return [...new Set(asked.map(({ kind, host, by }) => `${kind} ${host} by ${by}`))];
}

function isLoopback(host: string): boolean {
  return host === '127.0.0.1' || host === 'localhost' || host === '[::1]';
}

function byOf({
  initiator,
  network_isolation_key,
  network_anonymization_key,
}: Readonly<Record<string, unknown>>): string {
  return String(initiator ?? network_isolation_key ?? network_anonymization_key ?? 'not said');
}

/** Leaves out an unfinished last line: a browser that exits normally closes its log, but a killed one may not. */
function whole(text: string): string {
  if (/\n\}\s*$/.test(text.slice(-100))) return text;
  // Each event is on its own line.
  const end = text.lastIndexOf('},\n');
  if (end < text.indexOf('"events": [')) throw new Error('The network log has no whole event');
  return `${text.slice(0, end)}}]}`;
}
