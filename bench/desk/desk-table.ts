/** The counts for a reader. */
import { countWords } from './counts.ts';
import type { DeskFigures } from './desk.ts';
import type { JobFigures } from './desk-targets.ts';

type Shown = Pick<DeskFigures, 'browser' | 'jobs' | 'targets'>;

export function deskTable({ browser, jobs, targets }: Shown): string {
  return [
    `What the jobs of an officer cost, counted in ${browser}`,
    '',
    ...jobs.flatMap((job) => [job.job, ...linesOf(job)]),
    '',
    'Targets',
    ...targets.map(
      ({ what, figure, target, isMet }) =>
        `  ${isMet ? 'met   ' : 'missed'}  ${what}: ${figure ?? 'not done'}, at most ${target}`,
    ),
  ].join('\n');
}

function linesOf({ before, atMost, now, failed, note }: JobFigures): readonly string[] {
  const earlier = Object.keys(before).length === 0 ? 'not counted' : countWords(before);
  return [
    `  on 28 November  ${earlier}`,
    `  at most         ${countWords(atMost)}${note ? ` (${note})` : ''}`,
    `  now             ${now ? countWords(now) : `could not be done: ${failed ?? 'not tried'}`}`,
  ];
}
