// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { startParseFrame } from './parse-frame.js';

const CONNECT = { type: 'parse/connect' };

/** A port whose other end records the frame's messages. */
function portToFrame() {
  const { port1, port2 } = new MessageChannel();
  const said: unknown[] = [];
  port1.onmessage = ({ data }) => {
    said.push(data);
  };
  return { port: port2, said, close: () => port1.close() };
}

/** Dispatches a message in the frame’s window from that source, as a browser names the sender. */
function hears(source: unknown, data: unknown, ports: readonly MessagePort[]): void {
  const event = new Event('message');
  Object.defineProperties(event, {
    source: { value: source },
    data: { value: data },
    ports: { value: ports },
  });
  window.dispatchEvent(event);
}

describe('the parser’s frame', () => {
  it('is connected by the page that made it and by nobody else, and once', async () => {
    startParseFrame();
    const [stranger, malformed, owner, second] = Array.from({ length: 4 }, portToFrame);
    if (!stranger || !malformed || !owner || !second) throw new Error('There are four');
    for (const source of [new EventTarget(), null, {}]) hears(source, CONNECT, [stranger.port]);
    hears(parent, { ...CONNECT, more: true }, [malformed.port]);
    hears(parent, CONNECT, []);
    hears(parent, CONNECT, [owner.port]);
    await expect.poll(() => owner.said).toEqual([{ type: 'ready' }]);
    hears(parent, CONNECT, [second.port]);
    // A round trip over another port ends after any message sent before it.
    const { port1, port2 } = new MessageChannel();
    await new Promise((done) => {
      port1.onmessage = done;
      port2.postMessage('after');
    });
    expect([stranger.said, malformed.said, second.said]).toEqual([[], [], []]);
    for (const each of [stranger, malformed, owner, second]) each.close();
    port1.close();
  });
});
