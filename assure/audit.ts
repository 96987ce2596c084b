/** The audit file of a busy device altered anywhere: the verifier names the first bad entry. */
import { fromSource, type Removal } from './from-source.ts';
import { atLeast, exactly, type Finding, type Measure, printed } from './measure.ts';

const ENTRIES = 10_000;
/**
 * Numbers of entries tried with each fault: a sample of a long file, and every entry of a short one, each file verified
 * whole.
 */
const SAMPLES = { full: 120, quick: 6 };
const EVERY = { full: 400, quick: 40 };
/** Length of the file in which every entry is tried, each file verified from that entry on. */
const ENTRIES_FROM_THERE = { full: ENTRIES, quick: 200 };

/** A verifier that looks at each entry by itself. */
const UNLINKED: readonly Removal[] = [
  {
    file: 'packages/core/src/store/log/chain.ts',
    text: "if (header.seq !== seq) return { end, fault: 'gap' };",
    by: '',
  },
  {
    file: 'packages/core/src/store/log/chain.ts',
    text: "if (header.prev !== end.head) return { end, fault: 'link' };",
    by: '',
  },
];

type Inside = typeof import('./inside/audit.ts');
type Audited = Awaited<ReturnType<Inside['everyFault']>>;

export const audit: Measure = {
  name: 'audit',
  what: 'entries of an audit file altered, taken out, swapped, cut off',
  async run({ isQuick, say }) {
    const size = isQuick ? 'quick' : 'full';
    const { auditFaults, everyFault, FAULTS } = await fromSource<Inside>('inside/audit.ts');
    const findings: Finding[] = [];
    const found = (where: string, { tried, right, wrong, whenWhole }: Audited): void => {
      findings.push(
        exactly(`${where}: issues of the whole file`, whenWhole.join() || 'none', 'none'),
      );
      for (const fault of FAULTS)
        findings.push(
          exactly(`${where}: ${fault}, first bad entry right`, right[fault], tried[fault]),
        );
      if (wrong.length > 0) findings.push(printed('what was said instead', wrong.join('; ')));
      say(where);
    };
    for (const [entries, samples] of [
      [ENTRIES, SAMPLES[size]],
      [EVERY[size], EVERY[size]],
    ] as const) {
      const which = samples === entries ? 'each' : `${samples} of them`;
      found(`${entries} entries, ${which}`, await auditFaults(entries, samples));
    }
    const entries = ENTRIES_FROM_THERE[size];
    const where = `${entries} entries, each, verified from there`;
    found(
      where,
      await everyFault(entries, (seq) => {
        if (seq % 1000 === 0) say(`${where}: ${seq}`);
      }),
    );
    const controls = await fromSource<Inside>('inside/audit.ts', UNLINKED);
    for (const [how, unlinked] of [
      ['', await controls.auditFaults(40, 20)],
      [', verified from there', await controls.everyFault(40, () => undefined)],
    ] as const)
      findings.push(
        atLeast(
          `control, entries looked at one by one${how}: deletions not found at their place`,
          unlinked.tried.delete - unlinked.right.delete,
          1,
        ),
      );
    return findings;
  },
};
