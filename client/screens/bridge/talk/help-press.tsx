import { getFrom } from '../../../../shared/base/persistent-map.ts';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { HELP_MATTERS, type HelpCall } from '../../../../shared/domain/messages/message.ts';
import { formatTime } from '../../../parts/clock-text.ts';
import { CommandButton, useIssue } from '../../../parts/command-button.tsx';
import { Shape } from '../../../parts/shape.tsx';
import { text } from '../../../text/text.ts';
import { useOwnMessages } from './own-messages.ts';
import { useHelpKey } from './use-help-key.ts';

const words = () => text.talkback.bridge;

/** One key calls; what it is about is said by a second press, when the call is already on its way. */
export function HelpPress({ own }: { readonly own: BridgeId }) {
  const help = getFrom(useOwnMessages().help, own);
  const issue = useIssue();
  useHelpKey(() => {
    if (help === undefined) void issue({ type: 'callForHelp', bridgeId: own, matter: 'other' });
  });
  if (help !== undefined) return null;
  return (
    <span className="talk-help-press" title={words().helpKey}>
      <CommandButton
        make={() => ({ type: 'callForHelp', bridgeId: own, matter: 'other' })}
        label={words().help}
        shortcut={undefined}
      />
      <kbd aria-hidden="true">F1</kbd>
    </span>
  );
}

/** Stands while help is called for. */
export function HelpCard({ own }: { readonly own: BridgeId }) {
  const help = getFrom(useOwnMessages().help, own);
  return help === undefined ? null : <Called own={own} help={help} />;
}

function Called({ own, help }: { readonly own: BridgeId; readonly help: HelpCall }) {
  return (
    <article className="talk-card" data-asks>
      <p className="talk-card-head talk-card-sentence" role="status">
        <Shape name="look" /> <strong>{words().helpCalled(formatTime(help.since))}</strong>
      </p>
      <p className="talk-card-text" id="talk-help-matter">
        {words().helpMatter}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: presses in a row, not fields of a form */}
      <div className="talk-presses" role="group" aria-labelledby="talk-help-matter">
        {HELP_MATTERS.map((matter) => (
          <CommandButton
            key={matter}
            make={() => (help.matter === matter ? null : { type: 'callForHelp', bridgeId: own, matter })}
            label={text.talkback.help.matters[matter]}
            tone={help.matter === matter ? 'primary' : 'plain'}
          />
        ))}
      </div>
      <p className="talk-presses">
        <CommandButton make={() => ({ type: 'settleHelp', bridgeId: own })} label={words().helpOver} tone="quiet" />
      </p>
    </article>
  );
}
