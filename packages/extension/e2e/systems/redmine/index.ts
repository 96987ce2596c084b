/**
 * A real Redmine from Debian's packages, which puts the month first: its own database and port, seeded, gone when it is
 * stopped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, type KeptSystem, keepSystem } from '../../../../plugins/e2e/kept-system.ts';
import { ISSUES, OFFICER, SEED } from './seed.ts';

type IssueKey = keyof typeof ISSUES;

export interface RedmineIssue {
  /** The page that displays it, with the form that changes it hidden below. */
  readonly url: string;
  readonly editUrl: string;
  /** The seeded values, by field name. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface Redmine {
  /** URL without a trailing slash. */
  readonly url: string;
  readonly officer: { readonly name: string; readonly password: string };
  readonly issues: Readonly<Record<IssueKey, RedmineIssue>>;
  /** Page with one issue per row, with names, birth dates and telephone numbers as its columns. */
  readonly listUrl: string;
  /** Puts one more field before all the others, as the tracker's administrator would. */
  addsField(name: string): void;
  stop(): Promise<void>;
}

const HOME = '/usr/share/redmine';
/** Relative path from its folder of instances up to the root of the disk. */
const UP = '../../../../..';

/**
 * Takes half a minute.
 *
 * @throws {Error} when the packages are not installed, or when it does not start; the message includes its output
 */
export async function startRedmine(): Promise<Redmine> {
  if (!existsSync(HOME)) throw new Error('Redmine is not installed: pnpm e2e:systems');
  const system = await keepSystem('redmine');
  try {
    return await start(system);
  } catch (error) {
    await system.stop();
    throw error;
  }
}

interface Numbers {
  readonly issues: Readonly<Record<IssueKey, number>>;
  readonly fields: Readonly<Record<string, number>>;
}

async function start(system: KeptSystem): Promise<Redmine> {
  const { folder } = system;
  for (const name of ['tmp', 'log', 'files', 'plugins', 'public/assets'])
    system.makeFolder(`instance/${name}`);
  system.write('instance/config/secret_key.txt', 'kept-for-one-suite-only-'.repeat(3));
  system.write('instance/config/database.yml', 'production:\n  adapter: sqlite3\n');
  // The machine's Gemfile names the database of its own instance, and not the server.
  const gems = `eval_gemfile '${HOME}/Gemfile'\ngem 'sqlite3'\ngem 'puma'\n`;
  const env = {
    BUNDLE_GEMFILE: system.write('Gemfile', gems),
    BUNDLE_DISABLE_EXEC_LOAD: '1',
    DATABASE_URL: `sqlite3:${join(folder, 'redmine.sqlite')}`,
    RAILS_ENV: 'production',
    REDMINE_INSTANCE: `${UP}${join(folder, 'instance')}`,
    // File for the dump of its table schema.
    SCHEMA: '/dev/null',
    SEED: system.write('seed.json', JSON.stringify(SEED)),
  };
  const rails = (...args: string[]): string =>
    system.run('ruby', ['-C', HOME, 'bin/rails', ...args], { env });
  rails('db:migrate');
  const copies = (name: string, to: string): string =>
    system.write(to, readFileSync(join(import.meta.dirname, name), 'utf8'));
  copies('lookup-plugin.rb', 'instance/plugins/lookup/init.rb');
  const printed = rails('runner', copies('seed.rb', 'seed.rb'));
  const { issues, fields } = JSON.parse(printed.trim().split('\n').at(-1) ?? '') as Numbers;

  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const listens = ['-e', 'production', '-b', `tcp://127.0.0.1:${port}`, '-t', '1:4'];
  system.serve('redmine', 'puma', [...listens, '--dir', HOME, join(HOME, 'config.ru')], env);
  await system.answers(`${url}/login`);

  const issue = (key: IssueKey): RedmineIssue => ({
    url: `${url}/issues/${issues[key]}`,
    editUrl: `${url}/issues/${issues[key]}/edit`,
    fields: ISSUES[key].fields,
  });
  const columns = ['Surname', 'Forenames', 'Date of birth', 'Home phone', 'Email address'];
  const shows = columns.map((name) => `&c[]=cf_${fields[name]}`).join('');
  return {
    url,
    officer: OFFICER,
    issues: { doubtful: issue('doubtful'), plain: issue('plain') },
    listUrl: `${url}/projects/${SEED.project.identifier}/issues?set_filter=1${shows}`,
    addsField(name) {
      const made = `IssueCustomField.create!(name: ${JSON.stringify(name)}, field_format: 'string', is_for_all: true, visible: true, tracker_ids: [Tracker.first.id]).update!(position: 1)`;
      rails('runner', made);
    },
    stop: () => system.stop(),
  };
}
