/** The components' own examples, from the installed packages, and pages of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { type Gold, goldOf, hasGold, type Options } from './component-gold.ts';

export interface Example {
  readonly html: string;
  readonly name: string;
  readonly gold: Gold;
}

export interface Component {
  /** Name, such as `govuk table`. */
  readonly name: string;
  readonly examples: readonly Example[];
  /** The package's own stylesheet, as it is served. */
  readonly style: string;
}

export interface Library {
  readonly name: 'govuk-frontend' | 'nhsuk-frontend';
  /** Absent when it is not installed. */
  readonly version?: string;
  readonly components: readonly Component[];
}

const ROOT = resolve(import.meta.dirname, '../..');
const LIBRARIES = [
  {
    name: 'govuk-frontend',
    folder: 'packages/extension/node_modules/govuk-frontend',
    dist: 'dist/govuk',
    style: 'govuk-frontend.min.css',
  },
  {
    name: 'nhsuk-frontend',
    folder: 'node_modules/nhsuk-frontend',
    dist: 'dist/nhsuk',
    style: 'nhsuk-frontend.min.css',
  },
] as const;

interface Fixture {
  readonly name: string;
  readonly html: string;
  readonly options?: Options;
  /** The template's options, in the examples of one of the two. */
  readonly context?: Options;
  /** Set if part of the content came as a block of a template, not as an option. */
  readonly callBlock?: unknown;
}

export function libraries(): readonly Library[] {
  return LIBRARIES.map(({ name, folder, dist, style }) => {
    const home = join(ROOT, folder);
    if (!existsSync(join(home, 'package.json'))) return { name, components: [] };
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    const css = readFileSync(join(home, dist, style), 'utf8');
    const components = readdirSync(join(home, dist, 'components'))
      .filter(hasGold)
      .sort()
      .map((component) => ({
        name: `${name.split('-', 1)[0]} ${component}`,
        examples: examplesIn(join(home, dist, 'components', component), component),
        style: css,
      }));
    return { name, version, components };
  });
}

function examplesIn(folder: string, component: string): readonly Example[] {
  const file = readFileSync(join(folder, 'fixtures.json'), 'utf8');
  const { fixtures } = JSON.parse(file) as { fixtures: readonly Fixture[] };
  return fixtures.flatMap(({ name, html, options, context, callBlock }) => {
    const gold = callBlock ? undefined : goldOf(component, context ?? options ?? {});
    return gold ? [{ name, html, gold }] : [];
  });
}

export interface ExampleServer {
  /** Serves these examples from now on. @returns address of a page that shows each in its own frame, in order */
  show(examples: readonly Example[], style: string): string;
  stop(): Promise<void>;
}

export async function serveExamples(): Promise<ExampleServer> {
  let pages: readonly string[] = [];
  let turn = 0;
  const server = createServer((request, response) => {
    const page = pages[Number(request.url?.split('/').at(-1))];
    response.writeHead(page === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(page ?? '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    show(examples, style) {
      turn += 1;
      const frames = examples.map(
        (_, nth) => `<iframe src="${nth + 1}" style="width:1000px;height:600px"></iframe>`,
      );
      pages = [plainPage('Examples', '', frames.join('\n'))].concat(
        examples.map(({ name, html }) => plainPage(name, style, html)),
      );
      return `http://127.0.0.1:${port}/examples-${turn}/0`;
    },
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

function plainPage(title: string, style: string, body: string): string {
  const safe = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>${safe}</title><style>${style}</style></head><body>${body}</body></html>`;
}
