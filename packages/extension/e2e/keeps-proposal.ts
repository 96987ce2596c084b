/** An assessment on which another level is proposed, kept as its own screens would keep it. */
import type { Page } from 'puppeteer-core';
import { askKeeper, type HeldRecord } from './keeper-ask.ts';

/** @returns its id */
export async function keepsProposal(page: Page, subject: string, reason: string): Promise<string> {
  const record = crypto.randomUUID();
  const { updatedBy } = (await askKeeper(page, 'get', 'subject', subject)) as HeldRecord;
  const commit = (change: object) =>
    askKeeper(page, 'commit', crypto.randomUUID(), {
      changes: [{ kind: 'assessment', record, ...change }],
      reason: 'case-work',
    });
  await commit({
    parents: [],
    set: {
      id: record,
      subjectId: subject,
      instrument: 'demo-screen',
      instrumentVersion: '1.0.0',
      instrumentTitle: 'Demonstration screen',
      instrumentStatus: 'illustrative',
      assessedOn: '2026-03-16',
      answers: [
        { item: 'unauthorised-access', answer: 'partly' },
        { item: 'tools', answer: 'absent', comment: 'Nothing was found on the laptop.' },
      ],
      levels: [{ id: 'low', label: 'Low' }],
      formulation: 'Curious, and urged on by others.',
      confidence: 'low',
      reviewDueOn: '2027-03-16',
    },
  });
  const { heads } = (await askKeeper(page, 'get', 'assessment', record)) as HeldRecord & {
    readonly heads: readonly string[];
  };
  const proposedAt = new Date().toISOString();
  const override = { level: 'high', levelLabel: 'High', reason, proposedBy: updatedBy, proposedAt };
  await commit({ parents: heads, set: { override } });
  return record;
}
