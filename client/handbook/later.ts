/** The parts of the handbook that are not seen at first, as one file. */
export { BallotsTab } from './ballots-tab.tsx';
export { DocumentsTab } from './documents-tab.tsx';
export { EntryForm } from './entry-form.tsx';
export { OwnTab } from './own-tab.tsx';
