#!/usr/bin/env node
/**
 * The main job on this machine. With a display: a browser with the extension, on a fictional child's record. Without one,
 * or with `--headless`: plays the whole job in real headless Chromium as an officer would, and leaves what it made.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension } from './build-extension.mjs';

const { values } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    look: { type: 'string', default: 'summary' },
    record: { type: 'string', default: '1' },
  },
});
const LOOKS = ['legacy', 'lists', 'summary'];
if (!LOOKS.includes(values.look)) {
  console.error(`--look takes one of ${LOOKS.join(', ')}`);
  process.exit(2);
}

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const isHeadless = values.headless || !hasDisplay;

if (!process.env.CHROMIUM_PATH) {
  console.error(
    'The main job needs Chromium, Chrome or Edge. Install one, or set CHROMIUM_PATH to it, and run npm start again.',
  );
  process.exit(1);
}

console.log('building the extension');
const { folder } = buildExtension();
const { startPracticeRms } = await import('../examples/practice-rms/src/index.ts');
const rms = await startPracticeRms({});
console.log(`serving the practice record system at ${rms.url}`);
const { launchOfficer } = await import('../packages/extension/e2e/browser.ts');
const page = `${rms.url}/${values.look}/records/${values.record}`;

if (isHeadless) await play();
else await show();

async function show() {
  const officer = await launchOfficer({ extension: resolve(folder), headless: false });
  const [tab] = await officer.browser.pages();
  await tab?.goto(page);
  console.log(`opened ${page}`);
  console.log('press the toolbar button (or Alt+Shift+C) on that page; close the browser to end');
  await new Promise((done) => officer.browser.once('disconnected', done));
  await rms.stop();
}

async function play() {
  const { playMainJob } = await import('../packages/extension/e2e/journey.ts');
  const output = resolve('demo-output');
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const made = [];
  const keep = (name, content) => {
    const file = join(output, name);
    writeFileSync(file, content);
    made.push(relative(process.cwd(), file));
  };

  console.log(`playing the main job in headless Chromium on ${page}`);
  const officer = await launchOfficer({ extension: resolve(folder) });
  let last = performance.now();
  let number = 0;
  let differences = ['the job did not come to its end'];
  try {
    const job = await playMainJob(officer, rms, {
      look: values.look,
      record: values.record,
      async onStep(step, screen) {
        const now = performance.now();
        number += 1;
        console.log(`${String(number).padStart(2)}. ${step} (${Math.round(now - last)} ms)`);
        if (screen) {
          const name = `${String(number).padStart(2, '0')}-${step
            .toLowerCase()
            .replace(/[^a-z0-9]+/g, '-')
            .slice(0, 50)}.png`;
          keep(name, await screen.screenshot({ fullPage: true }));
        }
        last = performance.now();
      },
    });
    keep('case-summary.md', job.summary.markdown);
    keep('case-summary.html', job.summary.html);
    keep('records.json', `${JSON.stringify(job.records, null, 2)}\n`);
    differences = job.differences;
  } catch (error) {
    console.error(error);
  } finally {
    await officer.close();
    await rms.stop();
  }

  console.log('\nleft in demo-output:');
  for (const file of made) console.log(`  ${file}`);
  if (differences.length > 0) {
    console.error('\nThe record that was read back is not what was on the page:');
    for (const difference of differences) console.error(`  ${difference}`);
    process.exit(1);
  }
  console.log('\nthe record that was read back equals what was on the page');
}
