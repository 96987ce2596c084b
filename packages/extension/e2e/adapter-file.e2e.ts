/**
 * An adapter file, loaded by an officer: it reads the next page, is there after a restart, and can be removed again.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { draftOf } from './journey-steps.ts';
import { control, OFFICER, presses, sees } from './officer.ts';
import { type PlainPage, servesPlainPage } from './plain-page.ts';
import { copiesProfile, opensUnlocked } from './prepared-officer.ts';
import { opensAll, opensSetting, wasRead } from './tour-controls.ts';

/** The page and the adapter of the guide, for a page on this computer. */
const GUIDE = readFileSync('docs/plugins/adapter.md', 'utf8');
const [, HTML = ''] = /```html\n(.*?)```/s.exec(GUIDE) ?? [];
const [, FILE = ''] = [...GUIDE.matchAll(/```json\n(.*?)```/gs)].map(([, block]) => block);

describe('an adapter file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'officer-'));
  const file = join(folder, 'register.json');
  let officer: OfficerBrowser;
  let desk: Page;
  let page: PlainPage;

  const loads = async (text: string): Promise<void> => {
    writeFileSync(file, text);
    const input = await control(desk, 'Load an adapter file');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
  };

  beforeAll(async () => {
    page = await servesPlainPage(HTML);
    const { profile } = await copiesProfile(OFFICER, { profile: join(folder, 'profile') });
    officer = await launchOfficer({ profile });
    desk = await opensUnlocked(officer);
    await opensSetting(desk, 'Adapters');
  });
  afterAll(async () => {
    await officer?.close();
    await page?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is refused by its line when it is wrong', async () => {
    await loads(FILE.replace('subject.bornOn', 'subject.birthday'));
    await sees(desk, 'Line 17, column 9: “subject.birthday” is not a field that can be captured');
  });

  it('reads the next page', async () => {
    await loads(
      FILE.replace('register.example.org', '127.0.0.1').replace('"/enquiries/*"', '"/**"'),
    );
    await sees(desk, 'The adapter “Enquiry register” was loaded.');
    const tab = await officer.browser.newPage();
    await tab.goto(page.url);
    const panel = await officer.press(tab);
    await wasRead(panel, 'Adapter my-system/register, version 1.0.0: 3 of 3 anchors found');
    const { rows } = await draftOf(panel);
    const read = Object.fromEntries(rows.map(({ path, value }) => [path, value]));
    expect(read).toMatchObject({
      'subject.name': 'Kit Wraxhollow',
      'referral.receivedOn': '2026-02-19',
      'referral.narrative': 'Said to be selling a tool that takes over game accounts.',
    });
    expect(rows.filter(({ raw }) => raw === 'Desk 4')).toEqual([]);
  });

  it('is there after the browser was killed, and gone once it was removed', async () => {
    await officer.kill();
    officer = await launchOfficer({ profile: join(folder, 'profile') });
    desk = await opensUnlocked(officer);
    await opensSetting(desk, 'Adapters');
    await sees(desk, 'Enquiry register');
    await opensAll(desk);
    await sees(desk, 'A file that you loaded');
    await presses(desk, 'Remove');
    await sees(desk, 'The adapter was removed.');
    await opensAll(desk);
    expect(await desk.evaluate(() => document.body.innerText)).not.toContain('my-system/register');
  });
});
