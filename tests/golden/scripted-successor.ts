import { SYSTEM } from '../../shared/domain/actor.ts';
import { DEFAULT_RULES } from '../../shared/domain/floor/rules.ts';
import { cueIdSchema, taskIdSchema } from '../../shared/domain/ids.ts';
import { AN_GIANG_FACTS, CENTRAL_FACTS, conferenceId, details, item, itemId, person } from '../support/builders.ts';
import { paperHead } from '../support/records-builders.ts';
import { Script } from './script.ts';

const cue = { who: 'Người dẫn chương trình', does: 'Mời phát biểu', says: null, source: { kind: 'floor' } } as const;

/** The next of a series, on a journal of its own: the halls, the programme and the open tasks of the last one. */
export function scriptedSuccessor(): Script {
  const script = new Script();
  const follows = { conference: conferenceId('ky-truoc'), title: details.title, date: details.date };
  script.give(SYSTEM, {
    type: 'createSuccessor',
    follows,
    details: { ...details, title: 'Hội nghị giao ban quý IV', date: '2021-12-30' },
    bridges: [CENTRAL_FACTS, AN_GIANG_FACTS],
    items: [
      {
        item: item(itemId('bao-cao'), {}, person('Phó Trưởng Ban', 'p-bao-cao')),
        cues: [{ ...cue, cueId: cueIdSchema.parse('mo-dau') }],
      },
    ],
    rules: DEFAULT_RULES,
    head: paperHead({ number: null }),
    tasks: [
      {
        taskId: taskIdSchema.parse('nhiem-vu'),
        text: 'Hoàn thành Chương trình công tác năm 2021',
        assignees: ['Ban tổ chức các tỉnh ủy, thành ủy'],
        deadline: { kind: 'event', event: 'Hội nghị Trung ương 4' },
        assigner: person('Trưởng Ban', 'p-truong-ban'),
        carriedFrom: follows,
      },
    ],
  });
  return script;
}
