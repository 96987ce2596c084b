/** A small case file, as the papers are written from. */
export const caseFile = {
  preparedOn: '2026-11-24',
  officer: { name: 'Rowan Adeyemi', force: '42' },
  subject: {
    name: 'Taz Vael',
    aliases: ['Tazza'],
    bornOn: '2009-03-14',
    addresses: [{ lines: '2 Saltmarsh Lane', postcode: 'ZZ99 3VZ', notedOn: '2026-11-02' }],
    schools: [{ name: 'Quill Academy', notedOn: '2026-11-02' }],
    phones: ['07700 900123'],
    emails: ['taz.vael@example.org'],
  },
  referral: {
    reference: 'CC-2026-0041',
    otherReferences: ['MASH-77'],
    receivedOn: '2026-11-03',
    status: 'accepted',
    suspectedOffences: ['Unauthorised access to computer material'],
    lawMentioned: ['Computer Misuse Act 1990'],
    incidentDates: ['2026-10-01'],
    statedRisk: 'High',
    narrative: 'His mother rang: he had the marks of the whole year.',
  },
  referrer: { name: 'P. Okafor', role: 'Mother', organisation: 'Brightwater', kind: 'parent' },
  onlineIdentifiers: [{ platform: 'discord', asSeen: 'tAz_99', firstSeenOn: '2026-11-02' }],
  interventions: [
    {
      heldOn: '2026-11-20',
      kind: 'home-visit',
      mode: 'in-person',
      minutes: 45,
      outcome: 'refused',
    },
  ],
  decisions: [
    { decidedOn: '2026-11-05', outcome: 'accept', reason: 'The logs show an intrusion.' },
  ],
  sources: [
    { system: 'Practice RMS', capturedAt: '2026-11-04T09:05:00.000Z', capturedBy: 'Rowan' },
  ],
};
