import { isTimed, liveItem } from '../../../../shared/domain/agenda/agenda.ts';
import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../../../shared/domain/command.ts';
import {
  registeredSpeeches,
  type Speech,
  speechesOnFloor,
  speechOnFloor,
} from '../../../../shared/domain/floor/floor.ts';
import { presentLine } from '../../../../shared/domain/floor/line.ts';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { bridgeOrder } from '../../../../shared/views/bridge-order.ts';
import { listOfTheMoment, spokenSpeeches } from '../../../../shared/views/speakers-line.ts';
import { text } from '../../../text/text.ts';
import { actionOf } from '../action.ts';
import { callOf } from '../floor/call-actions.ts';
import { answerActions, callBackOf } from '../floor/entry-actions.ts';
import { floorActions, keysOfTheMoment } from '../floor/floor-actions.ts';
import { type FloorTools, placeOf } from '../floor/floor-tools.ts';
import { CLOSE_AFTER_MINUTES, clearList, closeListAfter, toggleList } from '../floor/list-actions.ts';
import { armOf } from '../floor/picture-actions.ts';
import { speechActions } from '../floor/speech-actions.ts';
import { rollCallCommands } from '../roll-call/palette-roll-call.ts';
import { advanceCommand } from '../use-agenda-acts.ts';
import { command, type PaletteEntry } from './palette-entry.ts';

const words = () => text.conducting.palette;

/** Everything the moderator can do now, made of the same actions as the buttons. */
export function paletteCommands(tools: FloorTools): readonly PaletteEntry[] {
  return [
    ...momentCommands(tools),
    ...rollCallCommands(tools),
    ...requestCommands(tools),
    ...callCommands(tools),
    ...listCommands(tools),
    ...agendaCommands(tools),
    ...phaseCommands(tools),
    ...callBackCommands(tools),
    ...pictureCommands(tools),
  ];
}

function momentCommands(tools: FloorTools): readonly PaletteEntry[] {
  const actions = floorActions(tools);
  const others = speechesOnFloor(tools.state.floor).filter((speech) => speech !== speechOnFloor(tools.state.floor));
  return [
    ...keysOfTheMoment(actions).map((action) => command(`key-${action.shortcut}`, action)),
    ...(actions.remind.shortcut === null ? [command('remind', actions.remind)] : []),
    ...others.map((speech) => command(`end-${speech.speechId}`, speechActions(tools, speech).end)),
  ];
}

const about = ({ state }: FloorTools, { bridgeId, subject }: Speech): string =>
  `${bridgeOf(state.bridges, bridgeId)?.name ?? ''} ${subject}`;

const requestCommands = (tools: FloorTools): readonly PaletteEntry[] =>
  registeredSpeeches(tools.state.floor).flatMap((speech) => {
    const { accept, admit, decline } = answerActions(tools, speech);
    return [accept, admit, decline].map((action, index) =>
      command(`answer-${index}-${speech.speechId}`, action, about(tools, speech)),
    );
  });

/** Whoever waits, by name. */
const callCommands = (tools: FloorTools): readonly PaletteEntry[] =>
  presentLine(tools.state).map((speech) => ({
    kind: 'command',
    id: `call-${speech.speechId}`,
    label: words().call(placeOf(tools.state, speech), text.console.speechKind[speech.kind]),
    also: about(tools, speech),
    action: () => callOf(tools, speech),
  }));

function listCommands(tools: FloorTools): readonly PaletteEntry[] {
  const itemId = listOfTheMoment(tools.state);
  return [
    command('list-toggle', toggleList(tools, itemId)),
    ...CLOSE_AFTER_MINUTES.map((minutes) => command(`list-${minutes}`, closeListAfter(tools, itemId, minutes))),
    command('list-clear', clearList(tools, itemId)),
  ];
}

function agendaCommands(tools: FloorTools): readonly PaletteEntry[] {
  const { agenda } = tools.state;
  const of = (id: string, label: string, wish: Command | null): PaletteEntry => ({
    kind: 'command',
    id,
    label,
    action: () => actionOf({ label }, wish, { ...tools.rights, otherwise: '' }),
  });
  const live = liveItem(agenda);
  const held = live?.progress.status === 'live' && live.progress.run.held !== null;
  const ofLive =
    live === undefined
      ? []
      : [
          of('item-finish', text.conducting.finishItem(live.plan.title), advanceCommand(agenda, live)),
          held
            ? of('item-go-on', words().continueItem(live.plan.title), {
                type: 'continueAgendaItem',
                itemId: live.itemId,
              })
            : of('item-pause', words().pauseItem(live.plan.title), { type: 'pauseAgendaItem', itemId: live.itemId }),
        ];
  const starts = agenda.items
    .filter(isTimed)
    .filter(({ progress }) => progress.status === 'waiting')
    .map((item) => of(`item-${item.itemId}`, text.conducting.startItem(item.plan.title), advanceCommand(agenda, item)));
  return [...ofLive, ...starts];
}

const DIRECT = ['startPreparation', 'openConference', 'adjournConference', 'resumeConference'] as const;
const ENDING = ['closeConference', 'archiveConference'] as const;

/** The ways on from this phase; what is not for this seat is not there. */
function phaseCommands(tools: FloorTools): readonly PaletteEntry[] {
  const labels = text.console.phaseControls;
  const direct = DIRECT.filter((type) => tools.rights.may({ type })).map((type) =>
    command(`phase-${type}`, actionOf({ label: labels[type] }, { type }, { ...tools.rights, otherwise: '' })),
  );
  const endings = ENDING.filter((type) => tools.rights.may({ type })).map((type) => {
    const action = actionOf({ label: labels[type] }, { type }, { ...tools.rights, otherwise: '' });
    const ask = () => {
      tools.open({ kind: 'ending', command: type });
      return null;
    };
    return command(`phase-${type}`, { ...action, make: ask });
  });
  return [...direct, ...endings];
}

const callBackCommands = (tools: FloorTools): readonly PaletteEntry[] =>
  spokenSpeeches(tools.state).map(({ speech }) => ({
    kind: 'command',
    id: `back-${speech.speechId}`,
    label: text.conducting.callBackName(placeOf(tools.state, speech)),
    also: about(tools, speech),
    action: () => callBackOf(tools, speech),
  }));

/** The picture of any bridge that sends one, by name: those below the first tier send none. */
function pictureCommands(tools: FloorTools): readonly PaletteEntry[] {
  const of = (bridgeId: BridgeId, shortName: string, name: string): PaletteEntry => ({
    kind: 'command',
    id: `arm-${bridgeId}`,
    label: text.conducting.arm(shortName),
    also: name,
    action: () => armOf(tools, { kind: 'bridge', bridgeId }),
  });
  return [
    command('arm-hold', armOf(tools, { kind: 'hold' })),
    ...bridgeOrder(tools.state.bridges).top.map(({ bridgeId, shortName, name }) => of(bridgeId, shortName, name)),
  ];
}
