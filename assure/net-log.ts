/** Chromium's network log, read for one question: what was asked of the network, and by whom. */
export interface Asked {
  readonly kind: 'request' | 'look-up';
  readonly host: string;
  /** Origin that asked, as far as the log says it. */
  readonly by: string;
}

interface Log {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly {
    readonly type: number;
    readonly params?: Readonly<Record<string, unknown>>;
  }[];
}

/** @param text - of a log that may have been cut off when the browser ended */
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
    // An end of what began says nothing more.
    if (type === started && params.url !== undefined) {
      const url = new URL(String(params.url));
      // What the browser answers by itself goes nowhere.
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

function byOf({
  initiator,
  network_isolation_key,
  network_anonymization_key,
}: Readonly<Record<string, unknown>>): string {
  return String(initiator ?? network_isolation_key ?? network_anonymization_key ?? 'not said');
}

/** The browser closes the list of events when it ends in order; what was cut off is closed here. */
function whole(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.endsWith('}') && !trimmed.endsWith('},') && trimmed.includes(']')
    ? trimmed
    : `${trimmed.replace(/,$/, '')}]}`;
}
