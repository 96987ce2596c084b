/** The site's own settings of Roundcube: a database file, its mail server, and no server for sending. */

export interface SiteConfig {
  /** Absolute path; it writes only below it. */
  readonly folder: string;
  readonly imapPort: number;
}

/** Roundcube seals the session's password with it, in a database that lives as long as the suite. */
const SESSION_KEY = 'kept-for-one-suite-only-';

/** @returns PHP, as `config.inc.php` */
export function siteConfig({ folder, imapPort }: SiteConfig): string {
  const settings: Readonly<Record<string, string | boolean | readonly string[]>> = {
    db_dsnw: `sqlite:///${folder}/webmail.sqlite?mode=0600`,
    imap_host: `127.0.0.1:${imapPort}`,
    // No server listens there.
    smtp_host: '127.0.0.1:1',
    mail_domain: 'example.org',
    product_name: 'Webmail',
    des_key: SESSION_KEY,
    plugins: [],
    skin: 'elastic',
    language: 'en_GB',
    timezone: 'Europe/London',
    date_format: 'd/m/Y',
    date_long: 'd/m/Y H:i',
    prettydate: false,
    prefer_html: true,
    layout: 'widescreen',
    temp_dir: `${folder}/temp`,
    log_dir: `${folder}/logs`,
    enable_installer: false,
  };
  const written = JSON.stringify(JSON.stringify(settings)).replaceAll('$', '\\$');
  return `<?php\n$config = json_decode(${written}, true);\n`;
}
