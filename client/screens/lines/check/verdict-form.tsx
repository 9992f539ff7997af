import { useState } from 'react';
import type { Bridge } from '../../../../shared/domain/bridges/bridge.ts';
import { type LineCheck, lineOf, VERDICTS } from '../../../../shared/domain/lines/line.ts';
import { checkProgress, type Verdict } from '../../../../shared/views/line-check.ts';
import { Field } from '../../../parts/field.tsx';
import { useNotices } from '../../../parts/notices.tsx';
import { StateMark } from '../../../parts/state-mark.tsx';
import { useSync } from '../../../sync/conference-context.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../../console/command-form.tsx';
import { textIn } from '../../console/form-reading.ts';
import { rememberedTester, rememberTester } from './tester-name.ts';

const words = () => text.lines.check;

interface VerdictFormProps {
  readonly bridge: Bridge;
  readonly check: LineCheck;
  readonly onDone: () => void;
}

/** What the answers come to is offered; a person says it, and answers for it by name. */
export function VerdictForm({ bridge, check: { answers }, onDone }: VerdictFormProps) {
  const { bridgeId, shortName } = bridge;
  const { verdict: offered, denied } = checkProgress(answers);
  const [chosen, choose] = useState<Verdict | null>(null);
  const [remark, setRemark] = useState<string | null>(null);
  const { telemetry } = useSync();
  const { show } = useNotices();
  const verdict = chosen ?? offered;
  // What was denied is what has to be noted; whoever writes more keeps what was written.
  const missing = denied.map((point) => words().points[point]).join(', ');
  const noted = remark ?? (missing === '' ? '' : words().missing(missing));
  const write = (form: FormData): Written => {
    const tester = textIn(form, 'tester');
    const note = textIn(form, 'remark');
    if (verdict === null) return { problem: words().notFlawless };
    if (verdict === 'pass' && offered !== 'pass') return { problem: words().notFlawless };
    if (verdict !== 'pass' && note === null) return { problem: words().noRemark };
    if (tester === null) return { problem: words().noTester };
    rememberTester(tester);
    const measured = telemetry.of(bridgeId).get()?.figures ?? null;
    return { commands: [{ type: 'finishLineCheck', bridgeId, verdict, remark: note, tester, measured }] };
  };
  const done = () => {
    if (verdict !== null) show({ tone: 'ok', sentence: words().finished(shortName, text.lines.verdicts[verdict]) });
    onDone();
  };
  return (
    <CommandForm write={write} act={words().finish} onDone={done} className="check-verdict">
      <Verdicts verdict={verdict} offered={offered} onChoose={choose} />
      <SilenceWarning bridge={bridge} />
      <div className="check-verdict-fields">
        <Field
          label={words().remark}
          name="remark"
          maxLength={300}
          hint={words().remarkHint}
          value={noted}
          onChange={({ target }) => setRemark(target.value)}
        />
        <Field label={words().tester} name="tester" maxLength={120} defaultValue={rememberedTester()} />
      </div>
    </CommandForm>
  );
}

interface VerdictsProps {
  readonly verdict: Verdict | null;
  readonly offered: Verdict | null;
  readonly onChoose: (verdict: Verdict) => void;
}

function Verdicts({ verdict, offered, onChoose }: VerdictsProps) {
  return (
    <fieldset>
      <legend>{words().verdict}</legend>
      {VERDICTS.map((one) => (
        <label key={one} className="check-choice">
          <input
            type="radio"
            name="verdict"
            checked={one === verdict}
            disabled={one === 'pass' && offered !== 'pass'}
            onChange={() => onChoose(one)}
          />
          {text.lines.verdicts[one]}
        </label>
      ))}
      {offered === 'pass' ? null : <p className="field-hint">{words().notFlawless}</p>}
    </fieldset>
  );
}

/** A hall that says it is well and sends silence. */
function SilenceWarning({ bridge: { bridgeId } }: { readonly bridge: Bridge }) {
  const isSilent = useConference(({ lines }) => lineOf(lines, bridgeId).faults.silentMicrophone !== undefined);
  return isSilent ? <StateMark tone="look" word={words().silent} /> : null;
}
