import type { ConferenceId } from '../../../../shared/domain/ids.ts';
import { saveFrom } from '../../../parts/csv-file.ts';
import { type ListPaper, PAPER_KINDS, PAPERS, type PaperKind, paperAddress } from '../../../sync/imports.ts';
import { chooseLanguage, LANGUAGE_NAMES, otherLanguage, text } from '../../../text/text.ts';
import { BLANK } from '../blank-commands.ts';
import { registerAddress } from '../floor/register-address.ts';
import type { Opened } from '../open-dialog.ts';
import { rollCallWays } from '../roll-call/palette-roll-call.ts';
import { enterPanel } from '../use-panel-cycle.ts';
import type { Rights } from '../use-rights.ts';
import { undoLast } from '../use-undo-key.ts';
import type { PaletteEntry, WayEntry } from './palette-entry.ts';

const words = () => text.conducting.palette;

const SHEETS = ['rules', 'links', 'rehearsal', 'details'] as const;
const PANELS = ['agenda', 'stage', 'queue', 'bridges'] as const;
const PAGES = ['board', 'clock', 'agenda', 'announcer', 'chair', 'programme', 'wall'] as const;

const way = (id: string, label: string, go: () => void, shortcut: string | null = null): WayEntry => ({
  kind: 'way',
  id,
  label,
  shortcut,
  go,
});

/** Ways to somewhere: parts of the console, forms, other pages, papers, the other language. */
export function paletteWays(
  conference: ConferenceId,
  open: (opened: Opened) => void,
  rights: Rights,
): readonly PaletteEntry[] {
  return [
    ...PANELS.map((panel) => way(`panel-${panel}`, words().panels[panel], () => enterPanel(panel))),
    way('undo', words().undo, undoLast, 'Ctrl+Z'),
    way('find', words().find, findBridge, '/'),
    way('register', text.console.queue.register, () => open({ kind: 'paper', bridgeId: null })),
    way('spoken', words().spoken, () => open({ kind: 'spoken' })),
    way('talkback', text.talkback.panel.title, () => open({ kind: 'talkback', bridgeId: null })),
    way('ballots', text.ballots.title, () => open({ kind: 'ballots' })),
    way('arrange', text.console.top.arrange, () => open({ kind: 'sheet', tab: 'bridges' })),
    listsWay(open),
    ...SHEETS.map((tab) => way(`sheet-${tab}`, words().sheet[tab], () => open({ kind: 'sheet', tab }))),
    ...formWays(open, rights),
    ...rollCallWays(open, rights),
    ...PAGES.map((page) => way(`page-${page}`, words().pages[page], () => openPage(`/c/${conference}/${page}`))),
    way('download', text.conducting.spoken.download, () => location.assign(registerAddress(conference))),
    ...exportWays(conference),
    way('language', words().language(LANGUAGE_NAMES[otherLanguage()]), () => void chooseLanguage(otherLanguage())),
  ];
}

const listsWay = (open: (opened: Opened) => void): PaletteEntry => ({
  ...way('sheet-lists', text.lists.palette.sheet, () => open({ kind: 'sheet', tab: 'lists' })),
  also: text.lists.palette.also,
});

/** Every list as a file. */
function exportWays(conference: ConferenceId): readonly PaletteEntry[] {
  const { papers, home } = text.lists;
  const save = (paper: ListPaper, kind: PaperKind) => () => saveFrom(paperAddress(conference, paper, kind));
  return PAPERS.flatMap((paper) =>
    PAPER_KINDS.map((kind) =>
      way(`export-${paper}-${kind}`, home.exportNamed(papers[paper], home.kinds[kind]), save(paper, kind)),
    ),
  );
}

/** The forms of the programme; what is not for this seat or this phase is not there, as in the panel. */
function formWays(open: (opened: Opened) => void, { may, fits }: Rights): readonly PaletteEntry[] {
  const form = (dialog: 'paste' | 'templates' | 'day' | 'picture') =>
    way(`agenda-${dialog}`, words().programme[dialog], () => open({ kind: 'agenda', opened: { dialog } }));
  const add = way('agenda-add', words().addItem, () => open({ kind: 'agendaItem', item: null }));
  const writes = may(BLANK.agendaItem) && fits(BLANK.agendaItem);
  return [
    ...(writes ? [add, form('paste'), form('templates')] : []),
    ...(may({ type: 'revokeDelay' }) ? [form('day')] : []),
    form('picture'),
  ];
}

const openPage = (address: string): void => void window.open(address, '_blank', 'noopener');

/** The palette gives the focus back as it closes: the field takes it after that. */
const findBridge = (): void =>
  void setTimeout(() => document.querySelector<HTMLElement>('.console-search-field')?.focus());
