/** Serves the practice forms, and records the requests of each page: filling a form makes none. */
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { build } from 'esbuild';

const FORMS = {
  editor: 'editor-form.js',
  react: 'react-form.jsx',
  jquery: 'jquery-form.js',
  plain: 'plain-form.js',
  picker: 'picker-form.js',
  trap: 'trap-form.js',
};
export type FormName = keyof typeof FORMS;

export interface PracticeForms {
  readonly origin: string;
  /** Requested paths, except those of the forms themselves. */
  readonly asked: string[];
  stop(): Promise<void>;
}

/**
 * `/react` is the plain form; `?shadow=open` or `closed` puts it in a shadow tree, `?ids=-x` adds that suffix to its
 * ids; `/framed?src=` puts any of them in a frame.
 */
export async function servesForms(): Promise<PracticeForms> {
  const scripts = new Map<string, string>();
  for (const [name, file] of Object.entries({ ...FORMS, first: 'trap.js' }))
    scripts.set(name, await bundled(file));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const name = url.pathname.slice(1);
    const script = scripts.get(name);
    response.setHeader('cache-control', 'no-store');
    if (url.pathname === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (name === 'framed') {
      const src = (url.searchParams.get('src') ?? '').replaceAll('"', '%22');
      response.end(
        `<!doctype html><title>Framed</title><iframe src="${src}" width="900" height="800"></iframe>`,
      );
      return;
    }
    if (request.method !== 'GET' || script === undefined)
      asked.push(`${request.method} ${url.pathname}`);
    if (url.pathname.startsWith('/static/')) {
      response.setHeader('content-type', 'text/css');
      response.end('');
      return;
    }
    const trap = `<script>${scripts.get('first') ?? ''}</script>`;
    response.end(
      `<!doctype html><html lang="en-GB"><title>Form</title>${trap}<body><script>${script ?? ''}</script>`,
    );
  });
  const endSockets = takesSockets(server, asked);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
        endSockets();
      }),
  };
}

/**
 * Opens every requested socket, and records that a message came over it.
 *
 * @returns a function that ends them: a server does not count them among its connections
 */
function takesSockets(server: Server, asked: string[]): () => void {
  const open = new Set<Duplex>();
  server.on('upgrade', ({ headers, url }, socket) => {
    const key = `${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    open.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => asked.push(`SOCKET ${url}`));
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
  });
  return () => {
    for (const socket of open) socket.destroy();
  };
}

async function bundled(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, file)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'react',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
}
