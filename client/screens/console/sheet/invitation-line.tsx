import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { Invitation } from '../../../../shared/protocol/http.ts';
import { formatDate, formatTime } from '../../../parts/clock-text.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { useServerNow } from '../../../sync/server-clock.ts';
import { text } from '../../../text/text.ts';

const words = () => text.console.links;
const deputyWords = () => text.rules.deputies;
const MINUTE_MS = 60_000;

const whenOf = (at: number): string => `${formatDate(at)} ${formatTime(at)}`;

interface InvitationLineProps {
  readonly invitation: Invitation;
  readonly onRevoke: () => void;
}

/** A link or a deputy's code: for whom it was made, whether it was used, and the way to take it back. */
export function InvitationLine({ invitation, onRevoke }: InvitationLineProps) {
  const { kind, bridgeId, seat, label, createdAt, revokedAt } = invitation;
  const now = useServerNow(MINUTE_MS);
  const place = useConference(({ bridges }) =>
    bridgeId === null ? null : (bridgeOf(bridges, bridgeId)?.name ?? null),
  );
  const facts = [
    ...(kind === 'code' ? [deputyWords().ofCode] : []),
    text.common.seats[seat],
    ...(place === null ? [] : [place]),
    words().madeAt(whenOf(createdAt)),
    ...(revokedAt === null ? codeFacts(invitation, now) : []),
  ];
  const name = kind === 'code' ? deputyWords().revokeName(label) : words().revokeName(label);
  return (
    <li className="console-row console-link-row" data-revoked={revokedAt !== null || undefined}>
      <span className="console-who">
        <strong>{label}</strong>
        <small>{facts.join(' · ')}</small>
      </span>
      {revokedAt === null ? (
        <button type="button" className="button" data-tone="plain" aria-label={name} onClick={onRevoke}>
          {words().revoke}
        </button>
      ) : (
        <span>{words().revoked}</span>
      )}
    </li>
  );
}

/** A code that was used stays in the list: it says since when the deputy sits there, and revoking it ends that. */
function codeFacts({ kind, usedAt, expiresAt }: Invitation, now: number): readonly string[] {
  if (kind === 'link') return [];
  if (usedAt !== null) return [deputyWords().usedAt(whenOf(usedAt))];
  if (expiresAt === null) return [];
  return [expiresAt <= now ? deputyWords().expired : deputyWords().unusedUntil(whenOf(expiresAt))];
}
