import type { listsText } from '../vi/lists.ts';
import type { Widened } from '../widened.ts';

const fields: Widened<typeof listsText.fields> = {
  number: 'Number',
  fullName: 'Full name',
  positions: 'Positions',
  category: 'Category',
  homeUnit: 'Unit',
  delegation: 'Delegation',
  bridge: 'Bridge',
  role: 'Role',
  seat: 'Seat',
  name: 'Name',
  shortName: 'Short name',
  parent: 'Parent',
  region: 'Region',
  room: 'Room',
  chair: 'Chair',
  chairPositions: "Chair's positions",
  technician: 'Technician',
  phone: 'Phone',
  start: 'Start',
  end: 'End',
  duration: 'Duration (minutes)',
  title: 'Subject',
  presenter: 'Presenter',
  kind: 'Kind',
};

const readerDied: Readonly<Record<string, string>> & { readonly other: string } = {
  'too-much-memory':
    'The file is too heavy to read; nothing was written. Please save it as CSV or split it into several files.',
  'took-too-long':
    'Reading the file took too long and was stopped; nothing was written. Please split it into several files.',
  other: 'The reading broke off and nothing was written. Please import the file again.',
};

const fileFaults: Widened<typeof listsText.fileFaults> = {
  'file-empty': () => 'The file has no rows. Please check it and choose again.',
  'file-too-large': ({ limit }) =>
    `The file is too large${limit === undefined ? '' : ` (at most ${limit})`}. Please save it as CSV or divide it.`,
  'file-not-a-table': () => 'The file is not a spreadsheet. Please choose an Excel (.xlsx) or CSV file.',
  'file-type-mismatch': () =>
    'What is in the file does not fit its name. Please open it in Excel, save it as “Excel Workbook (.xlsx)” and import that.',
  'zip-bomb': () =>
    'The file unpacks to far too much and is not read. Please copy the table into a new Excel file, or save it as CSV.',
  'too-many-columns': ({ limit }) =>
    `The table has too many columns${limit === undefined ? '' : ` (at most ${limit})`}. Please keep those that are needed.`,
  'too-many-rows': ({ limit }) =>
    `The table has too many rows${limit === undefined ? '' : ` (at most ${limit})`}. Please save it as CSV or divide it.`,
  'cell-too-long': ({ row, column }) =>
    `A cell is too long${row === undefined ? '' : ` in row ${row}`}${column === undefined ? '' : `, column ${column}`}. Please shorten or remove it in the file.`,
  'encoding-tcvn3': () =>
    'The file is written in TCVN3 (font .VnTime). Please convert it to Unicode with the converter of Unikey (Ctrl+Shift+F6), save it and import it again.',
  'encoding-vni': () =>
    'The file is written in VNI (font VNI-Times). Please convert it to Unicode with the converter of Unikey (Ctrl+Shift+F6), save it and import it again.',
  'encoding-unknown': () =>
    'The letters of the file cannot be read. Please open it in Excel and save it as “CSV UTF-8” or “Excel Workbook (.xlsx)”.',
  'old-excel': () =>
    'This is an old Excel file (.xls). Please open it in Excel, save it as “Excel Workbook (.xlsx)” and import that.',
  'encrypted-excel': () => 'The file has a password. Please open it, remove the password, save it and import it again.',
  'file-damaged': () =>
    'The file is damaged or did not arrive whole. Please open it in Excel, save it and import it again, or ask for it anew.',
  'no-header': () =>
    'No row with the heads of the columns was found. Please write them in one row above the list, as in the template, or say what each column is if the file calls it otherwise.',
  'column-missing': ({ missing }) =>
    `A needed column is missing${missing === undefined ? '' : `: ${missing}`}. Please add it, or say which column it is if the file calls it otherwise.`,
  'too-many-changes': ({ limit }) =>
    `The file changes too many delegates of the list${limit === undefined ? '' : ` (at most ${limit} at once)`}. Please divide it.`,
  'reader-died': ({ cause }) => readerDied[cause ?? ''] ?? readerDied.other,
  'server-restarted': () => 'The server was restarted and nothing was written. Please import the file again.',
};

const rowFaults: Widened<typeof listsText.rowFaults> = {
  'value-missing': 'Empty. Please fill in this cell.',
  'value-too-long': 'Too long. Please shorten it.',
  'value-unreadable': 'Cannot be read. Please write this cell anew.',
  'legacy-letters': 'Letters of an old encoding (TCVN3, VNI). Please type them in Unicode.',
  formula: 'The cell is a formula. Please copy it and paste it as a value.',
  'bridge-unknown': 'The conference has no such bridge. Please add it, or write its name as in the list of bridges.',
  'bridge-ambiguous': 'Several bridges have this name. Please write the full name of the bridge.',
  'parent-unknown': 'No such parent bridge in the file or in the conference. Please add it or correct the name.',
  'name-twice': 'Another row of the file has this name. Please remove one of them or tell them apart.',
  'role-unknown':
    'The role is not known. Please write Chair, Co-chair, Head of delegation or Secretary, or leave it empty.',
  'time-unreadable': 'The time cannot be read. Please write 14:00, and durations in minutes.',
  'too-many-categories': 'Too many different categories. Please write each category in one way.',
};

const home: Widened<typeof listsText.home> = {
  lead: 'Import an Excel (.xlsx) or CSV file. You see it before it is written, and it can be undone afterwards.',
  choose: 'Choose a file…',
  chooseNamed: (list) => `Choose a file to import: ${list}`,
  drop: 'or drop it here',
  template: 'Template',
  templateFile: (list) => `Template ${list}.csv`,
  bridgesFile: 'Bridges to add.csv',
  templateNamed: (list) => `Download the template: ${list}`,
  exportAs: 'Export:',
  exportNamed: (paper, kind) => `Export ${paper} as ${kind}`,
  kinds: { xlsx: 'as Excel', csv: 'as CSV' },
  more: 'Export attendance',
  readOnly: 'Lists are imported by the Secretariat.',
  underway: 'Files in hand',
  noAnswer: 'The server did not tell of the files in hand; it will be asked again.',
  imported: 'Imports so far',
  none: 'Imported files stand here, each with its undo.',
  open: 'Show',
  openNamed: (name) => `Show the file ${name}`,
  imports: (list, time) => `${list}, ${time}`,
  undone: 'undone',
  undoNamed: (name) => `Undo the import of ${name}`,
  isUndone: (name) => `The import of ${name} is undone.`,
};

const wizard: Widened<typeof listsText.wizard> = {
  back: 'Back to the lists',
  title: (list, name) => `“${name}” into: ${list}`,
  steps: { read: '1. Read', look: '2. Look', write: '3. Write' },
  stepsLabel: 'Steps',
  sending: 'The file goes to the server',
  sent: (sent, whole) => `${sent} of ${whole}`,
  sentWhole: 'Sent; the server is taking it in…',
  reading: 'The file is being read',
  read: (rows, sent, whole) => `${rows} rows, ${sent} of ${whole}`,
  waiting: 'About to be read; the server reads one file after another',
  readingHint: 'You may close this window; the reading goes on. Nothing is written yet.',
  sendingHint: 'Please keep this page open until the file is sent. Nothing is written yet.',
  stop: 'Cancel',
  stopNamed: (name) => `Cancel the file ${name}`,
  stopped: (name) => `The file ${name} is cancelled. Nothing was written.`,
  applying: 'Writing into the list…',
  gone: 'This file is no longer there: it was cancelled, it expired, or the server was restarted. Please import it again.',
  failed: 'This file was not imported',
  remove: 'Drop this file',
  another: 'Choose another file…',
  states: {
    ready: 'waits to be seen and written',
    applying: 'being written',
    applied: 'written',
    failed: 'not imported',
    cancelled: 'cancelled',
  },
};

const preview: Widened<typeof listsText.preview> = {
  heading: 'A look at it: nothing is written yet',
  figures: { added: 'New', changed: 'Changed', unchanged: 'As they are', refused: 'Refused' },
  label: 'What is in the file',
  tabs: {
    added: (count) => `New (${count})`,
    changed: (count) => `Changed (${count})`,
    refused: (count) => `Refused (${count})`,
    columns: 'Columns of the file',
  },
  heads: {
    sheet: 'Sheet',
    row: 'Row',
    name: 'Name',
    facts: 'What it says',
    field: 'What',
    before: 'Stands',
    after: 'Will stand',
    column: 'Column',
    value: 'Value',
    reason: 'Why',
  },
  blank: 'empty',
  wholeRow: 'the row',
  firstOf: (shown, all) => `The first ${shown} of ${all}`,
  noneAdded: 'No row would be added.',
  noneChanged: 'No row would change.',
  noneRefused: 'Every row is taken.',
  refusedHint:
    'These rows will not be written. Mend them in the file and import it again; what is written is not written twice.',
  download: 'Download all refused rows (CSV)',
  unknownBridges: (count) => `Names of bridges that the conference does not have: ${count}`,
  unknownBridge: (name, rows) => `${name} (rows: ${rows})`,
  andMore: (count) => `and ${count} more`,
  unknownWayOut:
    'Add these bridges and read again; or write their names in the file as in the list of bridges, and import it again.',
  bridgesTemplate: 'Download these names as a file of bridges',
  readAgain: 'Read the file again',
  newCategories: (count) => `New categories (${count}): `,
  newCategoriesHint: 'If one of them is another spelling of a category that is there, please correct the file.',
  apply: (rows) => `Write ${rows} rows into the list`,
  nothing: 'The file says nothing that the list does not say.',
  nothingTaken: 'No row can be taken. Please see why, correct the file or its columns, and read again.',
};

const columns: Widened<typeof listsText.columns> = {
  hint: 'The columns are understood like this. If one is wrong, choose anew and press “Read again with these columns”.',
  called: 'Column of the file',
  sample: 'Such as',
  means: 'Understood as',
  unused: 'Not used',
  choose: (called) => `Column “${called}” is`,
  sheet: (name, row, rows) => `Sheet “${name}”: heads in row ${row}, ${rows} rows of the list`,
  leftOut: (name) => `Sheet “${name}”: no row of heads was found, so it is left out`,
  table: (row, rows) => `Heads in row ${row}, ${rows} rows of the list`,
  act: 'Read again with these columns',
  asBefore: 'No column is changed',
};

const done: Widened<typeof listsText.done> = {
  heading: 'Written into the list',
  undoneHeading: 'Undone: the list is as it was before',
  counts: ({ added, changed }) => `New ${added}, changed ${changed}.`,
  refused: (count) => `Refused rows, not written: ${count}.`,
  undo: 'Undo',
  undoHint: 'It can be undone until the closing, here or under “Imports so far”.',
  finish: 'Done',
};

const news: Widened<typeof listsText.news> = {
  ready: ({ name, added, changed, refused }) =>
    `The file ${name} has been read: new ${added}, changed ${changed}, refused ${refused}.`,
  applied: (name) => `The file ${name} is written into the list.`,
  failed: (name, sentence) => `The file ${name} was not imported. ${sentence}`,
};

export const listsEnglish: Widened<typeof listsText> = {
  tab: 'Lists',
  lists: { delegates: 'Delegates', bridges: 'Bridges', agenda: 'Programme' },
  papers: {
    delegates: 'the list of delegates',
    bridges: 'the list of bridges',
    agenda: 'the programme',
    attendance: 'attendance by bridge',
    delegations: 'attendance by delegation',
    'check-ins': 'the check-ins',
  },
  fields,
  or: ' or ',
  fileFaults,
  rowFaults,
  home,
  wizard,
  preview,
  columns,
  done,
  news,
  palette: {
    sheet: 'Lists: import and export, Excel and CSV',
    also: 'delegates bridges programme',
  },
};
