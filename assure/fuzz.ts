/** Everything that takes input from outside, given input that nobody would send in good faith. */
import { fromSource } from './from-source.ts';
import { atLeast, exactly, type Finding, type Measure } from './measure.ts';

const CASES = { full: 100_000, quick: 3000 };
const TO_KEEPER = { full: 5000, quick: 200 };
const CONTROL_CASES = 2000;

export const fuzz: Measure = {
  name: 'fuzz',
  what: 'messages, files and parts from outside, made wrong at random',
  async run({ isQuick, say }) {
    const size = isQuick ? 'quick' : 'full';
    const inside = await fromSource<typeof import('./inside/fuzz.ts')>('inside/fuzz.ts');
    const findings: Finding[] = [];
    const all = [...(await inside.fuzz(CASES[size])), await inside.fuzzKeeper(TO_KEEPER[size])];
    say(`${all.length} targets`);
    findings.push(
      atLeast(
        'cases',
        all.reduce((sum, { cases }) => sum + cases, 0),
        CASES[size],
      ),
      exactly(
        'targets that crashed or altered a prototype',
        all.filter(({ found }) => found).length,
        0,
      ),
    );
    for (const { name, cases, found } of all)
      if (found !== undefined) findings.push(exactly(`${name}, case ${cases}`, found, 'nothing'));
    for (const { name, found } of await inside.unguarded(CONTROL_CASES))
      findings.push(
        exactly(`control, ${name}`, found === undefined ? 'not caught' : 'caught', 'caught'),
      );
    return findings;
  },
};
