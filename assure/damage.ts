/**
 * Every kind of damage to one of the two stores, done while the browser is closed: it is reported, nothing is lost, and
 * the vault is never taken for new.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { hasHeads } from '../packages/extension/e2e/compacted-heads.ts';
import { askKeeper } from '../packages/extension/e2e/keeper-ask.ts';
import { until } from '../packages/extension/e2e/officer.ts';
import {
  DAMAGES,
  type Damage,
  missingDatabase,
  missingJournal,
  missingPages,
} from './damage-kinds.ts';
import { exactly, type Finding, type Measure, printed } from './measure.ts';
import { untellingBuild } from './undefended.ts';
import { type Ground, newGround, openVault, TAKEN_FOR_NEW } from './vault-browser.ts';

/** Enough saves that LevelDB has written tables as well as its log; a larger value would be in its own file. */
const SAVES = { many: 150, later: 40 };
/** Enough saves for pages of heads. */
const FEW_SAVES = { many: 4, later: 1 };
const SUBJECTS = 8;
const LETTERS = 1500;
/** By then the journal is read through and both copies are compared: any damage not yet reported never will be. */
const TOLD_WITHIN_MS = 20_000;

interface Sound {
  readonly ground: Ground;
  /** The build that it was filled with: another build has another id, and sees none of it. */
  readonly extension: string;
  /** Number of records in it. */
  readonly held: number;
}

/** The outcome of one kind of damage. */
interface Outcome {
  readonly held: number | string;
  /** Number of records there were. */
  readonly of: number;
  readonly told: string;
}
const NOTHING_TOLD = 'nothing told';

export const damage: Measure = {
  name: 'damage',
  what: 'files of one store damaged while the browser was closed',
  async run({ extension, isQuick, say }) {
    const sound = await filled(extension, SAVES);
    const tried = async (what: string, done: Damage['done'], from = sound): Promise<Outcome> => {
      const outcome = await lookedAt(from, done);
      say(`${what}: ${outcome.held} of ${from.held} records, ${outcome.told}`);
      return outcome;
    };
    try {
      const findings: Finding[] = [];
      const outcomes: Outcome[] = [];
      for (const { what, done } of DAMAGES.filter((each) => !isQuick || each.isQuick)) {
        const outcome = await tried(what, done);
        outcomes.push(outcome);
        findings.push(
          exactly(`${what}: records there`, outcome.held, sound.held),
          printed(`${what}: told`, outcome.told),
        );
      }
      const howMany = (isCounted: (outcome: Outcome) => boolean): number =>
        outcomes.filter(isCounted).length;
      findings.push(
        printed('kinds of damage', outcomes.length),
        exactly('kinds that lost records', howMany(hasLost), 0),
        exactly('kinds that tell nothing', howMany(tellsNothing), 0),
        exactly('kinds that were taken for a new computer', howMany(isNew), 0),
      );

      const none = await tried('control, no damage', () => undefined);
      const both = await tried('control, both stores missing', (profile) => {
        missingDatabase.done(profile);
        missingJournal.done(profile);
      });
      findings.push(
        exactly('control, no damage: records there', none.held, sound.held),
        exactly('control, no damage: told', none.told, NOTHING_TOLD),
        exactly('control, both stores missing: lost records', String(hasLost(both)), 'true'),
        exactly('control, both stores missing: new computer', String(isNew(both)), 'false'),
      );
      return [...findings, ...(await untold(extension, tried))];
    } finally {
      await sound.ground.remove();
    }
  },
};

/** The control for the reports: nothing is lost there either. */
async function untold(
  extension: string,
  tried: (what: string, done: Damage['done'], from: Sound) => Promise<Outcome>,
): Promise<readonly Finding[]> {
  const build = untellingBuild(extension);
  try {
    const sound = await filled(build.dir, FEW_SAVES);
    try {
      const what = 'control, a build that tells nothing';
      const outcome = await tried(what, missingPages.done, sound);
      return [
        exactly(`${what}: records there`, outcome.held, sound.held),
        exactly(`${what}: told`, outcome.told, NOTHING_TOLD),
      ];
    } finally {
      await sound.ground.remove();
    }
  } finally {
    build.remove();
  }
}

function tellsNothing(outcome: Outcome): boolean {
  return outcome.told === NOTHING_TOLD;
}

function hasLost({ held, of }: Outcome): boolean {
  return held !== of;
}

function isNew({ held }: Outcome): boolean {
  return String(held).includes(TAKEN_FOR_NEW);
}

/** Opens a damaged copy, reads every batch, counts; then again, since some damage only shows at the second start. */
async function lookedAt(
  { ground, extension, held: of }: Sound,
  done: Damage['done'],
): Promise<Outcome> {
  const profile = mkdtempSync(join(tmpdir(), 'damage-'));
  const codes = new Set<string>();
  const held = new Set<number | string>();
  try {
    cpSync(ground.profile, profile, { recursive: true });
    done(profile);
    for (let start = 1; start <= 2; start += 1) {
      const { officer, page } = await openVault({ ...ground, profile }, extension);
      const records = (await askKeeper(page, 'query', 'subject', {})) as readonly unknown[];
      held.add(records.length);
      await askKeeper(page, 'audit');
      for (const end = performance.now() + TOLD_WITHIN_MS; performance.now() < end; ) {
        const { notices } = (await askKeeper(page, 'join')) as Told;
        // The notice that no backup was made yet is not about damage.
        for (const { code } of notices) if (code !== 'backup-due') codes.add(code);
        if (codes.size > 0) break;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      await officer.close();
    }
  } catch (error) {
    held.add(`did not open: ${String(error).slice(0, 160)}`);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  const [first = 0, ...others] = held;
  return {
    held: others.length === 0 ? first : [...held].join(', then '),
    told: codes.size === 0 ? NOTHING_TOLD : [...codes].join(', '),
    of,
  };
}

interface Told {
  readonly notices: readonly { readonly code: string }[];
}

async function filled(extension: string, { many, later }: typeof SAVES): Promise<Sound> {
  const ground = await newGround(extension);
  for (let start = 0; start < 2; start += 1) {
    const { officer, page } = await openVault(ground, extension);
    for (let save = 0; save < many; save += 1)
      await askKeeper(page, 'commit', crypto.randomUUID(), saved(SUBJECTS));
    for (let save = 0; save < later; save += 1)
      await askKeeper(page, 'commit', crypto.randomUUID(), saved(1));
    // Upkeep waits for a pause after many saves, and the files to be damaged do not exist before it.
    await until('the heads are compacted', () => hasHeads(page));
    await officer.close();
  }
  return { ground, extension, held: 2 * (many * SUBJECTS + later) };
}

/** The condition without which no keeper accepts a statement about a person’s needs. */
const CONDITION = {
  what: 'subject.communicationNeeds',
  regime: 'part3',
  condition: 'part3-safeguarding',
  whyNecessary: 'Letters, to fill a file.',
  decidedOn: '2026-11-24',
};

function saved(many: number): unknown {
  const changes = Array.from({ length: many }, () => {
    const record = crypto.randomUUID();
    const letters = Buffer.from(crypto.getRandomValues(new Uint8Array(LETTERS / 2)));
    return {
      kind: 'subject',
      record,
      parents: [],
      set: {
        id: record,
        name: `Subject ${basename(record)}`,
        communicationNeeds: letters.toString('hex'),
        processingConditions: [CONDITION],
        aliases: [],
        addresses: [],
        schools: [],
        phones: [],
        emails: [],
        categories: [],
      },
    };
  });
  return { changes, reason: 'case-work' };
}
