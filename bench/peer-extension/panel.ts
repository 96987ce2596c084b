/** Injects the chosen peer on each press, takes its answer and paints it as text. */
import type { PeerAnswer, PeerTimes } from './answer.ts';

declare global {
  /** The script that the next press injects. */
  var peer: string;
  var onPainted: ((times: PeerTimes | { readonly trouble: string }) => void) | undefined;
}

globalThis.peer = 'readability';
const place = document.querySelector('pre');

async function read({ tabId, at }: { tabId: number; at: number }): Promise<void> {
  const begun = performance.now();
  const [injected] = await chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    files: [`/${globalThis.peer}.js`],
  });
  const handed = performance.now();
  if (typeof injected?.result !== 'string') throw new Error('The peer gave nothing back');
  const { text, readMs } = JSON.parse(injected.result) as PeerAnswer;
  if (place) place.textContent = text;
  await painted();
  const now = performance.now();
  const pressed = at - performance.timeOrigin;
  globalThis.onPainted?.({
    toldMs: begun - pressed,
    readMs,
    handOverMs: handed - begun - readMs,
    paintMs: now - handed,
    totalMs: now - pressed,
    characterCount: text.length,
  });
}

/** The first task after the next frame, as in the toolkit's own measurement. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });
}

chrome.storage.session.onChanged.addListener(({ press }) => {
  if (!press?.newValue) return;
  read(press.newValue as { tabId: number; at: number }).catch((error: unknown) =>
    globalThis.onPainted?.({ trouble: String(error) }),
  );
});
