/**
 * Runs in the page's own world and stands alone: tells the filler, which no page can reach, that the page sends something. The
 * browser itself does not tell of a request whose answer nobody reads, nor of messages over a socket. What is sent is sent as
 * before; only where it goes is told, and that by the page's own event. A page that tells lies has the officer warned for
 * nothing; one that kept the browser's functions from before is not heard.
 *
 * @param channel - name of the event; of the event that ends it, with `-end` after it
 */
export function tellWhatIsSent(channel: string): void {
  const { document } = globalThis;
  const puts: (() => void)[] = [];
  const tell = (address: unknown): void => {
    try {
      const { url } = (address ?? {}) as { url?: unknown };
      const detail = String(typeof url === 'string' ? url : address);
      document.dispatchEvent(new CustomEvent(channel, { detail }));
    } catch {
      // Whatever the page made of its own functions: it is to send as before.
    }
  };
  const hear = (
    owner: object | undefined,
    name: string,
    heard: (self: object, input: readonly unknown[]) => void,
  ): void => {
    const own = owner && Object.getOwnPropertyDescriptor(owner, name);
    if (typeof own?.value !== 'function' || !own.configurable) return;
    const value = new Proxy(own.value, {
      apply(target, self, input) {
        heard(self, input);
        return Reflect.apply(target, self, input);
      },
    });
    Object.defineProperty(owner, name, { ...own, value });
    puts.push(() => {
      if (Object.getOwnPropertyDescriptor(owner, name)?.value === value)
        Object.defineProperty(owner, name, own);
    });
  };
  const opened = new WeakMap<object, unknown>();
  hear(globalThis, 'fetch', (_, [address]) => tell(address));
  hear(globalThis.XMLHttpRequest?.prototype, 'open', (self, [, address]) => {
    opened.set(self, address);
  });
  hear(globalThis.XMLHttpRequest?.prototype, 'send', (self) => tell(opened.get(self)));
  hear(globalThis.Navigator?.prototype, 'sendBeacon', (_, [address]) => tell(address));
  hear(globalThis.WebSocket?.prototype, 'send', (self) => tell(self));
  document.addEventListener(
    `${channel}-end`,
    () => {
      for (const put of puts) put();
    },
    { once: true },
  );
}
