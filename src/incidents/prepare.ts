/**
 * Turns what somebody sends into a version ready to be written: canonical bodies, columns, salt, digest.
 * Everything that costs time happens here, before the ledger's lock is taken.
 */
import { createHash, randomBytes } from 'node:crypto';
import { canonical, contentDigest } from '../platform/ledger/line.ts';
import { compartmentMask, levelNumber, type MissionRef } from '../platform/principal.ts';
import { type Keys, keyedDigest } from '../platform/vault/keys.ts';
import { type CoreColumns, columnsOf, wordsOfAccount, wordsOfCore } from './columns.ts';
import type { Account, Core, IncidentInput } from './contract.ts';

export interface SealedGroup {
  subject: string;
  sealed: Buffer;
}

/** One version of one record. A group that is `null` is not written: what was known of it goes on holding. */
export interface PreparedVersion {
  id: string;
  version: number;
  verb: string;
  columns: CoreColumns;
  body: string;
  envelope: string;
  words: string;
  levels: { core: number; account: number; protected: number };
  compartments: bigint;
  /** Of the account and the protected group. */
  groupCompartments: bigint;
  /** What may name somebody is set apart: older versions, where it was not, are for specialists now. */
  apart: boolean;
  account: { body: string; words: string } | null;
  protected: SealedGroup | null;
  salt: Buffer;
  /** Digest of what the client sent under this id, with who sent it: a repetition has the same. */
  sent: Buffer;
  /** What the ledger keeps. */
  digest: Uint8Array;
}

export interface ToPrepare {
  id: string;
  version: number;
  verb: string;
  core: Core;
  account: Account | null;
  protected: SealedGroup | null;
  levels: IncidentInput['levels'];
  compartments: readonly string[];
  groupCompartments: readonly string[];
  sent: Buffer;
}

export function prepareVersion(mission: MissionRef, from: ToPrepare): PreparedVersion {
  const body = canonical(from.core);
  const account = from.account ? canonical(from.account) : null;
  const envelope = canonical({ compartments: [...from.compartments].sort(), levels: from.levels });
  const salt = randomBytes(16);
  return {
    id: from.id,
    version: from.version,
    verb: from.verb,
    columns: columnsOf(from.core),
    body,
    envelope,
    words: wordsOfCore(from.core),
    levels: {
      core: levelNumber(from.levels.core),
      account: levelNumber(from.levels.account),
      protected: levelNumber(from.levels.protected),
    },
    compartments: compartmentMask(mission, from.compartments),
    groupCompartments: compartmentMask(mission, from.groupCompartments),
    apart: from.core.specialists === true,
    account: from.account && account ? { body: account, words: wordsOfAccount(from.account) } : null,
    protected: from.protected,
    salt,
    sent: from.sent,
    digest: contentDigest(salt, ledgerContent(body, account, envelope, from.protected?.sealed ?? null)),
  };
}

/** What a ledger line digests: the groups written with it, and of the sealed one only its hash, so that erasing keeps the proof. */
function ledgerContent(core: string, account: string | null, envelope: string, sealed: Uint8Array | null): string {
  const seal = sealed ? `"${createHash('sha256').update(sealed).digest('hex')}"` : 'null';
  return `{"account":${account ?? 'null'},"core":${core},"envelope":${envelope},"protected":${seal}}`;
}

/** Tells a repetition from a conflict: the same content under the same id from the same credential. */
export function sentDigest(keys: Keys, by: string, input: unknown): Buffer {
  return underKey(keys, createHash('sha256').update(by).update('\0').update(canonical(input)).digest());
}

/** Puts a digest without a key, as they were once kept, under the installation's. */
export const underKey = (keys: Keys, digest: Uint8Array): Buffer => keyedDigest(keys, 'incidents.sent', digest);
