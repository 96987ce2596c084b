/** Two windows that count in one record: each reads, adds one and commits, and tries again when the other was first. */
import type { Page } from 'puppeteer-core';
import { askKeeper } from '../packages/extension/e2e/keeper-ask.ts';
import { atMost, exactly, type Measure } from './measure.ts';
import { newGround, openVault } from './vault-browser.ts';

const STEPS = { full: 300, quick: 40 };
const CONTROL_STEPS = 40;

export const twoWindows: Measure = {
  name: 'two-windows',
  what: 'two windows add to one record at the same time',
  async run({ extension, isQuick }) {
    const steps = isQuick ? STEPS.quick : STEPS.full;
    const counted = await countedBy(extension, steps, true);
    const control = await countedBy(extension, CONTROL_STEPS, false);
    return [
      exactly('the count after both', counted.count, 2 * steps),
      exactly('revisions in the history', counted.revisions, 2 * steps + 1),
      atMost(
        `control, what was read is put over what stands: the count after 2 × ${CONTROL_STEPS}`,
        control.count,
        2 * CONTROL_STEPS - 1,
      ),
    ];
  },
};

/** @param isChecked - whether a window is refused when the other was first */
async function countedBy(
  extension: string,
  steps: number,
  isChecked: boolean,
): Promise<{ readonly count: number; readonly revisions: number }> {
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
  await Promise.all([page, other].map((window) => addsOn(window, record, steps, isChecked)));
  const held = (await askKeeper(page, 'get', 'subject', record)) as { value: { name: string } };
  const revisions = (await askKeeper(page, 'history', record)) as readonly unknown[];
  await officer.close();
  await ground.remove();
  const count = Number(held.value.name.slice('Count '.length));
  return { count, revisions: revisions.length };
}

function addsOn(page: Page, record: string, steps: number, isChecked: boolean): Promise<void> {
  return page.evaluate(
    async (id, many, isHeard) => {
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
      const read = async () =>
        (await ask('get', ['subject', id])).value as { heads: string[]; value: { name: string } };
      for (let done = 0; done < many; ) {
        const { heads, value } = await read();
        const name = `Count ${Number(value.name.slice('Count '.length)) + 1}`;
        const put = async (parents: readonly string[]): Promise<boolean> => {
          const changes = [{ kind: 'subject', record: id, parents, set: { name } }];
          const asked = [crypto.randomUUID(), { changes, reason: 'case-work' }];
          return (await ask('commit', asked)).name === 'done';
        };
        let isPut = await put(heads);
        while (!isPut && !isHeard) isPut = await put((await read()).heads);
        if (isPut) done += 1;
      }
      channel.close();
    },
    record,
    steps,
    isChecked,
  );
}
