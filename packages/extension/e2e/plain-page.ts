/** Web pages of no system in particular, for what any site could do or be. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PlainPage {
  /** Of the first page; others begin with it. */
  readonly url: string;
  stop(): Promise<void>;
}

/** What stands at an address. */
export interface Answer {
  readonly body: string;
  /** HTML where it is absent. */
  readonly type?: string;
}

/** @param body - markup of the body */
export function servesPlainPage(body: string): Promise<PlainPage> {
  return servesPages(() => ({ body: `<!doctype html><title>Plain page</title>${body}` }));
}

/** @param answer - by path and query; undefined for what is not there */
export async function servesPages(
  answer: (path: string) => Answer | undefined,
): Promise<PlainPage> {
  const server = createServer((request, response) => {
    const found = answer(request.url ?? '/');
    response.writeHead(found ? 200 : 404, {
      'content-type': found?.type ?? 'text/html; charset=utf-8',
    });
    response.end(found?.body ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
