#!/usr/bin/env node
/**
 * The main job on this machine. With a display: a browser with the extension, on a fictional child's record. Without
 * one, or with `--headless`: plays the whole job in real headless Chromium as an officer would, and leaves the results.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
  await officer.settleIn();
  const [tab] = await officer.browser.pages();
  await tab?.goto(page);
  // The address bar has the focus in a new window, and typed keys would go there.
  await tab?.bringToFront();
  console.log(`opened ${page}`);
  console.log(
    'press the toolbar button with the forked path, beside the address (or Alt+Shift+C), on that page; close the browser to end',
  );
  console.log(
    'for forty fictional people to practise with, press “Fill the vault with fictional people” at the end of the first run, or later in Settings',
  );
  await new Promise((done) => officer.browser.once('disconnected', done));
  rmSync(officer.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  await rms.stop();
}

/** One press: the vault is full of fictional people in every state. */
async function fillsVault(desk, tell) {
  const { goesTo, presses, sees } = await import('../packages/extension/e2e/officer.ts');
  const { opensSetting } = await import('../packages/extension/e2e/tour-controls.ts');
  await opensSetting(desk, 'People to practise with');
  const begun = performance.now();
  await presses(desk, 'Fill the vault with fictional people');
  await sees(desk, 'The vault has 40 fictional people.');
  const ms = performance.now() - begun;
  await goesTo(desk, 'Today');
  await sees(desk, 'Hamza Underhill');
  await tell({ name: 'Fill the vault with forty fictional people', ms, page: desk });
}

async function play() {
  const { shownOn } = await import('../examples/practice-rms/src/index.ts');
  const { playMainJob, readsBack } = await import('../packages/extension/e2e/journey.ts');
  const { WRITTEN } = await import('../packages/extension/e2e/journey-steps.ts');
  const { differences, expectedOf, valuesHeld } = await import(
    '../packages/extension/e2e/shown-values.ts'
  );
  const output = resolve('demo-output');
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), 'officer-'));
  const made = [];
  const keep = (name, content) => {
    const file = join(output, name);
    writeFileSync(file, content);
    made.push(relative(process.cwd(), file));
  };
  const launch = () => launchOfficer({ extension: resolve(folder), profile });
  let number = 0;
  const tell = async ({ name, ms, page: screen }) => {
    number += 1;
    const nth = String(number).padStart(2, '0');
    console.log(`${nth} ${name} (${Math.round(ms)} ms)`);
    const file = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    keep(`${nth}-${file}.png`, await screen.screenshot({ fullPage: true }));
  };

  console.log(`playing the main job in headless Chromium on ${page}`);
  const shown = shownOn(rms.record(values.record), values.look);
  let wrong = [];
  let officer = await launch();
  try {
    const job = await playMainJob(
      officer,
      { url: rms.url, shown },
      { look: values.look, record: values.record, onStep: tell },
    );
    await officer.close();

    const begun = performance.now();
    officer = await launch();
    const { desk, records } = await readsBack(officer);
    const name = 'Restart the browser, unlock, and read everything back';
    await tell({ name, ms: performance.now() - begun, page: desk });
    keep('case-summary.md', job.summary.markdown);
    keep('case-summary.html', job.summary.html);
    keep('records.json', `${JSON.stringify(records, null, 2)}\n`);

    // The officer's changes during the job: one value corrected, one masked, needs left on the page.
    const {
      [job.masked.path]: masked,
      'subject.communicationNeeds': _,
      ...page
    } = expectedOf(shown);
    const expected = { ...page, [job.corrected.path]: [WRITTEN.school] };
    const held = valuesHeld(records);
    await fillsVault(desk, tell);
    wrong = [
      ...differences(expected, held),
      ...(masked?.some((value) => JSON.stringify(records).includes(`"${value}"`))
        ? [`${job.masked.path}: the value that was masked is in the records`]
        : []),
    ];
  } catch (error) {
    console.error(error);
    wrong = ['the job did not come to its end'];
  } finally {
    await officer.close();
    await rms.stop();
    rmSync(profile, { recursive: true, force: true });
  }

  console.log('\nleft in demo-output:');
  for (const file of made) console.log(`  ${file}`);
  if (wrong.length > 0) {
    console.error('\nthe record that was read back is not what was on the page:');
    for (const line of wrong) console.error(`  ${line}`);
    process.exit(1);
  }
  console.log('\nthe record that was read back equals what was on the page');
}
