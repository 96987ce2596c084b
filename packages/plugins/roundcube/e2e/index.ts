/**
 * A real Roundcube from Debian's packages with a mail server behind it, for suites: seeded, and removed when it is
 * stopped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, type KeptSystem, keepSystem } from '../../e2e/kept-system.ts';
import { dovecotConfig } from './dovecot-config.ts';
import { CONTACT, MESSAGES, OFFICER } from './seed.ts';
import { siteConfig } from './site-config.ts';

type Shown = Readonly<Record<string, readonly string[]>>;

export interface WebmailMessage {
  /** Its number in the inbox. */
  readonly uid: number;
  readonly subject: string;
  /** The page that shows only this message. */
  readonly url: string;
  /** The case as shown on the page, by field path. */
  readonly shown: Shown;
}

export interface Roundcube {
  /** URL without a trailing slash. */
  readonly url: string;
  readonly officer: { readonly name: string; readonly password: string };
  /** The list of messages, with a preview next to it. */
  readonly inboxUrl: string;
  readonly messages: Readonly<Record<keyof typeof MESSAGES, WebmailMessage>>;
  /** The address book, with its one contact in a list. */
  readonly contact: { readonly url: string; readonly name: string; readonly shown: Shown };
  stop(): Promise<void>;
}

const PAGES = '/var/lib/roundcube/public_html';
const DEFAULTS = ['/etc/roundcube/defaults.inc.php', '/etc/roundcube/mimetypes.php'];

/**
 * Takes some seconds.
 *
 * @throws {Error} when the packages are not installed, or when it does not start; the message includes its output
 */
export async function startRoundcube(): Promise<Roundcube> {
  if (!existsSync(PAGES)) throw new Error('Roundcube is not installed: pnpm e2e:systems');
  const system = await keepSystem('roundcube');
  try {
    return await start(system);
  } catch (error) {
    await system.stop();
    throw error;
  }
}

async function start(system: KeptSystem): Promise<Roundcube> {
  const { folder, user, group } = system;
  const imapPort = await freePort();
  for (const name of ['run', 'temp', 'logs', 'home/Maildir/new', 'home/Maildir/tmp'])
    system.makeFolder(name);
  // A mail server numbers delivered messages in the order of the files' names.
  Object.values(MESSAGES).forEach(({ source }, place) => {
    system.write(`home/Maildir/cur/${1_769_500_000 + place}.M${place}.example:2,S`, source);
  });
  const { password } = OFFICER;
  const dovecot = dovecotConfig({ folder, port: imapPort, user, group, password });
  system.serve('dovecot', 'dovecot', ['-F', '-c', system.write('dovecot.conf', dovecot)]);

  for (const file of DEFAULTS)
    system.write(`config/${file.split('/').at(-1)}`, readFileSync(file, 'utf8'));
  system.write('config/config.inc.php', siteConfig({ folder, imapPort }));
  const env = { ROUNDCUBE_CONFIG_DIR: join(folder, 'config'), PHP_CLI_SERVER_WORKERS: '3' };
  const script = readFileSync(join(import.meta.dirname, 'seed.php'), 'utf8');
  const seed = system.write('seed.php', script);
  system.run('php', [seed, OFFICER.name, system.write('contact.vcf', CONTACT.vcard)], { env });

  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  system.serve('roundcube', 'php', ['-S', `127.0.0.1:${port}`, '-t', PAGES], env);
  await system.answers(`${url}/`);

  const message = (key: keyof typeof MESSAGES): WebmailMessage => {
    const uid = Object.keys(MESSAGES).indexOf(key) + 1;
    const { subject, shown } = MESSAGES[key];
    return { uid, subject, url: `${url}/?_task=mail&_mbox=INBOX&_uid=${uid}&_action=show`, shown };
  };
  return {
    url,
    officer: OFFICER,
    inboxUrl: `${url}/?_task=mail&_mbox=INBOX`,
    messages: { form: message('form'), forward: message('forward') },
    contact: { url: `${url}/?_task=addressbook`, name: CONTACT.name, shown: CONTACT.shown },
    stop: () => system.stop(),
  };
}
