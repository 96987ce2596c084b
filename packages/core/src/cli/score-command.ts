/** The command that scores answers by an instrument: reads two files, writes none, and uses no network. */
import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { checkAnswers } from '../risk/check-answers.js';
import { checkInstrument } from '../risk/check-instrument.js';
import { gatherInstruments } from '../risk/shipped.js';
import { supersession } from '../risk/superseded.js';
import type { Result } from '../shared/issue.js';
import { PlainDate } from '../shared/primitives.js';
import { withoutControls } from './audit-report.js';
import { inJson } from './in-json.js';
import { type CommandOutput, runCommand } from './run-command.js';
import { scoreFigures, scoreReport } from './score-report.js';

const USAGE = `score --instrument FILE --answers FILE [--on DATE] [--json]

  --instrument FILE  an instrument, as docs/reference/instruments.md describes it
  --answers FILE     { "facts": { "age": 15 }, "answers": { "ITEM": "ANSWER" } }
  --on DATE          the day on which it is asked whether the instrument is in use; today unless said otherwise
  --json             the outcome as JSON, with the points that no screen shows

Ends with 0 when the answers were scored, 1 when a file was refused, 2 when one could not be read.
A level is a person's judgement set in order. Nothing follows from it by itself.`;

/** Most bytes of either file. */
const MOST_OF_A_FILE = 1_000_000;

/** @returns 0 scored, 1 refused, 2 could not be read */
export function scoreCommand(args: readonly string[], output: CommandOutput): Promise<0 | 1 | 2> {
  return runCommand(readArguments(args), USAGE, output, (asked) => scores(asked, output));
}

async function scores(asked: Asked, { out, error }: CommandOutput): Promise<0 | 1> {
  const refused = (file: string, { issues }: Result<unknown>): 1 => {
    for (const { at, message } of issues)
      error(withoutControls([file, at, message].filter(Boolean).join(': ')));
    if (asked.json) out(inJson({ isScored: false, file, issues }));
    return 1;
  };
  const instrument = checkInstrument(await textOf(asked.instrument));
  if (!instrument.ok) return refused(asked.instrument, instrument);
  const answers = checkAnswers(instrument.value, await textOf(asked.answers));
  if (!answers.ok) return refused(asked.answers, answers);
  const superseded = supersession(instrument.value, gatherInstruments(), asked.on);
  const figures = scoreFigures(instrument.value, answers.value, superseded);
  if (asked.json) out(inJson(figures));
  else for (const line of scoreReport(instrument.value, figures)) out(withoutControls(line));
  return 0;
}

interface Asked {
  readonly instrument: string;
  readonly answers: string;
  readonly on: PlainDate;
  readonly json: boolean;
}

function readArguments(args: readonly string[]): Asked | 'help' | undefined {
  try {
    const { values } = parseArgs({
      // pnpm passes its own `--` through.
      args: args.filter((argument) => argument !== '--'),
      options: {
        instrument: { type: 'string' },
        answers: { type: 'string' },
        on: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { instrument, answers, json, help } = values;
    if (help) return 'help';
    const on = v.safeParse(PlainDate, values.on ?? new Date().toISOString().slice(0, 10));
    if (instrument === undefined || answers === undefined || !on.success) return undefined;
    return { instrument, answers, on: on.output, json };
  } catch {
    return undefined;
  }
}

async function textOf(path: string): Promise<string> {
  const { size } = await stat(path);
  if (size > MOST_OF_A_FILE) throw new Error(`${path} is too large to be read`);
  return readFile(path, 'utf8');
}
