/**
 * A backup in a real browser: made, checked, restored as the whole vault into another profile, and the audit proved
 * there.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type VerifyByKey, verifyAudit } from '@cyber-prevent/core';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { saves } from './downloads.ts';
import { setsUp } from './first-run-steps.ts';
import { askKeeper, type HeldRecords, recordsHeld } from './keeper-ask.ts';
import { control, goesTo, OFFICER, presses, sees, types, unlocks } from './officer.ts';
import { choosesFirst, typesIfEmpty } from './tour-controls.ts';

const NAMES = ['Petra Lindqvist', 'Quillon Ashgrove', 'Rowan Vael'];

describe('a backup', () => {
  const profiles = ['old', 'new'].map((name) => mkdtempSync(join(tmpdir(), `${name}-`)));
  let [officer, other]: OfficerBrowser[] = [];
  let desk: Page;
  let file = '';
  let name = '';
  let recoveryKey = '';
  let kept: HeldRecords;
  let list: unknown;

  beforeAll(async () => {
    officer = await launchOfficer({ profile: profiles[0] ?? '' });
    desk = await officer.open('workspace.html');
    recoveryKey = await setsUp(desk);
    for (const each of NAMES) await keeps(desk, each);
    await goesTo(desk, 'Backup');
    await sees(desk, 'None yet');
    const saved = await saves(officer, () => presses(desk, 'Make a backup'));
    [file, name] = [saved.path, saved.name];
    await sees(desk, 'nothing saved since');
    kept = await recordsHeld(desk);
    list = await askKeeper(desk, 'batches-since', 0);
  });
  afterAll(async () => {
    await officer?.close();
    await other?.close();
    for (const profile of profiles) rmSync(profile, { recursive: true, force: true });
  });

  it('is a file that says nothing, in its name or in what it holds', () => {
    expect(name).toMatch(/^backup-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.cpbackup$/);
    const bytes = readFileSync(file).toString('latin1');
    for (const each of [...NAMES, OFFICER.name]) expect(bytes).not.toContain(each);
  });

  it('is checked without anything being changed', async () => {
    await checks(desk, file, OFFICER.passphrase);
    await sees(desk, 'The backup is sound');
    await sees(desk, `${OFFICER.name}, this vault`);
    expect(await askKeeper(desk, 'batches-since', 0)).toEqual(list);
  });

  it('is refused with another passphrase, in words', async () => {
    await checks(desk, file, 'not the passphrase at all');
    await sees(desk, 'That did not open the backup.');
  });

  it('brings the whole vault to another computer, where it opens as it did before', async () => {
    other = await launchOfficer({ profile: profiles[1] ?? '' });
    let there = await other.open('workspace.html');
    await sees(there, 'Which vault do you want to set up?');
    await presses(there, 'Restore a backup instead');
    await checks(there, file, OFFICER.passphrase);
    await sees(there, 'Stop using the computer that it came from');
    await presses(there, 'Restore the backup here');
    await sees(there, 'The backup was restored');
    expect(await recordsHeld(there)).toEqual(kept);
    expect(await askKeeper(there, 'batches-since', 0)).toEqual(list);

    await goesTo(there, 'Audit trail');
    await control(there, 'Show one kind of action');
    await choosesFirst(there, 'Where is it going?');
    await choosesFirst(there, 'Why is it disclosed?');
    await typesIfEmpty(there, 'Who receives it?', 'Brackenfield supervisor');
    const audit = await saves(other, () => presses(there, 'Export the audit file'));
    const verdict = await verifyAudit(audit.text, { digest, verify: verifyByKey });
    expect(
      verdict.ok && verdict.value.issues.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);

    await other.kill();
    other = await launchOfficer({ profile: profiles[1] ?? '' });
    there = await other.open('workspace.html');
    await unlocks(there);
    await goesTo(there, 'Subjects');
    await sees(there, NAMES[0] ?? '');
    expect(await recordsHeld(there)).toEqual(kept);
  });

  it('is restored into a vault that went on, and takes nothing away', async () => {
    await keeps(desk, 'Wren Halloway');
    await goesTo(desk, 'Backup');
    await presses(desk, 'Use the recovery key instead');
    await types(desk, 'Recovery key', recoveryKey);
    await uploads(desk, file);
    await presses(desk, 'Check the backup');
    await sees(desk, 'The backup is sound');
    await presses(desk, 'Restore the backup into this vault');
    await sees(desk, 'Everything in it was here already.');
    const names = (await recordsHeld(desk)).subject.map(({ value }) => value.name);
    expect(names).toEqual([...NAMES, 'Wren Halloway']);
  });
});

async function uploads(page: Page, path: string): Promise<void> {
  const input = await control(page, 'Backup file');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
}

async function checks(page: Page, path: string, passphrase: string): Promise<void> {
  await uploads(page, path);
  await types(page, 'Passphrase', passphrase);
  await presses(page, 'Check the backup');
}

/** Keeps a subject, as a form would. */
async function keeps(page: Page, name: string): Promise<void> {
  const id = crypto.randomUUID();
  const lists = { aliases: [], addresses: [], schools: [], phones: [], emails: [], categories: [] };
  await askKeeper(page, 'commit', crypto.randomUUID(), {
    changes: [{ kind: 'subject', record: id, parents: [], set: { id, name, ...lists } }],
    reason: 'case-work',
  });
}

const digest = async (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const verifyByKey: VerifyByKey = async (key, text, signature) =>
  verify(
    null,
    Buffer.from(text),
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' }),
    Buffer.from(signature, 'base64url'),
  );
