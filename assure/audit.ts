/** The audit file of a busy device altered anywhere: the verifier names the first bad entry. */
import { fromSource, type Removal } from './from-source.ts';
import { atLeast, exactly, type Finding, type Measure, told } from './measure.ts';

const ENTRIES = 10_000;
/** Entries of the long file that are tried with each fault, and of a short one in which every entry is. */
const SAMPLES = { full: 120, quick: 6 };
const EVERY = { full: 400, quick: 40 };

/** A verifier that looks at each entry by itself. */
const UNLINKED: readonly Removal[] = [
  {
    file: 'packages/core/src/store/chain.ts',
    text: "if (header.seq !== seq) return { end, fault: 'gap' };",
    by: '',
  },
  {
    file: 'packages/core/src/store/chain.ts',
    text: "if (header.prev !== end.head) return { end, fault: 'link' };",
    by: '',
  },
];

type Inside = typeof import('./inside/audit.ts');

export const audit: Measure = {
  name: 'audit',
  what: 'entries of an audit file altered, taken out, swapped, cut off',
  async run({ isQuick, say }) {
    const size = isQuick ? 'quick' : 'full';
    const { auditFaults, FAULTS } = await fromSource<Inside>('inside/audit.ts');
    const findings: Finding[] = [];
    for (const [entries, samples] of [
      [ENTRIES, SAMPLES[size]],
      [EVERY[size], EVERY[size]],
    ] as const) {
      const { tried, right, wrong, whenWhole } = await auditFaults(entries, samples);
      const where = `${entries} entries, ${samples === entries ? 'each' : `${samples} of them`}`;
      findings.push(
        exactly(`${where}: issues of the whole file`, whenWhole.join() || 'none', 'none'),
      );
      for (const fault of FAULTS)
        findings.push(
          exactly(`${where}: ${fault}, first bad entry right`, right[fault], tried[fault]),
        );
      if (wrong.length > 0) findings.push(told('what was said instead', wrong.join('; ')));
      say(where);
    }
    const unlinked = await (await fromSource<Inside>('inside/audit.ts', UNLINKED)).auditFaults(
      40,
      20,
    );
    const { delete: deletions } = unlinked.tried;
    findings.push(
      atLeast(
        'control, entries looked at one by one: deletions not found at their place',
        deletions - unlinked.right.delete,
        1,
      ),
    );
    return findings;
  },
};
