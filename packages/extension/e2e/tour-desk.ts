/** The screens that the workspace alone has: the audit, backups, files between officers, definition packs. */
import { day, instant, signedPack, testIssuer, written } from '../src/testing/packs-under-test.ts';
import { chooses, control, goesTo, presses, sees } from './officer.ts';
import { readsFile, type Tour } from './tour.ts';
import { choosesFirst, opensAll, typesIfEmpty } from './tour-controls.ts';

/** The audit, with the checkpoint that was just exported. Only the workspace has it. */
export async function toursAudit({ page, visit }: Tour): Promise<void> {
  await goesTo(page, 'Audit trail');
  await control(page, 'Show one kind of action');
  await presses(page, 'Export a checkpoint');
  await sees(page, 'There is a problem');
  await visit('audit');
  await choosesFirst(page, 'Where is it going?');
  await choosesFirst(page, 'Why is it disclosed?');
  await typesIfEmpty(page, 'Who receives it?', 'Brackenfield supervisor');
  await presses(page, 'Export a checkpoint');
  await sees(page, 'Checkpoint at sequence');
  await visit('audit-checkpoint');
}

/** The backup screen, with too little input. Only the workspace has it. */
export async function toursBackup({ page, visit }: Tour): Promise<void> {
  await goesTo(page, 'Backup');
  await sees(page, 'What you lose if you remove the toolkit');
  await presses(page, 'Check the backup');
  await sees(page, 'There is a problem');
  await visit('backup');
}

/** Files between officers, with too little input. Only the workspace has it. */
export async function toursExchange({ page, visit }: Tour): Promise<void> {
  await goesTo(page, 'Share with a colleague');
  await sees(page, 'Take in a file from a colleague');
  await presses(page, 'Make the file');
  await sees(page, 'There is a problem');
  await visit('exchange');
}

const REFERRALS = [
  'Name,DOB,Telephone,What happened,Favourite colour',
  'Ottoline Brackwater,05/04/2010,07700 900123,Shared a log-in with two others,red',
  'Tobias Wren,25/12/2011,ring school,,',
  'Tobias Wren,25/12/2011,ring school,,',
  ',31/02/2011,07700 900124,Guessed a password,',
  'Cordelia Ashgrove,30/06/2012,,,',
].join('\n');

/** A file of referrals: the choice of it, and its rows. Only the workspace has it. */
export async function toursBringIn({ page, visit }: Tour): Promise<void> {
  await goesTo(page, 'Bring in a file');
  await sees(page, 'Spreadsheet (CSV)');
  await presses(page, 'Read the file');
  await sees(page, 'There is a problem');
  await visit('bring-in');
  await readsFile(page, 'Choose or drop a file', 'referrals-autumn.csv', REFERRALS);
  await sees(page, 'Chosen: referrals-autumn.csv');
  await presses(page, 'Read the file');
  await sees(page, '5 referrals');
  await visit('bring-in-rows');
  await opensAll(page);
  await visit('bring-in-columns');
  await presses(page, 'Read the file again with these columns');
  await presses(page, 'File several together');
  await sees(page, '4 referrals need your review');
  await visit('bring-in-together');
  await presses(page, 'Back to the rows');
}

/** A pack with one definition that is taken and one that is left out. */
async function examplePack(): Promise<string> {
  const issuer = await testIssuer('Brackenfield cyber unit');
  const limits = written('time-limits', 'our-limits', [
    { id: 'colleague-answer', workingDays: 2, words: 'A colleague is answered in 2 working days' },
  ]);
  const official = { ...limits, id: 'their-limits', standing: 'official' };
  return signedPack(issuer, [limits, official], {
    id: 'brackenfield',
    title: 'Brackenfield pack',
    madeAt: instant('2020-01-02T10:00:00.000Z'),
    from: day('2020-01-02'),
  });
}

/** Definitions in force, and a pack: refused, compared, taken in, set aside. Only the workspace has them. */
export async function toursPacks({ page, visit }: Tour): Promise<void> {
  await goesTo(page, 'Definitions');
  await sees(page, 'No pack has been taken in.');
  await opensAll(page);
  await visit('definitions');
  await presses(page, 'Take in a pack');
  await control(page, 'Choose or drop a file');
  await presses(page, 'Show what it would change');
  await sees(page, 'Choose a file');
  await visit('take-pack');
  await readsFile(page, 'Choose or drop a file', 'brackenfield.json', await examplePack());
  await sees(page, 'Chosen: brackenfield.json');
  await presses(page, 'Show what it would change');
  await sees(page, 'Nobody here has compared its key');
  await visit('take-pack-key');
  await chooses(page, 'They are the same');
  await chooses(page, 'My force’s');
  await presses(page, 'Continue');
  await sees(page, 'Take in this pack');
  await opensAll(page);
  await visit('take-pack-changes');
  await presses(page, 'Take in this pack');
  await sees(page, 'was taken in');
  await presses(page, 'Set aside Brackenfield pack');
  await sees(page, 'Set aside “Brackenfield pack”, version 1, from Brackenfield cyber unit?');
  await opensAll(page);
  await visit('definitions-pack');
  await presses(page, 'Cancel');
}

/** The screen of a file to give out, before anybody is chosen for it. Only the workspace has its entry. */
export async function toursGiveOut({ page, visit }: Tour): Promise<void> {
  await goesTo(page, 'Give out a file');
  await sees(page, 'Choose the people first');
  await visit('give-out');
}
