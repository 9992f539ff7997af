import { useState } from 'react';
import {
  REPORT_POINT_KINDS,
  type ReportPoint,
  type ReportPointInput,
} from '../../../../shared/domain/records/report-point.ts';
import { readNumber } from '../../../../shared/views/report-figure.ts';
import { ChoiceField, Field, TextField } from '../../../parts/field.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../../console/command-form.tsx';
import { textIn } from '../../console/form-reading.ts';
import { RemovePress } from './remove-press.tsx';
import { ItemField, itemIn } from './shared-fields.tsx';
import { SideHead } from './two-panes.tsx';
import { useWhyNot } from './use-why-not.ts';

const words = () => text.followUp.points;
const BLANK: ReportPointInput = { kind: 'result', text: '.', figure: null, period: null, itemId: null };

export function NewPoint() {
  const [count, setCount] = useState(0);
  const [last, keep] = useState<ReportPointInput>(BLANK);
  const reason = useWhyNot({ type: 'addReportPoint', point: BLANK });
  const write = (form: FormData): Written => {
    const point = pointIn(form);
    if (typeof point === 'string') return { problem: point };
    keep(point);
    return { commands: [{ type: 'addReportPoint', point }] };
  };
  return (
    <CommandForm
      key={count}
      write={write}
      act={words().save}
      disabledReason={reason}
      onDone={() => setCount(count + 1)}
    >
      <PointFields point={{ ...last, text: '', figure: null }} />
    </CommandForm>
  );
}

interface PointDetailsProps {
  readonly point: ReportPoint;
  readonly onClose: () => void;
}

export function PointDetails({ point: { pointId, ...point }, onClose }: PointDetailsProps) {
  const reason = useWhyNot({ type: 'correctReportPoint', pointId, point });
  const write = (form: FormData): Written => {
    const input = pointIn(form);
    if (typeof input === 'string') return { problem: input };
    return { commands: [{ type: 'correctReportPoint', pointId, point: input }] };
  };
  return (
    <>
      <SideHead title={words().kinds[point.kind]} back={onClose} backLabel={text.followUp.add} />
      <CommandForm write={write} act={text.common.save} disabledReason={reason} onDone={onClose}>
        <PointFields point={point} />
      </CommandForm>
      <RemovePress
        command={{ type: 'removeReportPoint', pointId }}
        again={{ type: 'addReportPoint', point }}
        onDone={onClose}
      />
    </>
  );
}

const typed = (value: number | null | undefined): string => (value == null ? '' : String(value).replace('.', ','));

function PointFields({ point: { kind, text: body, figure, period, itemId } }: { readonly point: ReportPointInput }) {
  return (
    <>
      <ChoiceField
        label={words().kind}
        name="kind"
        choices={REPORT_POINT_KINDS.map((one) => ({ value: one, label: words().kinds[one] }))}
        defaultValue={kind}
      />
      <TextField label={words().text} name="text" rows={3} maxLength={2_000} defaultValue={body} />
      <div className="console-fields">
        <Field label={words().value} name="value" inputMode="decimal" defaultValue={typed(figure?.value)} />
        <Field label={words().outOf} name="outOf" inputMode="decimal" defaultValue={typed(figure?.outOf)} />
        <Field label={words().unit} name="unit" maxLength={80} defaultValue={figure?.unit ?? ''} />
      </div>
      <Field label={words().period} name="period" maxLength={60} defaultValue={period ?? ''} />
      <ItemField itemId={itemId} />
    </>
  );
}

/** The point as it is written, or what is wrong with it. */
function pointIn(form: FormData): ReportPointInput | string {
  const body = textIn(form, 'text');
  const kind = REPORT_POINT_KINDS.find((one) => one === textIn(form, 'kind'));
  if (body === null || kind === undefined) return text.followUp.missing;
  const figure = figureIn(form);
  if (figure === undefined) return words().number;
  return { kind, text: body, figure, period: textIn(form, 'period'), itemId: itemIn(form) };
}

/** null: none was written; undefined: what was written is no figure. */
function figureIn(form: FormData): ReportPointInput['figure'] | undefined {
  const [value, outOf, unit] = ['value', 'outOf', 'unit'].map((name) => textIn(form, name));
  if (value == null) return outOf == null && unit == null ? null : undefined;
  const read = readNumber(value);
  const whole = outOf == null ? null : readNumber(outOf);
  if (read === null || (outOf != null && whole === null)) return undefined;
  return { value: read, outOf: whole, unit: unit ?? null };
}
