/** One's own account: where one is signed in, one-time codes, the passphrase; and following an invitation. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  type AcceptInvitation,
  Joined,
  OpenSessions,
  Session,
  type TotpConfirm,
  TotpOffer,
} from '../../src/platform/accounts/contract.ts';
import { call, Nothing, query } from './client.ts';

export const accountKeys = ['account'] as const;

export const accountQuery = (mission: string) =>
  queryOptions({
    queryKey: [...accountKeys, mission],
    queryFn: ({ signal }) => call(`/session${query({ mission })}`, { signal, answer: Session }),
    select: ({ person }) => person,
  });

export const openSessionsQuery = queryOptions({
  queryKey: [...accountKeys, 'sessions'],
  queryFn: ({ signal }) => call('/sessions', { signal, answer: OpenSessions }),
  select: ({ items }) => items,
});
export const endSession = (id: string) => call(`/sessions/${id}`, { method: 'DELETE', answer: Nothing });

/** A new secret for an authenticator; nothing is turned on until a code of it comes back. */
export const offerCodes = () => call('/totp/offer', { method: 'POST', answer: TotpOffer });
export const turnCodesOn = (body: z.infer<typeof TotpConfirm>) =>
  call('/totp', { method: 'POST', body, answer: Nothing });
export const turnCodesOff = (passphrase: string) =>
  call('/totp/off', { method: 'POST', body: { passphrase }, answer: Nothing });

/** Ends every session, this one too. */
/** @param current `null` for whoever has none, after a reset */
export const changePassphrase = (current: string | null, next: string) =>
  call('/passphrase', { method: 'POST', body: { ...(current === null ? {} : { current }), next }, answer: Nothing });

export const join = (body: z.input<typeof AcceptInvitation>) =>
  call('/invitations/accept', { method: 'POST', body, answer: Nothing });

/** Follows an invitation with the account that is signed in. */
export const joinWithAccount = (token: string) =>
  call('/invitations/join', { method: 'POST', body: { token }, answer: Joined });
