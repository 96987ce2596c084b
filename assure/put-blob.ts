/** Keeps a blob through the keeper of an open vault. */
import type { Page } from 'puppeteer-core';

/** Bytes do not go into a page as they are: they are made there. @returns the name of the blob */
export function putBlob(page: Page, text: string): Promise<string> {
  return page.evaluate(
    (said) =>
      new Promise<string>((resolve, reject) => {
        const channel = new BroadcastChannel('cp-keeper');
        const [client, id] = [crypto.randomUUID(), crypto.randomUUID()];
        channel.onmessage = ({ data }) => {
          if (data.id !== id || (data.name !== 'done' && data.name !== 'failed')) return;
          channel.close();
          if (data.name === 'done') resolve(data.value);
          else reject(new Error(data.message));
        };
        const args = [new TextEncoder().encode(said)];
        channel.postMessage({ to: 'keeper', client, id, verb: 'blob-put', args });
      }),
    text,
  );
}
