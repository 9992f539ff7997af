/** What a conference of a drill is called, and its central bridge: the least that a server takes. */
export const DETAILS = {
  title: 'Hội nghị thử',
  kind: 'periodicBriefing',
  level: 'nationalSector',
  form: 'online',
  periodReviewed: null,
  periodPlanned: null,
  date: '2026-11-22',
  organiser: 'Ban Tổ chức Trung ương',
} as const;

export const CENTRAL = {
  name: 'Điểm cầu Trung ương',
  shortName: 'Trung ương',
  central: true,
  parentId: null,
  region: null,
  room: null,
  chairs: [],
  technician: null,
};
