/**
 * The state after a fact. Invariants:
 * 1. Pure and total: it never refuses, throws or looks at a clock; what happened is already true.
 * 2. An event changes its own slice and no other, so a slice can be read alone.
 * 3. The browser runs this same function on redacted events (audience.ts holds the law that makes it right).
 * 4. An event about something that the state does not hold changes nothing.
 */
import { evolveAgenda } from './agenda/evolve.ts';
import { evolveAttendance } from './attendance/evolve.ts';
import { evolveBridges } from './bridges/evolve.ts';
import { evolveConference } from './conference/evolve.ts';
import type { ConferenceEvent } from './event.ts';
import { evolveFloor } from './floor/evolve.ts';
import { evolveOnAir } from './onair/evolve.ts';
import type { ConferenceState } from './state.ts';
import { evolveTechnical } from './technical.ts';

export function evolve(state: ConferenceState, event: ConferenceEvent): ConferenceState {
  switch (event.type) {
    case 'conferenceCreated':
    case 'conferenceDetailsCorrected':
    case 'preparationStarted':
    case 'conferenceOpened':
    case 'conferenceAdjourned':
    case 'conferenceResumed':
    case 'conferenceClosed':
    case 'conferenceArchived':
    case 'rehearsalCreated':
    case 'conferenceFollows':
    case 'rehearsalStarted':
    case 'rehearsalEnded':
    case 'seatTakenOver':
    case 'classifiedSessionBegan':
    case 'classifiedSessionEnded':
      return { ...state, conference: evolveConference(state.conference, event) };
    case 'bridgesAdded':
    case 'bridgeRenamed':
    case 'bridgeCountedToRegion':
    case 'bridgeStaffAssigned':
    case 'bridgeRemoved':
    case 'bridgeLinkEstablished':
    case 'bridgeLinkLost':
      return { ...state, bridges: evolveBridges(state.bridges, event) };
    case 'delegatesRegistered':
    case 'delegateCorrected':
    case 'delegateRemoved':
    case 'delegateMoved':
    case 'allDelegatesMoved':
    case 'delegateCheckedIn':
    case 'delegateLeft':
    case 'delegateCameBack':
    case 'delegateMarkedAbsent':
    case 'delegateMarkCleared':
    case 'delegateSubstituted':
    case 'headcountReported':
    case 'bridgeExcused':
    case 'attendanceStruck':
    case 'rollsRecounted':
    case 'importApplied':
    case 'importUndone':
    case 'rollCallStarted':
    case 'bridgeCalledInRoll':
    case 'rollAnswered':
    case 'rollCallPaced':
    case 'rollCallEnded':
    case 'readinessCertified':
    case 'protocolRanksAdopted':
    case 'attendanceTold':
      return { ...state, attendance: evolveAttendance(state.attendance, event) };
    case 'agendaItemAdded':
    case 'agendaItemCorrected':
    case 'agendaItemMoved':
    case 'agendaItemRemoved':
    case 'agendaItemStarted':
    case 'agendaItemFinished':
    case 'agendaItemPaused':
    case 'agendaItemContinued':
    case 'agendaItemTimeAdded':
    case 'agendaItemSkipped':
    case 'agendaItemRestored':
    case 'delayAnnounced':
    case 'delayRevoked':
    case 'delayMadePermanent':
    case 'endDemanded':
    case 'cuesScripted':
      return { ...state, agenda: evolveAgenda(state.agenda, event) };
    case 'speechRegistered':
    case 'speechAccepted':
    case 'speechQueued':
    case 'speechWithdrawn':
    case 'speechDeclined':
    case 'speechLapsed':
    case 'speechReinstated':
    case 'speechHandedInWriting':
    case 'speechMoved':
    case 'speechesSwapped':
    case 'understudyNamed':
    case 'understudySeated':
    case 'speechAllotted':
    case 'speakerPutOnStandby':
    case 'speakerStoodDown':
    case 'speakerCalled':
    case 'speechBegan':
    case 'speechPaused':
    case 'speechContinued':
    case 'speechExtended':
    case 'speakerReminded':
    case 'speechEnded':
    case 'speakersListOpened':
    case 'speakersListClosed':
    case 'speakersListTimed':
    case 'floorRulesAdopted':
    case 'ledgerCorrected':
    case 'chairMicrophoneOpened':
    case 'chairMicrophoneClosed':
      return { ...state, floor: evolveFloor(state.floor, event) };
    case 'sourceArmed':
    case 'sourceDisarmed':
    case 'sourceTaken':
    case 'programFollowsFloor':
    case 'programFramed':
    case 'documentLaid':
    case 'deskCleared':
    case 'pageTurned':
    case 'slidesHanded':
    case 'clipPlayed':
    case 'clipPaused':
    case 'picturesLimited':
    case 'deviceChosen':
      return { ...state, onair: evolveOnAir(state.onair, event) };
    default:
      return evolveTechnical(state, event);
  }
}
