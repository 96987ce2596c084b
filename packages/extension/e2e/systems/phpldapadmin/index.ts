/**
 * A real phpLDAPadmin from Debian's packages with a directory behind it: its own files and ports, seeded, gone when it
 * is stopped.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, type KeptSystem, keepSystem } from '../../../../plugins/e2e/kept-system.ts';
import { BASE, ldif, nameOf, OFFICER, PEOPLE } from './seed.ts';
import { directoryConfig, pagesConfig } from './site-config.ts';

type PersonKey = keyof typeof PEOPLE;

export interface DirectoryEntry {
  /** The form that shows and changes it. */
  readonly url: string;
  readonly about: Readonly<Record<string, string | readonly string[]>>;
}

export interface PhpLdapAdmin {
  /** URL without a trailing slash. */
  readonly url: string;
  readonly officer: { readonly name: string; readonly password: string };
  readonly people: Readonly<Record<PersonKey, DirectoryEntry>>;
  /** Page for a new entry: its kind is chosen there. */
  readonly newUrl: string;
  /** Page with everyone of one unit, a person per row. */
  readonly listUrl: string;
  /** The directory's current data of an entry, as LDIF. */
  held(person: PersonKey): string;
  stop(): Promise<void>;
}

const HOME = '/usr/share/phpldapadmin';
const PARTS = ['htdocs', 'lib', 'locale', 'queries', 'templates', 'hooks', 'VERSION'];
const NOMINALS = `ou=nominals,${BASE}`;
/** The search that lists everyone in a table. */
const LIST = new URLSearchParams({
  cmd: 'query_engine',
  server_id: '1',
  query: 'none',
  format: 'table',
  showresults: 'na',
  base: NOMINALS,
  scope: 'sub',
  filter: 'objectClass=inetOrgPerson',
  display_attrs: 'cn,homephone,mobile,mail',
  orderby: 'cn',
  size_limit: '50',
  search: 'Search',
});
/** With a PHP newer than the pages, they print deprecation warnings. */
const QUIET = ['-d', 'error_reporting=0', '-d', 'display_errors=0'];

/**
 * Takes some seconds.
 *
 * @throws {Error} when the packages are not installed, or when it does not start; the message includes its output
 */
export async function startPhpLdapAdmin(): Promise<PhpLdapAdmin> {
  if (!existsSync(HOME)) throw new Error('phpLDAPadmin is not installed: pnpm e2e:systems');
  const system = await keepSystem('phpldapadmin');
  try {
    return await start(system);
  } catch (error) {
    await system.stop();
    throw error;
  }
}

async function start(system: KeptSystem): Promise<PhpLdapAdmin> {
  const { folder } = system;
  for (const name of ['directory', 'sessions', 'pages/config']) system.makeFolder(name);
  const config = system.write('slapd.conf', directoryConfig(folder));
  system.run('slapadd', ['-f', config, '-l', system.write('seed.ldif', ldif())]);
  const directoryPort = await freePort();
  const directory = `ldap://127.0.0.1:${directoryPort}`;
  system.serve('slapd', 'slapd', ['-d', '0', '-f', config, '-h', directory]);

  // The pages look for their settings in their own folder, where the present ones belong to the machine.
  for (const part of PARTS) system.run('cp', ['-rL', join(HOME, part), join(folder, 'pages')]);
  system.write('pages/config/config.php', pagesConfig(directoryPort));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const sessions = ['-d', `session.save_path=${join(folder, 'sessions')}`];
  const listens = ['-S', `127.0.0.1:${port}`, '-t', join(folder, 'pages/htdocs')];
  system.serve('pages', 'php', [...QUIET, ...sessions, ...listens], {
    PHP_CLI_SERVER_WORKERS: '3',
  });
  await system.answers(`${url}/index.php`);

  const entry = (key: PersonKey): DirectoryEntry => ({
    url: `${url}/cmd.php?cmd=template_engine&server_id=1&dn=${encodeURIComponent(nameOf(PEOPLE[key]))}`,
    about: PEOPLE[key].about,
  });
  return {
    url,
    officer: OFFICER,
    people: {
      tegan: entry('tegan'),
      corin: entry('corin'),
      empty: entry('empty'),
      lead: entry('lead'),
    },
    newUrl: `${url}/cmd.php?cmd=template_engine&server_id=1&template=none&container=${encodeURIComponent(NOMINALS)}`,
    listUrl: `${url}/cmd.php?${LIST}`,
    held: (person) => system.run('slapcat', ['-f', config, '-s', nameOf(PEOPLE[person])]),
    stop: () => system.stop(),
  };
}
