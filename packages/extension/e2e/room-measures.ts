/** People who need room on the screen, and measures of the room that the screen gives them. */
import {
  buildAssessment,
  buildContactCheck,
  buildContactPlan,
  buildReferral,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import type { Page } from 'puppeteer-core';
import { askKeeper } from './keeper-ask.ts';
import { goesTo, presses, types } from './officer.ts';
import { rests } from './whole-picture.ts';

const PEOPLE = 40;

/** People with a referral each that waits for a decision. */
export async function keepsPeople(page: Page): Promise<void> {
  const changes = Array.from({ length: PEOPLE }, (_, nth) => {
    const number = String(nth).padStart(2, '0');
    const subject = buildSubject({ name: `Rowan Vael ${number}`, bornOn: '2010-03-14' });
    const referral = buildReferral({
      subjectId: subject.id,
      referrerId: undefined,
      reference: `CC/2026/0${number}`,
      receivedOn: '2026-11-02',
      status: 'received',
    });
    return [newRecord('subject', subject), newRecord('referral', referral)];
  }).flat();
  await askKeeper(page, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
}

/** The longest name, of 136 letters. */
export const LONGEST = `Zephyrine ${'Quillfeather '.repeat(10)}`.slice(0, 136).trim();

/** A person about whom the line has everything to say, and all of it long. */
export async function keepsLongest(page: Page): Promise<void> {
  const subject = buildSubject({
    name: LONGEST,
    bornOn: '2010-09-02',
    alsoRecorded: [{ what: 'bornOn', date: '2007-09-02', notedOn: '2026-11-24' }],
  });
  const about = { subjectId: subject.id };
  const changes = [
    newRecord('subject', subject),
    newRecord(
      'referral',
      buildReferral({ ...about, reference: 'CC/2026/099', status: 'received' }),
    ),
    newRecord('contactCheck', buildContactCheck(about)),
    newRecord(
      'contactPlan',
      buildContactPlan({ ...about, preferredName: 'آدم الفيل '.repeat(4).trim() }),
    ),
    newRecord(
      'assessment',
      buildAssessment({
        ...about,
        noLevel: undefined,
        levels: ['Medium', 'High'].map((label) => ({ id: label.toLowerCase(), label })),
        signedAt: '2026-11-20T10:00:00.000Z',
      }),
    ),
  ];
  await askKeeper(page, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
}

/** A name that is longer than the room beside two marks. */
export const LONG = 'Tamsin Aoife O’Connell-Vael';

export async function keepsLong(page: Page): Promise<void> {
  const subject = buildSubject({ name: LONG, bornOn: '2009-03-14' });
  const about = { subjectId: subject.id };
  const changes = [
    newRecord('subject', subject),
    newRecord('referral', buildReferral({ ...about, status: 'received' })),
    newRecord('contactCheck', buildContactCheck(about)),
    newRecord('contactPlan', buildContactPlan({ ...about, preferredName: 'Taz' })),
  ];
  await askKeeper(page, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
}

export async function opensLongest(page: Page): Promise<void> {
  await opensNamed(page, LONGEST);
}

export async function opensNamed(page: Page, name: string): Promise<void> {
  await goesTo(page, 'Subjects');
  await types(page, 'Find a subject', name.split(' ')[0] ?? name);
  await presses(page, name);
  await page.waitForSelector('.cp-who__level');
  await rests(page);
}

/** Words of the parts that are cut, beyond the window, or under another part. */
export function covered(page: Page, selector: string): Promise<readonly string[]> {
  return page.$$eval(selector, (parts) =>
    parts
      .filter((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        const isOnTop = [left + 1, right - 1].every((x) =>
          part.contains(document.elementFromPoint(x, (top + bottom) / 2)),
        );
        return !isOnTop || part.scrollWidth > part.clientWidth + 1;
      })
      .map((part) => part.textContent ?? ''),
  );
}

/** Bottoms of the elements, in pixels from the head of the window, in the order of the page. */
export function bottoms(page: Page, selector: string): Promise<readonly number[]> {
  return page.$$eval(selector, (found) =>
    found
      .filter((each) => each.checkVisibility())
      .map((each) => each.getBoundingClientRect().bottom),
  );
}

/** Words of the navigation's entries, those behind its button too. */
export function places(page: Page): Promise<readonly string[]> {
  return page.$$eval('.cp-shell__nav button:not([aria-expanded])', (found) =>
    found.map(({ textContent }) => textContent ?? ''),
  );
}

/** Number of rows of the navigation, and the end of the last one on the page, in pixels. */
export function navigationRows(
  page: Page,
): Promise<{ readonly rows: number; readonly bottom: number }> {
  return page.$eval('.cp-shell__nav', (navigation) => {
    const tops = [...navigation.querySelectorAll('button')]
      .filter((each) => each.checkVisibility())
      .map((each) => each.getBoundingClientRect().top);
    return {
      rows: new Set(tops).size,
      bottom: navigation.getBoundingClientRect().bottom + scrollY,
    };
  });
}

/** Parts of an element whose words have less room than they need, or that lie over one another. */
export function crowded(page: Page, selector: string): Promise<readonly string[]> {
  return page.$eval(selector, (whole) => {
    const parts = [...whole.querySelectorAll('*')].filter(
      (each): each is HTMLElement =>
        each instanceof HTMLElement &&
        each.checkVisibility() &&
        !each.closest('.cp-wide, .govuk-visually-hidden') &&
        each.innerText.trim() !== '',
    );
    const cut = parts.filter(
      (each) =>
        getComputedStyle(each).overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1,
    );
    // A part that breaks has a box for each of its lines.
    const ends = parts
      .filter((each) => each.childElementCount === 0)
      .map((part) => ({ part, boxes: [...part.getClientRects()] }));
    const meet = (a: DOMRect, b: DOMRect): boolean =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > a.height / 2;
    const over = ends
      .filter((one) =>
        ends.some(
          (other) => other !== one && one.boxes.some((a) => other.boxes.some((b) => meet(a, b))),
        ),
      )
      .map(({ part }) => part);
    return [...cut, ...over].map((each) => each.innerText);
  });
}
