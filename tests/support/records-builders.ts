import type { BallotInput } from '../../shared/domain/ballots/ballot.ts';
import type { DocumentAbout } from '../../shared/domain/documents/document.ts';
import type { AwardInput } from '../../shared/domain/records/award.ts';
import type { CitationInput } from '../../shared/domain/records/citation.ts';
import type { IncidentInput } from '../../shared/domain/records/incident.ts';
import type { PaperHead } from '../../shared/domain/records/minutes.ts';
import type { ProposalInput } from '../../shared/domain/records/proposal.ts';
import type { ReportPointInput } from '../../shared/domain/records/report-point.ts';
import type { TaskInput } from '../../shared/domain/records/task.ts';

/** What the records are written with, whole and plain; `rest` is what the test is about. */
export const paperHead = (rest: Partial<PaperHead> = {}): PaperHead => ({
  profile: 'party',
  parentBody: null,
  issuer: 'Ban Tổ chức Trung ương',
  number: '05',
  sign: 'BTCTW',
  place: 'Hà Nội',
  venue: 'Trụ sở Trung ương Đảng',
  withPlaceDate: true,
  recipients: ['Lưu Vụ Tổng hợp'],
  signer: 'chair',
  ...rest,
});

export const proposal = (rest: Partial<ProposalInput> = {}): ProposalInput => ({
  text: 'Sớm ban hành văn bản thay thế',
  proposedBy: 'Tỉnh An Giang',
  bridgeId: null,
  speechId: null,
  addressee: 'Trung ương',
  ...rest,
});

export const task = (rest: Partial<TaskInput> = {}): TaskInput => ({
  text: 'Hoàn thành Chương trình công tác năm',
  assigner: { fullName: 'Trương Thị Mai', positions: ['Trưởng Ban Tổ chức Trung ương'] },
  assignees: ['Ban tổ chức các tỉnh ủy, thành ủy'],
  deadline: { kind: 'quarter', quarter: 4, year: 2021 },
  ...rest,
});

export const award = (rest: Partial<AwardInput> = {}): AwardInput => ({
  name: 'Cờ thi đua',
  presenter: { fullName: 'Trương Thị Mai', positions: [] },
  onBehalfOf: 'Đảng, Nhà nước',
  recipients: { kind: 'collectives', count: 5, names: [] },
  itemId: null,
  ...rest,
});

export const point = (rest: Partial<ReportPointInput> = {}): ReportPointInput => ({
  kind: 'result',
  text: 'Đề án đã hoàn thành',
  figure: { value: 5, outOf: 18, unit: 'đề án' },
  period: null,
  itemId: null,
  ...rest,
});

export const incident = (rest: Partial<IncidentInput> = {}): IncidentInput => ({
  bridgeId: null,
  matter: 'line',
  text: 'Mất đường truyền',
  owner: 'Tổ kỹ thuật',
  effect: null,
  since: null,
  ...rest,
});

export const citation = (rest: Partial<CitationInput> = {}): CitationInput => ({
  kind: 'Kết luận',
  number: '01',
  issuer: 'Bộ Chính trị',
  date: null,
  title: null,
  itemId: null,
  ...rest,
});

export const ballot = (rest: Partial<BallotInput> = {}): BallotInput => ({
  question: 'Thông qua nghị quyết',
  manner: 'hands',
  options: ['Tán thành', 'Không tán thành', 'Ý kiến khác'],
  base: 'present',
  quorumPercent: 0,
  passPercent: 50,
  itemId: null,
  ...rest,
});

export const about = (rest: Partial<DocumentAbout> = {}): DocumentAbout => ({
  title: 'Báo cáo trung tâm',
  itemId: null,
  circulation: 'Tài liệu hội nghị',
  secrecy: 'none',
  watermark: false,
  ...rest,
});
