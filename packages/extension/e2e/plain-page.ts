/** A web page of no system in particular, for what any site could do or be. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PlainPage {
  readonly url: string;
  stop(): Promise<void>;
}

/** @param body - markup of the body */
export async function servesPlainPage(body: string): Promise<PlainPage> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Plain page</title>${body}`);
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
