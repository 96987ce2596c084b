/** A text that goes out of the sealed records: what every such form says, and what it says of each text. */
export const textExport = {
  'text-export.why':
    'This makes a copy outside the sealed records. Say where it is going: it is logged as a disclosure.',
  'text-export.save': 'Save as text',
  'text-export.off-clipboard': 'It is taken off the clipboard after a minute.',
  'text-export.not-copied': 'The browser did not let it be copied. Save it as text instead.',
  'text-export.notice.title': 'Copy or save the notice',
  'text-export.notice.copy': 'Copy the notice',
  'text-export.notice.copied': 'The notice was copied and the disclosure logged',
  'text-export.notice.saved': 'The notice was saved and the disclosure logged',
  'text-export.reply.title': 'Copy or save the reply',
  'text-export.reply.copy': 'Copy the reply',
  'text-export.reply.copied': 'The reply was copied and the disclosure logged',
  'text-export.reply.saved': 'The reply was saved and the disclosure logged',
  'print.why':
    'This makes a copy outside the sealed records. Say where it is going and by which legal gateway: a print is logged as a disclosure.',
  'print.go': 'Print',
  'print.done': 'The disclosure was logged and the page sent to print',
} as const;
