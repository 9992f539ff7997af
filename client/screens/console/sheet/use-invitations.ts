import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import type {
  deputyRequestSchema,
  Invitation,
  invitationRequestSchema,
  MintedDeputy,
  MintedInvitation,
} from '../../../../shared/protocol/http.ts';
import { useSync } from '../../../sync/conference-context.ts';
import { type Fetched, getInvitations, mintDeputy, mintInvitation, revokeInvitation } from '../../../sync/http.ts';
import { text } from '../../../text/text.ts';

export type InvitationWish = z.input<typeof invitationRequestSchema>;
export type DeputyWish = z.input<typeof deputyRequestSchema>;

interface Invitations {
  readonly invitations: readonly Invitation[];
  readonly minted: MintedInvitation | null;
  readonly mintedCode: MintedDeputy | null;
  readonly problem: string | null;
  readonly pending: boolean;
  readonly mint: (wish: InvitationWish) => void;
  readonly mintCode: (wish: DeputyWish) => void;
  readonly hideCode: () => void;
  readonly revoke: (id: string) => void;
  /** After somebody else made a link, a paired screen for one. */
  readonly reload: () => void;
}

/** Invitations are no part of the journal: the list is asked for after each change. */
export function useInvitations(): Invitations {
  const { conference } = useSync();
  const [invitations, setInvitations] = useState<readonly Invitation[]>([]);
  const [minted, setMinted] = useState<MintedInvitation | null>(null);
  const [mintedCode, setMintedCode] = useState<MintedDeputy | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  const reload = useCallback(async () => {
    const found = await getInvitations(conference);
    setProblem(problemOf(found));
    if (found.kind === 'ok') setInvitations(found.value.toSorted((a, b) => b.createdAt - a.createdAt));
  }, [conference]);
  useEffect(() => void reload(), [reload]);

  const change = async <T>(ask: Promise<Fetched<T>>): Promise<T | null> => {
    setPending(true);
    const answer = await ask;
    setPending(false);
    setProblem(problemOf(answer));
    if (answer.kind !== 'ok') return null;
    await reload();
    return answer.value;
  };
  const mint = async (wish: InvitationWish) => {
    const made = await change(mintInvitation(conference, wish));
    if (made !== null) setMinted(made);
  };
  const mintCode = async (wish: DeputyWish) => {
    const made = await change(mintDeputy(conference, wish));
    if (made !== null) setMintedCode(made);
  };
  const revoke = async (id: string) => {
    await change(revokeInvitation(conference, id));
    setMinted((shown) => (shown?.invitation.id === id ? null : shown));
    setMintedCode((shown) => (shown?.invitation.id === id ? null : shown));
  };
  return {
    invitations,
    minted,
    mintedCode,
    problem,
    pending,
    mint: (wish) => void mint(wish),
    mintCode: (wish) => void mintCode(wish),
    hideCode: () => setMintedCode(null),
    revoke: (id) => void revoke(id),
    reload: () => void reload(),
  };
}

function problemOf(answer: Fetched<unknown>): string | null {
  if (answer.kind === 'ok') return null;
  return answer.kind === 'offline' ? text.common.notSent : text.refusals.sentence(answer.code, answer.params);
}
