/** Cells of a list that may never be cut, in the built extension: who it is and when it is due. */
import { buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import type { Page } from 'puppeteer-core';
import { askKeeper } from './keeper-ask.ts';

/** Two people of one name, whose decisions are long overdue. */
export async function keepsNamesakes(page: Page): Promise<void> {
  const changes = ['2011-04-14', '2009-12-29'].flatMap((bornOn, nth) => {
    const person = buildSubject({ name: 'Owen Marlowe-Thistlewood', bornOn });
    const referral = buildReferral({
      subjectId: person.id,
      referrerId: undefined,
      reference: `CCP-2026-101${nth}`,
      receivedOn: '2026-11-02',
      status: 'received',
    });
    return [newRecord('subject', person), newRecord('referral', referral)];
  });
  await askKeeper(page, 'commit', crypto.randomUUID(), { changes, reason: 'case-work' });
}

/** Words of names, births, references and days that have less room than they need. */
export function cutCells(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const cells =
      'tr[data-row] :is(th, [data-column="born"], [data-column="reference"], [data-column="due"], [data-column="when"])';
    return [...document.querySelectorAll(`${cells}, .cp-due__when, .cp-due__apart`)]
      .filter((cell) => cell.checkVisibility())
      .flatMap((cell) => [cell, ...cell.querySelectorAll<HTMLElement>('*')])
      .filter(
        (each) =>
          !each.closest('.govuk-visually-hidden, .cp-wide') &&
          getComputedStyle(each).overflowX !== 'visible' &&
          each.scrollWidth > each.clientWidth + 1,
      )
      .map(({ textContent }) => textContent ?? '');
  });
}

/** Top of the first row of a list, in pixels from the head of the window. */
export function firstRow(page: Page): Promise<number> {
  return page.$eval('tr[data-row]', (row) => row.getBoundingClientRect().top);
}
