/** Web pages of no particular system, for the possible behaviour of any site. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PlainPage {
  /** URL of the first page; those of others begin with it. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The response at an address. */
export interface Answer {
  readonly body: string;
  /** HTML if absent. */
  readonly type?: string;
}

/** @param body - markup of the body */
export function servesPlainPage(body: string): Promise<PlainPage> {
  return servesPages(() => ({ body: `<!doctype html><title>Plain page</title>${body}` }));
}

/** @param answer - by path and query; undefined for a missing page */
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
