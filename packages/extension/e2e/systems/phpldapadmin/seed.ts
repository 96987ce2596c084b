/** The contents of the directory: two young people, and a referrer. Everyone is fictional. */

export const BASE = 'dc=records,dc=example';

/** The account that the suite signs in with, by its name in the directory. */
export const OFFICER = {
  name: `cn=r.thackeray,${BASE}`,
  password: 'orchard-lamp-practice',
} as const;

/** Attributes of the directory with this site's labels for them. */
export const SHOWN_AS: Readonly<Record<string, string>> = {
  cn: 'Full name',
  givenName: 'Forename',
  sn: 'Surname',
  title: 'Date of birth',
  employeeNumber: 'URN',
  street: 'Street',
  l: 'Town',
  postalCode: 'Post code',
  homePhone: 'Home phone',
  mobile: 'Mobile',
  telephoneNumber: 'Work telephone',
  mail: 'Email',
  uid: 'Online handle',
  description: 'Notes',
  o: 'School',
};

type Attributes = Readonly<Record<string, string | readonly string[]>>;

/** People with their unit and attributes. */
export const PEOPLE = {
  tegan: {
    unit: 'nominals',
    about: {
      cn: 'Tegan Ashdown',
      sn: 'Ashdown',
      givenName: 'Tegan',
      title: '05/09/2008',
      employeeNumber: 'CC/2026/0911',
      street: '3 Lanternwick Row',
      l: 'Marrowby',
      postalCode: 'ZZ99 7TK',
      homePhone: '01632 960480',
      mobile: '07700 900587',
      mail: 't.ashdown@example.org',
      uid: ['teg_ash', 'ashdown.t'],
      o: 'Larkrise Vale School (invented)',
      description: 'Ring the school before a visit.',
    },
  },
  corin: {
    unit: 'nominals',
    about: {
      cn: 'Corin Mallory',
      sn: 'Mallory',
      givenName: 'Corin',
      homePhone: '01632 960511',
      mobile: '07700 900611',
      mail: 'c.mallory@example.org',
    },
  },
  /** A person with almost no data: the rest is for the officer to fill in. */
  empty: { unit: 'nominals', about: { cn: 'Sorrel Quince', sn: 'Quince' } },
  lead: {
    unit: 'referrers',
    about: {
      cn: 'Halima Dewhurst',
      sn: 'Dewhurst',
      givenName: 'Halima',
      telephoneNumber: '01632 960318',
      mail: 'h.dewhurst@example.org',
    },
  },
} as const satisfies Readonly<
  Record<string, { readonly unit: 'nominals' | 'referrers'; readonly about: Attributes }>
>;

/** The name of an entry in the directory. */
export function nameOf({ unit, about }: (typeof PEOPLE)[keyof typeof PEOPLE]): string {
  return `cn=${about.cn},ou=${unit},${BASE}`;
}

/** The whole directory, as LDIF. */
export function ldif(): string {
  const entry = (dn: string, attributes: Attributes): string =>
    [
      `dn: ${dn}`,
      ...Object.entries(attributes).flatMap(([name, values]) =>
        [values].flat().map((value) => `${name}: ${value}`),
      ),
    ].join('\n');
  const unit = (ou: string): string =>
    entry(`ou=${ou},${BASE}`, { objectClass: 'organizationalUnit', ou });
  return [
    entry(BASE, { objectClass: ['dcObject', 'organization'], o: 'Records bureau', dc: 'records' }),
    unit('nominals'),
    unit('referrers'),
    ...Object.values(PEOPLE).map((person) =>
      entry(nameOf(person), { objectClass: 'inetOrgPerson', ...person.about }),
    ),
  ].join('\n\n');
}
