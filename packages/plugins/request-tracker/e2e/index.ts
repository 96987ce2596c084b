/**
 * A real Request Tracker 5 from Debian's packages, for suites: its own database and port, seeded, and removed when it
 * is stopped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, type KeptSystem, keepSystem } from '../../e2e/kept-system.ts';
import { LEAD, OFFICER, SEED, TICKETS } from './seed.ts';
import { siteConfig } from './site-config.ts';

export { INTERVENTION_FIELDS, INTERVENTION_KINDS } from './seed.ts';

type TicketKey = keyof typeof TICKETS;
type Shown = Readonly<Record<string, readonly string[]>>;

export interface TrackerTicket {
  readonly number: number;
  readonly subject: string;
  /** The page that displays it. */
  readonly url: string;
  /** The page on which an officer writes to the requestor. */
  readonly replyUrl: string;
  /** The form that changes the whole ticket. */
  readonly editUrl: string;
  /** The thread on a separate page. */
  readonly historyUrl: string;
  /** The case as shown on the page, by field path. */
  readonly shown: Shown;
}

export interface RequestTracker {
  /** URL without a trailing slash. */
  readonly url: string;
  readonly officer: { readonly name: string; readonly password: string };
  readonly tickets: Readonly<Record<TicketKey, TrackerTicket>>;
  /** The summary of the person who wrote in. */
  readonly requestor: { readonly url: string; readonly shown: Shown };
  /** All mail that it would have sent so far, one after another; none of it leaves the machine. */
  outbox(): string;
  stop(): Promise<void>;
}

const SERVER = '/usr/share/request-tracker5/libexec/rt-server';

/**
 * Takes some seconds.
 *
 * @throws {Error} when the packages are not installed, or when it does not start; the message includes its output
 */
export async function startRequestTracker(): Promise<RequestTracker> {
  if (!existsSync(SERVER)) throw new Error('Request Tracker is not installed: pnpm e2e:systems');
  const system = await keepSystem('request-tracker');
  try {
    return await start(system);
  } catch (error) {
    await system.stop();
    throw error;
  }
}

interface Numbers {
  readonly tickets: Readonly<Record<TicketKey, number>>;
  readonly lead: number;
}

async function start(system: KeptSystem): Promise<RequestTracker> {
  const { folder } = system;
  for (const name of ['mason', 'session']) system.makeFolder(name);
  const port = await freePort();
  const env = {
    RT_SITE_CONFIG: system.write('site-config.pm', siteConfig({ folder, port })),
    // The machine's own settings are for another system.
    RT_SITE_CONFIG_DIR: join(folder, 'none'),
  };
  system.run('rt-setup-database-5', ['--action', 'init', '--skip-create'], { env });
  const script = readFileSync(join(import.meta.dirname, 'seed.pl'), 'utf8');
  const printed = system.run(
    'perl',
    [system.write('seed.pl', script), system.write('seed.json', JSON.stringify(SEED))],
    { env },
  );
  const { tickets: numbers, lead } = JSON.parse(printed) as Numbers;

  const url = `http://127.0.0.1:${port}`;
  const listens = ['--host', '127.0.0.1', '--port', String(port)];
  system.serve('server', SERVER, ['--server', 'Starlet', ...listens, '--max-workers', '3'], env);
  await system.answers(`${url}/`);

  const ticket = (key: TicketKey): TrackerTicket => {
    const number = numbers[key];
    const { subject, shown } = TICKETS[key];
    return {
      number,
      subject,
      url: `${url}/Ticket/Display.html?id=${number}`,
      replyUrl: `${url}/Ticket/Update.html?id=${number}&Action=Respond`,
      editUrl: `${url}/Ticket/ModifyAll.html?id=${number}`,
      historyUrl: `${url}/Ticket/History.html?id=${number}`,
      shown,
    };
  };
  return {
    url,
    officer: { name: OFFICER.name, password: OFFICER.password },
    tickets: { referral: ticket('referral'), byMail: ticket('byMail') },
    requestor: {
      url: `${url}/User/Summary.html?id=${lead}`,
      shown: { 'referrer.name': [LEAD.realName], 'referrer.email': [LEAD.email] },
    },
    outbox: () => {
      const file = join(folder, 'outbox');
      return existsSync(file) ? readFileSync(file, 'utf8') : '';
    },
    stop: () => system.stop(),
  };
}
