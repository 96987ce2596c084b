/** Files attached to a person’s record. */
export const files = {
  'files.section': 'Files',
  'files.attach': 'Attach a file',
  'files.attach.intro':
    'The files are sealed with the record of {name}. Attach only what is about this person.',
  'files.attach.submit': {
    one: 'Attach 1 file to {name}',
    other: 'Attach {count} files to {name}',
  },
  'files.attach.submit.none': 'Attach to {name}',
  'files.attached': {
    one: '1 file was attached to the record of {name}',
    other: '{count} files were attached to the record of {name}',
  },
  'files.choose': 'Choose or drop files',
  'files.choose.hint':
    'PDF, pictures, text, Word, Excel and PowerPoint, up to {most} each. A file is kept once you attach it: after a lock, choose it again.',
  'files.choose.drop': 'You can also drop files here',
  'files.chosen.one': 'File {nth}: {name}',
  'files.reading': 'Reading {name}',
  'files.remove': 'Take out',
  'files.what.missing': 'Select what {name} is',
  'files.name.missing': 'Enter a name for the file',
  'files.choose.missing': 'Choose a file',
  'files.wait': 'Wait until every file has been read, then attach them',
  'files.not-read':
    '{name} could not be read. It may be a folder, or it was moved or changed. Choose it again.',
  'files.too-many': 'Attach at most {most} files at once. The others were left out.',
  'files.facts': '{type}, {size}',
  'files.facts.place': '{type}, {size}. The file itself says where the picture was taken.',
  'files.none': 'No files are attached.',
  'files.meta': 'Received on {on}, {size}, from {from}',
  'files.look': 'Look',
  'files.give': 'Give out',
  'files.correct': 'What is this?',
  'files.correct.title': 'Put right what a file is',
  'files.correct.said': 'What the file is was put right',
  'files.withdraw': 'Withdraw',
  'files.withdraw.ask': 'Withdraw {what} from the record of {name}?',
  'files.withdraw.why':
    'It is no longer shown, found or given out. Until the case is disposed of, it stays sealed with its history.',
  'files.withdrawn': 'The file was withdrawn from the record of {name}',
  'files.opening': 'Opening the file',
  'files.gone': 'This file is not on this computer any longer. Restoring a backup brings it back.',
  'files.not-shown': 'This file cannot be shown. {why}',
  'files.not-drawn': 'The picture cannot be drawn: its file may be damaged.',
  'files.logged': 'That you looked at it is logged.',
  'files.shown.picture': 'Shown as a picture, drawn again. Nothing in the file runs.',
  'files.shown.text': 'Shown as plain text. Nothing in it runs, and no link opens.',
  'files.shown.not':
    'A {type} file is not opened here, since it could run or call home. Give it out to open it in another program.',
  'files.text.part': 'The first {count} characters are shown.',
  'files.hide': 'Close the file',
  'files.kept': 'Kept as',
  'files.give.title': 'Give out {what}',
  'files.give.why':
    'A copy leaves the sealed records. To whom, and why, is logged first. Its name does not say whose it is.',
  'files.give.warning':
    'A {type} file can do more than show words: it can hold links, scripts and its own history. Open it only on a computer that is kept up to date.',
  'files.give.bare':
    'Only the picture is given: where, when and with what it was taken is left out of the file.',
  'files.give.place': 'The file says where the picture was taken.',
  'files.give.whole': 'Give the whole file, with everything else that is in it',
  'files.give.not-bare': 'Nothing can be left out of this file. Give it whole, or do not give it.',
  'files.give.press': 'Log it and save the file',
  'files.given': '{what} was saved as a file',
  'files.close': 'Do not give it out',
} as const;
