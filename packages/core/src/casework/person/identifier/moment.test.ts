/** The moment of an IP address: what is told about it when it is added, and that it goes wherever the address goes. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../../codes/shipped.js';
import { caseFile } from '../../../desk/case/case-file.js';
import type { SeenAt } from '../../../record/seen-at.js';
import { recordsToGive } from '../../../report/give-records.js';
import { renderTemplate } from '../../../report/render.js';
import { loadTemplate } from '../../../report/template.js';
import { caseSummary } from '../../../report/templates/case-summary.js';
import type { PlainDate } from '../../../shared/primitives.js';
import { caseUnderTest, saysOf, TOLD } from '../../../testing/case-under-test.js';
import { buildId } from '../../../testing/fiction/builder.js';
import { heldRecord } from '../../../testing/held-under-test.js';
import { addHandle } from '../handle-ledger.js';
import { withMoment } from './list-rows.js';

const lists = gatherCodeLists();
const ADDRESS = '198.51.100.7';

describe('the moment', () => {
  it.each([
    ['2026-11-20', '14:05', 'UTC', []],
    ['2026-11-20', '14:05', 'Mars/Olympus', ['time-zone-unknown seenAt.zone']],
    ['2026-03-29', '01:30', 'Europe/London', ['no-such-time seenAt.at']],
    ['2026-10-25', '01:30', 'Europe/London', ['time-came-twice seenAt.zone']],
    ['2026-11-20', '14:05', 'BST', ['not-summer-time seenAt.zone']],
    ['2026-11-24', '09:31', 'UTC', ['date-in-future seenAt.at']],
    ['2026-11-24', '10:29', '+01:00', []],
  ])('of %s %s %s says %j', async (day, at, zone, said) => {
    const { on } = await caseUnderTest();
    const seenAt: SeenAt = { on: day as PlainDate, at, zone };
    const asked = { type: 'ip-address', asSeen: ADDRESS, seenAt };
    expect(saysOf(addHandle(asked, TOLD, { ...(await on()), ledger: [] }))).toEqual(said);
  });
});

describe('an IP address that leaves', () => {
  const subject = heldRecord('subject');
  const referral = heldRecord('referral', { subjectId: subject.id });
  const used = { on: '2026-11-20', at: '14:05', zone: 'UTC' };
  const whole = heldRecord('onlineIdentifier', {
    subjectId: subject.id,
    type: 'ip-address',
    platform: undefined,
    asSeen: ADDRESS,
    canonical: ADDRESS,
    seenAt: used,
  });
  /** As an earlier release kept it. */
  const bare = heldRecord('onlineIdentifier', { subjectId: subject.id, asSeen: '203.0.113.9' });
  const records = [subject, referral, whole, bare];
  const moments = [
    `${ADDRESS} (used on 20 November 2026 at 14:05 UTC)`,
    '203.0.113.9 (IP address; when it was used was not recorded)',
  ];

  it('has its moment in each form of it, and nothing else has one', () => {
    expect(withMoment(whole.value)).toMatchObject({ asSeen: moments[0], canonical: moments[0] });
    expect(withMoment(bare.value).asSeen).toBe(moments[1]);
    const account = heldRecord('onlineIdentifier').value;
    expect(withMoment(account)).toBe(account);
  });

  it('has it on a paper', () => {
    const officer = { name: 'PC Imogen Starling', force: '43' };
    const preparedOn = '2026-11-24' as PlainDate;
    const file = caseFile(records, subject.id, { officer, preparedOn, lists });
    if (!file.ok) throw new Error('no file');
    const summary = loadTemplate(caseSummary, { lists });
    const { markdown } = renderTemplate(summary, file.value, { lists, audience: 'supervisor' });
    for (const words of moments) expect(markdown.replaceAll('\\', '')).toContain(words);
  });

  it('has it in a file of referrals', async () => {
    const made = await recordsToGive(records, {
      referrals: [referral.id],
      audience: 'rocu',
      marking: 'OFFICIAL-SENSITIVE',
      officer: buildId(),
    });
    if (!made.ok) throw new Error('not made');
    const text = JSON.stringify(made.value.set);
    for (const words of moments) expect(text).toContain(words);
    expect(text).not.toContain(`"${ADDRESS}"`);
  });
});
