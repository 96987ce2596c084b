/**
 * Runs in the page's own world and uses nothing outside itself: reports to the filler, which no page can reach, that
 * the page sends something. The browser does not report a request whose answer is not read, nor messages over a socket.
 * Sending works as before; only its target is reported, by an event in the page. A page that reports falsely causes a
 * needless warning to the officer; one that kept the browser's original functions is not heard.
 *
 * @param channel - name of the event; with `-end` added, of the event that ends it
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
      // The page may have replaced its functions: sending must work as before.
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
