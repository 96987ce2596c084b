/** The site's own settings of Request Tracker: a database file, a loopback address, and no mail that leaves. */

export interface SiteConfig {
  /** Absolute path; it writes only below it. */
  readonly folder: string;
  readonly port: number;
}

/** @returns Perl, as `RT_SITE_CONFIG` names it */
export function siteConfig({ folder, port }: SiteConfig): string {
  const inFolder = (path: string): string => quoted(`${folder}/${path}`);
  return `Set($rtname, 'example.org');
Set($Organization, 'example.org');
Set($WebDomain, '127.0.0.1');
Set($WebPort, ${port});
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'error');
Set($Timezone, 'Europe/London');
Set($DateDayBeforeMonth, 1);
Set($DatabaseType, 'SQLite');
Set($DatabaseName, ${inFolder('tracker.sqlite')});
Set($MailCommand, sub {
  open my $outbox, '>>', ${inFolder('outbox')} or die $!;
  $_[0]->print($outbox);
  print $outbox "\\n";
});
$MasonDataDir = ${inFolder('mason')};
$MasonSessionDir = ${inFolder('session')};
1;
`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
