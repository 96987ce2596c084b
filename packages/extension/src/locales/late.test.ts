/** Holds the first load to the words that it needs: what a page imports from its start takes them from `translate.ts`. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '..');

it.each(['sidepanel', 'workspace'])('the %s starts without the words of late views', (page) => {
  const seen = new Set<string>();
  const queue = [join(SRC, 'entrypoints', page, 'main.tsx')];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, clause = '', path = ''] of text.matchAll(
      /^(?:import|export)\b([^;'"]*?)\bfrom '(\.[^']+)'/gms,
    )) {
      if (/^\s*type\b/.test(clause)) continue;
      const base = join(dirname(file), path.replace(/\.js$/, ''));
      const found = [`${base}.ts`, `${base}.tsx`].find(existsSync);
      if (found) queue.push(found);
    }
  }
  expect(seen.size).toBeGreaterThan(50);
  expect([...seen].map((file) => relative(SRC, file))).not.toContain('locales/late.ts');
});
