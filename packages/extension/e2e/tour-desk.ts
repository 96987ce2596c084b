/** The screens that the workspace alone has: the audit, backups, files between officers. */
import { control, goesTo, presses, sees } from './officer.ts';
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
  await sees(page, '4 referrals');
  await visit('bring-in-rows');
  await opensAll(page);
  await visit('bring-in-columns');
  await presses(page, 'File several together');
  await sees(page, 'needs your review');
  await visit('bring-in-together');
  await presses(page, 'Back to the rows');
}

/** The screen of a file to give out, before anybody is chosen for it. Only the workspace has its entry. */
export async function toursGiveOut({ page, visit }: Tour): Promise<void> {
  await goesTo(page, 'Give out a file');
  await sees(page, 'Choose the people first');
  await visit('give-out');
}
