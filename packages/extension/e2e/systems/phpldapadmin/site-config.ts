/** The settings of both servers: a directory with its files in one folder, and the pages that show it. */
import { BASE, OFFICER, SHOWN_AS } from './seed.ts';

/** @param folder - absolute, like all paths here */
export function directoryConfig(folder: string): string {
  const schema = (name: string): string => `include /etc/ldap/schema/${name}.schema`;
  return `${['core', 'cosine', 'inetorgperson'].map(schema).join('\n')}
pidfile ${folder}/slapd.pid
modulepath /usr/lib/ldap
moduleload back_mdb
database mdb
suffix "${BASE}"
rootdn "${OFFICER.name}"
rootpw ${OFFICER.password}
directory ${folder}/directory
`;
}

/** @param port - of the directory, on the loopback address. @returns PHP, as `config.php` */
export function pagesConfig(port: number): string {
  const server = [
    ['server', 'name', 'Nominal index'],
    ['server', 'host', '127.0.0.1'],
    ['server', 'port', port],
    ['server', 'base', [BASE]],
    ['login', 'auth_type', 'session'],
  ] as const;
  return `<?php
$config->custom->session['blowfish'] = 'kept-for-one-suite-only-and-no-longer';
$config->custom->appearance['hide_template_warning'] = true;
$config->custom->appearance['friendly_attrs'] = ${php(SHOWN_AS)};
$servers = new Datastore();
$servers->newServer('ldap_pla');
${server.map((setting) => `$servers->setValue(${setting.map(php).join(', ')});`).join('\n')}
`;
}

/** The value as a PHP expression. */
function php(value: unknown): string {
  const written = JSON.stringify(JSON.stringify(value)).replaceAll('$', '\\$');
  return `json_decode(${written}, true)`;
}
