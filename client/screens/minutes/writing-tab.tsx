import { useState } from 'react';
import { CoursePane } from './course-pane.tsx';
import { HeadDialog } from './head-dialog.tsx';
import { OfficialsDialog } from './officials-dialog.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { useReadOnly } from './use-read-only.ts';

type OpenedForm = 'officials' | 'head';

/** On the left what is written, on the right the paper that it becomes. */
export function WritingTab() {
  const [opened, open] = useState<OpenedForm | null>(null);
  const readOnly = useReadOnly();
  const close = () => open(null);
  return (
    <div className="minutes-desk">
      <CoursePane readOnly={readOnly} onForm={open} />
      <PreviewPane />
      {opened === 'officials' ? <OfficialsDialog onClose={close} /> : null}
      {opened === 'head' ? <HeadDialog onClose={close} /> : null}
    </div>
  );
}
