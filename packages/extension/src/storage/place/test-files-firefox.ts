/** The same page in Firefox, which no driver can inspect: it runs everything by itself and writes down the results. */
import { openFiles } from './opfs-files.js';
import { vault } from './test-files-panel.js';

async function tryAll() {
  const missing = await vault.open({ make: true });
  const first = await vault.openJournal();
  await vault.setHeader({ vault: 'v1' });
  const times = await vault.appendMany(100, 2048);
  const second = await openFiles('practice', { make: false }).then(
    () => 'opened',
    ({ message }: Error) => message,
  );
  await vault.rewrite();
  const keys = await vault.keys(70, 20);
  await vault.close();
  const missingAgain = await vault.open({ make: false });
  const { header, count, damage } = await vault.openJournal();
  const stands = await vault.stands();
  const keysAgain = await vault.keys(1, 1);
  return {
    missing,
    setUp: first.count,
    second,
    missingAgain,
    header,
    count,
    damage,
    stands: stands.seqs.length,
    wrong: stands.wrong,
    keys: [keys.before, keys.after],
    keysAgain: [keysAgain.before, keysAgain.after, keysAgain.damage],
    appendMedianMs: times[50],
  };
}

/** The results when nothing failed. */
export type Seen = Awaited<ReturnType<typeof tryAll>>;

tryAll()
  .catch((error: Error) => String(error.stack ?? error))
  .then((seen) => {
    const out = document.createElement('pre');
    out.id = 'out';
    out.textContent = JSON.stringify(seen);
    document.body.append(out);
  });
