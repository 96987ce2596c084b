// Starts and stops the practice system: a plain server on the loopback address, with everything in memory.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { notice, pageHeaders } from './page.ts';
import type { PracticeRecord } from './record.ts';
import { practiceRecords } from './records.ts';
import { answer, type Reply } from './routes.ts';
import { createStore, type KeptContact } from './store.ts';

export interface PracticeRmsOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  /** A loopback address. */
  readonly host?: string;
  readonly records?: readonly PracticeRecord[];
  /** Origin of the foreign frame in `/odd/framed`. Without it, the same server under the name `localhost`. */
  readonly otherOrigin?: string;
}

export interface PracticeRequest {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
}

export interface PracticeRms {
  /** URL without a trailing slash. */
  readonly url: string;
  readonly port: number;
  /** Every request so far, oldest first; the last ten thousand are kept. */
  readonly requests: readonly PracticeRequest[];
  /** @throws {RangeError} when there is no such record */
  record(id: string): PracticeRecord;
  /** The record's contact log, the oldest entry first. */
  contacts(id: string): readonly KeptContact[];
  stop(): Promise<void>;
}

/** The largest form that is read, in bytes. */
export const LARGEST_FORM = 64 * 1024;

const MOST_REQUESTS = 10_000;
const LOOPBACK = ['127.0.0.1', 'localhost', '::1', '[::1]'];

/** @throws {RangeError} when `host` or `otherOrigin` is not a loopback address */
export async function startPracticeRms(options: PracticeRmsOptions = {}): Promise<PracticeRms> {
  const { port = 0, host = '127.0.0.1', records = practiceRecords } = options;
  if (!LOOPBACK.includes(host)) throw new RangeError(`"${host}" is not a loopback address`);
  const givenOrigin = options.otherOrigin && loopbackOrigin(options.otherOrigin);
  const store = createStore(records);
  const requests: PracticeRequest[] = [];
  let otherOrigin = givenOrigin ?? '';

  const server = createServer(async (request, response) => {
    // An address such as `//` is invalid; it is answered like any other that leads nowhere.
    const asked = `http://localhost${request.url ?? '/'}`;
    const url = new URL(URL.canParse(asked) ? asked : 'http://localhost/not-an-address');
    requests.push({ method: request.method ?? '', path: url.pathname });
    if (requests.length > MOST_REQUESTS) requests.shift();
    let reply: Reply;
    try {
      const refused = refuse(request);
      const form = refused || request.method !== 'POST' ? undefined : await readBody(request);
      reply =
        refused ??
        (form === 'too large'
          ? say(413, 'Too large', 'The form is larger than 64 kB and was not read.')
          : answer({ path: url.pathname, query: url.searchParams, form }, { store, otherOrigin }));
    } catch {
      reply = say(500, 'Something went wrong', 'The page could not be made.');
    }
    send(request, response, reply, otherOrigin);
  });
  server.requestTimeout = 10_000;

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host.replace(/^\[|\]$/g, ''), resolve);
  });
  const address = server.address() as AddressInfo;
  const shownHost = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  if (otherOrigin === '') otherOrigin = `http://localhost:${address.port}`;

  return {
    url: `http://${shownHost}:${address.port}`,
    port: address.port,
    requests,
    record(id) {
      const record = store.find(id);
      if (!record) throw new RangeError(`There is no practice record "${id}"`);
      return structuredClone(record);
    },
    contacts: (id) => structuredClone(store.contacts(id)),
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function loopbackOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && LOOPBACK.includes(url.hostname)) return url.origin;
  throw new RangeError(`"${text}" is not a loopback origin`);
}

/** The answer to a request that is refused before its body is read. */
function refuse(request: IncomingMessage): Reply | undefined {
  // A name that only resolves to here belongs to another party's page (DNS rebinding).
  const hostname = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (!LOOPBACK.includes(hostname))
    return say(403, 'Refused', 'Ask for this system by its loopback address.');
  if (!['GET', 'HEAD', 'POST'].includes(request.method ?? '')) {
    return say(405, 'Refused', 'This system answers GET, HEAD and POST.');
  }
  if (request.method !== 'POST') return undefined;
  if (request.headers['sec-fetch-site'] === 'cross-site') {
    return say(403, 'Refused', 'The form comes from another site.');
  }
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') return undefined;
  return say(415, 'Refused', 'This system reads ordinary forms only.');
}

async function readBody(request: IncomingMessage): Promise<URLSearchParams | 'too large'> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_FORM) return 'too large';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > LARGEST_FORM) return 'too large';
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function say(status: number, heading: string, message: string): Reply {
  return { status, body: notice(heading, message) };
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, location, body }: Reply,
  otherOrigin: string,
): void {
  const text = body.toString();
  // The rest of an unwanted body is discarded, and the connection closed.
  if (!request.complete) {
    response.setHeader('connection', 'close');
    request.resume();
  }
  response.writeHead(status, {
    ...pageHeaders(otherOrigin),
    'content-length': Buffer.byteLength(text),
    ...(location && { location }),
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}
