import { readdirSync, readFileSync } from 'node:fs';
import { testMetamorphs } from '@cyber-prevent/core/testing';

const folder = new URL('../fixtures/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

// Every look of the practice system, read without its adapters: the content of the page does not depend on its
// wrapping.
for (const name of readdirSync(folder).filter((each) =>
  /^(?:legacy|lists|summary)-\d+\.html$/.test(each),
)) {
  const { url, frames = {} } = JSON.parse(read(name.replace('.html', '.json')));
  const files = Object.entries(frames as Record<string, string>);
  testMetamorphs(name, read(name), {
    url,
    frames: Object.fromEntries(files.map(([src, file]) => [src, read(file)])),
  });
}
