/** `pnpm assure [--quick] [--json] [NAME…]`: attacks and damages the real vault, and fails when a bar is not met. */
import { existsSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension } from '../scripts/build-extension.mjs';
import type { Finding } from './measure.ts';
import { noteMeasured } from './measured.ts';
import { MEASURES } from './measures.ts';
import { table } from './table.ts';

const USAGE = `pnpm assure [options] [name…]

  --quick         less of everything, for every day; the full run may take 40 minutes
  --json          figures as JSON on standard output, instead of a table
  --out FILE      figures as JSON in that file as well
  --built FOLDER  an extension that is built already; it is built anew otherwise

names: ${MEASURES.map(({ name }) => name).join(', ')}; all of them unless said otherwise`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  // pnpm passes on its own `--`.
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    out: { type: 'string' },
    built: { type: 'string' },
  },
});
const wanted = MEASURES.filter(
  ({ name }) => positionals.length === 0 || positionals.includes(name),
);
if (positionals.some((given) => !MEASURES.some(({ name }) => name === given))) {
  console.error(USAGE);
  process.exit(2);
}

process.env.CHROMIUM_PATH ??= ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
if (!process.env.CHROMIUM_PATH) {
  console.error('No Chromium was found. Set CHROMIUM_PATH to one.');
  process.exit(1);
}

// Progress goes to standard error, so that standard output is figures only.
const say = (line: string): void => console.error(`assure: ${line}`);
process.chdir(resolve(import.meta.dirname, '..'));
const extension = values.built ? resolve(values.built) : resolve(buildExtension('chrome').folder);

interface Outcome {
  readonly name: string;
  readonly what: string;
  readonly seconds: number;
  readonly findings: readonly Finding[];
  readonly skipped?: string;
}

const outcomes: Outcome[] = [];
for (const { name, what, without, run } of wanted) {
  const why = without?.();
  if (why !== undefined) {
    say(`${name}: skipped, ${why}`);
    outcomes.push({ name, what, seconds: 0, findings: [], skipped: why });
    continue;
  }
  say(`${name}: ${what}`);
  const begun = performance.now();
  const findings = await run({
    extension,
    isQuick: values.quick,
    say: (line) => say(`  ${line}`),
  }).catch((error: unknown): readonly Finding[] => [
    { what: 'ran to its end', figure: withCauses(error), bar: 'no error', holds: false },
  ]);
  outcomes.push({ name, what, seconds: Math.round((performance.now() - begun) / 1000), findings });
}

const machine = {
  cores: cpus().length,
  cpu: cpus()[0]?.model,
  system: release(),
  load: loadavg()[0],
};
const figures = JSON.stringify({ machine, outcomes }, undefined, 2);
if (values.out) writeFileSync(values.out, figures);
console.log(values.json ? figures : table(outcomes));
const holds = outcomes.every(({ findings }) => findings.every((finding) => finding.holds));
const isWhole = !values.quick && wanted.length === MEASURES.length;
if (holds && isWhole) noteMeasured(new Date().toISOString().slice(0, 10));
process.exit(holds ? 0 : 1);

/** An error in words, with its causes. */
function withCauses(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause === undefined ? String(error) : `${error}, because of ${withCauses(cause)}`;
}
