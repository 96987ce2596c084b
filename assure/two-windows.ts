/** Two windows that count in one record: each reads, adds one and commits, and tries again when the other was first. */
import type { Page } from 'puppeteer-core';
import { askKeeper } from '../packages/extension/e2e/keeper-ask.ts';
import { exactly, type Measure } from './measure.ts';
import { newGround, openVault } from './vault-browser.ts';

const STEPS = { full: 300, quick: 40 };

export const twoWindows: Measure = {
  name: 'two-windows',
  what: 'two windows add to one record at the same time',
  async run({ extension, isQuick }) {
    const steps = isQuick ? STEPS.quick : STEPS.full;
    const ground = await newGround(extension);
    const { officer, page } = await openVault(ground, extension);
    const record = crypto.randomUUID();
    await askKeeper(page, 'commit', crypto.randomUUID(), {
      changes: [
        {
          kind: 'subject',
          record,
          parents: [],
          set: {
            id: record,
            name: 'Count 0',
            aliases: [],
            addresses: [],
            schools: [],
            phones: [],
            emails: [],
            categories: [],
          },
        },
      ],
      reason: 'case-work',
    });
    const other = await officer.open('workspace.html');
    await Promise.all([page, other].map((window) => addsOn(window, record, steps)));
    const held = (await askKeeper(page, 'get', 'subject', record)) as { value: { name: string } };
    const revisions = (await askKeeper(page, 'history', record)) as readonly unknown[];
    await officer.close();
    ground.remove();
    return [
      exactly('the count after both', held.value.name, `Count ${2 * steps}`),
      exactly('revisions in the history', revisions.length, 2 * steps + 1),
    ];
  },
};

function addsOn(page: Page, record: string, steps: number): Promise<void> {
  return page.evaluate(
    async (id, many) => {
      const channel = new BroadcastChannel('cp-keeper');
      const waiting = new Map<string, (data: { name: string; value?: unknown }) => void>();
      channel.onmessage = ({ data }) => {
        if (data.to === 'client' && data.name !== 'taken') waiting.get(data.id)?.(data);
      };
      const ask = (verb: string, args: unknown[]): Promise<{ name: string; value?: unknown }> => {
        const request = {
          to: 'keeper',
          client: crypto.randomUUID(),
          id: crypto.randomUUID(),
          verb,
          args,
        };
        return new Promise((resolve) => {
          waiting.set(request.id, resolve);
          channel.postMessage(request);
        });
      };
      for (let done = 0; done < many; ) {
        const { value } = (await ask('get', ['subject', id])) as {
          value: { heads: string[]; value: { name: string } };
        };
        const name = `Count ${Number(value.value.name.slice('Count '.length)) + 1}`;
        const changes = [{ kind: 'subject', record: id, parents: value.heads, set: { name } }];
        const { name: outcome } = await ask('commit', [
          crypto.randomUUID(),
          { changes, reason: 'case-work' },
        ]);
        if (outcome === 'done') done += 1;
      }
      channel.close();
    },
    record,
    steps,
  );
}
