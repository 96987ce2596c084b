/** Serves the built page on this computer alone: `node src/serve.ts [port]`. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** The only files that are served, for any request. */
const FILES = new Map([
  ['/', ['index.html', 'text/html; charset=utf-8']],
  ['/main.js', ['main.js', 'text/javascript; charset=utf-8']],
  ['/style.css', ['style.css', 'text/css; charset=utf-8']],
] as const);

/** The page requests its own script and style, and nothing else: it could not send a record if it tried. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const server = createServer((request, response) => {
  const file = FILES.get((request.url ?? '') as '/');
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': file[1],
    'content-security-policy': POLICY,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(readFileSync(new URL(`../dist/${file[0]}`, import.meta.url)));
});

server.listen(Number(process.argv[2] ?? 4180), '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}/`);
});
