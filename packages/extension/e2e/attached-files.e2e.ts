/** Files attached to a person: chosen, looked at with nothing of them in the page, given out, found, and gone. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildOffice,
  buildPdf,
  buildPng,
  buildSubject,
  newRecord,
  PLACE_IN_PICTURE,
} from '@cyber-prevent/core/testing';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems, keyboardProblems, sidewaysProblems } from './accessibility-check.ts';
import type { OfficerBrowser } from './browser.ts';
import { saves } from './downloads.ts';
import { opensSubject } from './journey-steps.ts';
import { askKeeper, type HeldRecord } from './keeper-ask.ts';
import { chooses, control, presses, saveWords, sees, types, until } from './officer.ts';
import { launchPrepared, opensUnlocked } from './prepared-officer.ts';
import { opensSection } from './tour-controls.ts';

const ADA = buildSubject({ name: 'Ada Vael' });
const OTHER = buildSubject({ name: 'Rowan Elm' });

describe('files attached to a person', () => {
  const folder = mkdtempSync(join(tmpdir(), 'to-attach-'));
  let officer: OfficerBrowser;
  let desk: Page;
  let other: Page;
  const violations: string[] = [];
  const written = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const choose = async (...paths: readonly string[]): Promise<void> => {
    const input = await control(desk, 'Choose or drop files');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(...paths);
  };
  const held = async () => (await askKeeper(desk, 'query', 'attachment', {})) as HeldRecord[];

  beforeAll(async () => {
    officer = await launchPrepared();
    desk = await opensUnlocked(officer);
    desk.on('console', (said) => {
      if (said.text().includes('Content Security Policy')) violations.push(said.text());
    });
    await askKeeper(desk, 'commit', crypto.randomUUID(), {
      changes: [newRecord('subject', ADA), newRecord('subject', OTHER)],
      reason: 'case-work',
    });
    await opensSubject(desk, 'Ada Vael');
    await opensSection(desk, 'Files');
    await presses(desk, 'Attach a file');
    await sees(desk, 'Attach only what is about this person');
  }, 120_000);
  afterAll(async () => {
    await officer?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are refused with a reason if they could run, are too large or are empty', async () => {
    await choose(
      written('plan.docx', buildOffice('word', ['word/vbaProject.bin'])),
      written('drawing.svg', new TextEncoder().encode('<svg onload="document.title=1"></svg>')),
      written('vast.pdf', new Uint8Array(200_000_000)),
      written('empty.pdf', new Uint8Array()),
    );
    for (const words of [
      'plan.docx was not attached. It carries a macro',
      'drawing.svg was not attached.',
      'vast.pdf was not attached. It has 200 MB',
      'empty.pdf was not attached. It is empty',
    ])
      await sees(desk, words);
    expect(await held()).toEqual([]);
  });

  it('are asked about on a screen that axe, the keyboard and a narrow window find nothing wrong with', async () => {
    await choose(
      written('photo.png', buildPng({ width: 64, height: 48, saysPlace: true })),
      written('notice.pdf', buildPdf()),
    );
    await sees(desk, 'The file itself says where the picture was taken');
    expect(await axeProblems(desk)).toEqual([]);
    expect(await sidewaysProblems(desk, 360)).toEqual([]);
    expect(await keyboardProblems(desk)).toEqual([]);
  });

  it('are attached to the person who is named on the button', async () => {
    const selects = await desk.$$('main fieldset select');
    for (const [nth, code] of ['photograph', 'signed-notice'].entries())
      await selects[nth]?.select(code);
    await types(desk, 'Who gave it', 'Marisol Vael, her mother');
    await presses(desk, 'Attach 2 files to Ada Vael');
    await sees(desk, '2 files were attached to the record of Ada Vael');
    const about = (await held()).map(({ value }) => value.subjectId);
    expect(about).toEqual([ADA.id, ADA.id]);
  });

  it('are shown drawn again, with nothing of the file in the page and no word against the policy', async () => {
    await presses(desk, 'Look Photograph photo.png');
    await sees(desk, 'Shown as a picture, drawn again');
    await until('the picture is drawn', () =>
      desk.evaluate(() => {
        const paper = document.querySelector<HTMLCanvasElement>('.cp-file__picture');
        return paper?.width === 64 && paper.height === 48;
      }),
    );
    expect(await desk.$$('main img, main iframe, main object, main embed')).toHaveLength(0);
    expect(violations).toEqual([]);
    expect(await axeProblems(desk)).toEqual([]);
    for (const width of [360, 320]) expect(await sidewaysProblems(desk, width)).toEqual([]);
    await presses(desk, 'Close the file');
    await presses(desk, 'Look Signed notice notice.pdf');
    await sees(desk, 'A PDF file is not opened here');
    await presses(desk, 'Close the file');
  });

  it('are given out without their place, under a name that names nobody', async () => {
    await presses(desk, 'Give out Photograph photo.png');
    await sees(desk, 'The file says where the picture was taken.');
    await chooses(desk, 'Where is it going?', 'Court');
    await types(desk, 'Who receives it?', 'The court');
    await chooses(desk, 'Legal gateway', 'To safeguard a child');
    expect(await axeProblems(desk)).toEqual([]);
    const saved = await saves(officer, () => presses(desk, 'Log it and save photo.png'));
    expect(saved.name).toMatch(/^photograph-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.png$/);
    expect(readFileSync(saved.path).includes(Buffer.from(PLACE_IN_PICTURE))).toBe(false);
    const audit = (await askKeeper(desk, 'audit')) as { action: string; recipients?: string[] }[];
    expect(audit.findLast(({ action }) => action === 'disclosure')?.recipients).toContain(
      'The court',
    );
  });

  it('are found by their names', async () => {
    const { found } = (await askKeeper(desk, 'find', 'photo.png')) as { found: unknown[] };
    expect(JSON.stringify(found[0])).toContain(ADA.id);
  });

  it('are withdrawn from the person who is named', async () => {
    await opensSubject(desk, 'Ada Vael');
    await opensSection(desk, 'Files');
    await presses(desk, 'Withdraw Photograph photo.png');
    await sees(desk, 'from the record of Ada Vael?');
    await chooses(desk, 'It is not the file that was meant');
    expect(await axeProblems(desk)).toEqual([]);
    await presses(desk, 'Withdraw photo.png');
    await sees(desk, 'was withdrawn from the record of Ada Vael');
    expect((await held()).map(({ value }) => value.name)).toEqual(['notice.pdf']);
  });

  it('are moved to the person who is named on the button', async () => {
    other = await officer.open('workspace.html');
    await opensSubject(other, 'Ada Vael');
    await opensSection(other, 'Files');
    await presses(other, 'What is this? Signed notice notice.pdf');
    await types(other, 'Who gave it', 'Ottilie Brandt');
    await desk.bringToFront();
    await presses(desk, 'Move Signed notice notice.pdf');
    await sees(desk, 'from the record of Ada Vael to another person?');
    await chooses(desk, 'Rowan Elm');
    await chooses(desk, 'The wrong person was chosen when it was attached');
    expect(await axeProblems(desk)).toEqual([]);
    expect(await sidewaysProblems(desk, 360)).toEqual([]);
    await presses(desk, 'Move notice.pdf to Rowan Elm');
    await sees(desk, 'to the record of Rowan Elm');
    expect((await held()).map(({ value }) => value.subjectId)).toEqual([OTHER.id]);
  });

  it('are not described on the other record by a form that was open on the first', async () => {
    const before = await held();
    await other.bringToFront();
    for (const _ of [1, 2]) {
      await presses(other, await saveWords(other));
      await sees(other, 'no longer on the record of Ada Vael');
    }
    await sees(other, 'now on the record of Rowan Elm');
    expect(await axeProblems(other)).toEqual([]);
    expect(await sidewaysProblems(other, 360)).toEqual([]);
    expect(await held()).toEqual(before);
  });
});
