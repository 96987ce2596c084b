/**
 * The edition of `examples/edition`, made by the command from packed packages: its manifests, the main job in it, and its
 * vault from another folder. The packages must have been built.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shownOn, startPracticeRms } from '../../../../examples/practice-rms/src/index.ts';
import { launchOfficer } from '../browser.ts';
import { chromiumManifest, firefoxManifest, manifestOf } from '../expected-manifest.ts';
import { setsUp } from '../first-run-steps.ts';
import { type MainJob, playMainJob, readsBack } from '../journey.ts';
import { recordsById } from '../keeper-ask.ts';
import { launchManaged, POLICY_FOLDER } from '../managed-policy.ts';
import { goesTo, OFFICER, sees } from '../officer.ts';
import { opensSetting } from '../tour-controls.ts';

let place: string;
let made: string;
let facts: {
  readonly name: string;
  readonly version: string;
  readonly id: string;
  readonly firefoxId: string;
  readonly hostedAt: string;
};
const written = (path: string): string => readFileSync(join(made, path), 'utf8');

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'edition-'));
  made = join(place, 'made');
  const command = [
    'scripts/edition.mjs',
    'examples/edition/edition.json',
    '--out',
    made,
    '--built',
  ];
  const said = execFileSync(process.execPath, command, { encoding: 'utf8' });
  facts = JSON.parse(written('made.json'));
  expect(said).toContain(facts.id);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('the manifest of an edition', () => {
  const own = () => ({ ...facts, version: /^\d+\.\d+\.\d+\.1$/ });

  it('for Chromium has its name and key, and is otherwise that of the toolkit', () => {
    const { key } = JSON.parse(written('chromium/manifest.json'));
    const pem = readFileSync('examples/edition/wendingshire.pub.pem', 'utf8');
    expect(key).toBe(pem.replace(/-----.*-----|\s/g, ''));
    expect(manifestOf(join(made, 'chromium'))).toEqual(chromiumManifest({ ...own(), key }));
  });

  it('for Firefox has its name, id and updates, and is otherwise that of the toolkit', () => {
    const firefoxUpdates = `${facts.hostedAt}updates.json`;
    expect(manifestOf(join(made, 'firefox'))).toEqual(
      firefoxManifest({ ...own(), firefoxUpdates }),
    );
  });
});

describe('an officer with an edition', () => {
  const profile = mkdtempSync(join(tmpdir(), 'officer-'));
  let job: MainJob;

  beforeAll(async () => {
    const rms = await startPracticeRms();
    const officer = await launchOfficer({ profile, extension: join(made, 'chromium') });
    try {
      expect(officer.extensionId).toBe(facts.id);
      job = await playMainJob(
        officer,
        { url: rms.url, shown: shownOn(rms.record('1'), 'summary') },
        { look: 'summary', record: '1' },
      );
    } finally {
      await officer.close();
      await rms.stop();
    }
  });
  afterAll(() => rmSync(profile, { recursive: true, force: true }));

  it('does the main job, and finds the vault again from another folder', async () => {
    const moved = join(place, 'moved');
    cpSync(join(made, 'chromium'), moved, { recursive: true });
    const officer = await launchOfficer({ profile, extension: moved });
    try {
      expect(officer.extensionId).toBe(facts.id);
      const { desk, records } = await readsBack(officer);
      expect(job.records.subject).toHaveLength(1);
      expect(recordsById(records)).toEqual(recordsById(job.records));
      await opensSetting(desk, 'Adapters');
      await sees(desk, 'Wendingshire cases');
    } finally {
      await officer.close();
    }
  });
});

it.skipIf(POLICY_FOLDER === undefined)(
  'is handed the policy of its rollout file and its pack (needs the right to write in /etc)',
  async () => {
    const { '3rdparty': extensions } = JSON.parse(written('rollout/chromium-linux.json'));
    const policy = extensions.extensions[facts.id];
    const managed = await launchManaged(policy, join(made, 'chromium'));
    try {
      expect(await managed.handedOut()).toEqual(policy);
      await sees(managed.desk, 'APD-2026-12');
      await setsUp(managed.desk, OFFICER, { policy: '' });
      await goesTo(managed.desk, 'Definitions');
      await sees(managed.desk, 'Wendingshire limits, version 1');
      await sees(managed.desk, 'by your force’s policy');
    } finally {
      await managed.close();
    }
  },
);
