/** Fictional organisations of the practice caseload. What is written on its records is left to be joined to them. */
import {
  addOrganisation,
  becomeOther,
  closeOrganisation,
  type RecordId,
  type RecordOf,
  renameOrganisation,
} from '@cyber-prevent/core';
import type { CaseDesk } from './case-desk.js';

type Organisation = RecordOf<'organisation'>;

/** A trust with an academy that had another name, a college, and a primary school that closed and merged into it. */
export async function organisations(desk: CaseDesk): Promise<void> {
  const held = async () =>
    (await desk.all()).filter((record) => record.kind === 'organisation') as Parameters<
      typeof addOrganisation
    >[1]['organisations'];
  const adds = async (input: object): Promise<RecordId> =>
    desk.keep(
      addOrganisation(input as Partial<Organisation>, {
        ...desk.context,
        organisations: await held(),
      }),
    );
  const urn = (value: string) => [{ scheme: 'urn', value }];
  const trust = await adds({
    kind: 'trust',
    name: 'Larch and Quay Learning Trust',
    town: 'Testford',
  });
  const academy = await adds({
    kind: 'school',
    name: 'Harrowmere High School',
    town: 'Testford',
    identifiers: urn('999101'),
    partOf: trust,
    contacts: [
      {
        name: 'Ottilie Brandt',
        role: 'Designated safeguarding lead',
        phone: '020 7946 0123',
        from: desk.day(-200),
      },
    ],
  });
  const renamed = { name: 'Harrowmere Academy', until: desk.day(-100) };
  const context = async () => ({ ...desk.context, organisations: await held() });
  await desk.keep(
    renameOrganisation(await desk.get('organisation', academy), renamed, await context()),
  );
  await adds({ kind: 'college', name: 'Tillmarrow College', town: 'Testford' });
  const primary = await adds({
    kind: 'school',
    name: 'Nettlemarsh Primary School',
    town: 'Testford',
    identifiers: urn('999102'),
  });
  await desk.keep(
    closeOrganisation(await desk.get('organisation', primary), desk.day(-30), desk.context),
  );
  const became = {
    becameId: academy,
    becameHow: 'merged',
    becameOn: desk.day(-30),
    becameWhy: 'A letter from the trust to parents.',
  };
  await desk.keep(becomeOther(await desk.get('organisation', primary), became, await context()));
}
