/**
 * What an officer's machine loads first, gzipped: the injected reader, and everything a page pulls in before it can
 * paint. Follows the built files, so a lazy import does not count and a static one always does.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const built = 'packages/extension/.output/chrome-mv3';

/** The page, its style sheets and scripts, and their static imports, each once. */
function firstLoad(page) {
  const html = join(built, page);
  if (!existsSync(html)) return [html];
  const found = new Set([html]);
  const queue = [
    ...readFileSync(html, 'utf8').matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g),
  ].map(([, path]) => join(built, path ?? ''));
  while (queue.length > 0) {
    const file = queue.pop();
    if (found.has(file) || !existsSync(file)) continue;
    found.add(file);
    if (!file.endsWith('.js')) continue;
    for (const [, path] of readFileSync(file, 'utf8').matchAll(
      /(?:import|from)\s*["'`](\.[^"'`]+)["'`]/g,
    ))
      queue.push(join(dirname(file), path ?? ''));
  }
  return [...found];
}

const budget = (name, path, limit) => ({ name, path, limit, gzip: true });

export default [
  budget('snapshot script', join(built, 'snapshot.js'), '30 kB'),
  budget('panel, first load', firstLoad('sidepanel.html'), '120 kB'),
  budget('workspace, first load', firstLoad('workspace.html'), '160 kB'),
];
